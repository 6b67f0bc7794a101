// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { connection } from '../../../store/database/connection';
import { decide } from '../../../store/words/decide';
import { all, current, left, open, stateOf, useDeck } from '../../support/deck-service';

useDeck();

async function breakWrites() {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const database = await connection();
  const begin = database.transaction.bind(database) as (...of: unknown[]) => never;
  return vi.spyOn(database, 'transaction').mockImplementation((...of: unknown[]) => {
    if (of[1] === 'readwrite') throw new DOMException('no room', 'QuotaExceededError');
    return begin(...of);
  });
}

describe('a write that fails', () => {
  it('puts the papers back, says so, and is done again when asked', async () => {
    const page = await open();
    const broken = await breakWrites();
    await Promise.all([page.commands.decide('save', 5100), page.commands.decide('dismiss', 5200)]);
    broken.mockRestore();
    expect(page.service.state.failure.value).toMatchObject({ code: 'full', during: 'write' });
    expect(left(page)).toEqual(all);
    expect(current(page)).toBe('arxiv:3');
    expect(page.commands.hasFailed).toBe(true);
    await page.commands.retry();
    expect(page.service.state.failure.value).toBeUndefined();
    expect(await Promise.all(all.slice(0, 3).map(stateOf))).toEqual(['unread', 'dismissed', 'new']);
    expect(current(page)).toBe('arxiv:5');
  });

  it('is not done again once the reader has decided otherwise, or left it at that', async () => {
    const page = await open();
    const broken = await breakWrites();
    await page.commands.decide('dismiss', 5100);
    broken.mockRestore();
    await page.commands.decide('save', 5200);
    expect(page.commands.hasFailed).toBe(false);
    await page.commands.retry();
    expect(await stateOf('arxiv:3')).toBe('unread');
    const brokenAgain = await breakWrites();
    await page.commands.decide('dismiss', 5300);
    brokenAgain.mockRestore();
    page.commands.giveUp();
    await page.commands.retry();
    expect(await stateOf('arxiv:4')).toBe('new');
    expect(page.service.state.failure.value).toBeUndefined();
  });

  it('is not done again to a paper that was decided on elsewhere', async () => {
    const page = await open();
    const broken = await breakWrites();
    await page.commands.decide('dismiss', 5100);
    broken.mockRestore();
    await decide(['arxiv:3'], 'unread', 5200);
    await page.service.settle();
    await page.commands.retry();
    expect(await stateOf('arxiv:3')).toBe('unread');
  });
});
