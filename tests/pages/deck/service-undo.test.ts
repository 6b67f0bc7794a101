// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { holdAction } from '../../../store/actions/live';
import { counts } from '../../../store/records/queries';
import { saveRule } from '../../../store/rules/rules';
import { decide } from '../../../store/words/decide';
import { all, current, open, stateOf, useDeck } from '../../support/deck-service';
import { paper, sightOn } from '../../support/store';

useDeck();

describe('undo', () => {
  it('returns to the paper, one after the other, also after a restart', async () => {
    const page = await open();
    await page.commands.decide('save', 5100);
    await page.commands.decide('dismiss', 5200);
    await page.commands.undo(5300);
    expect(current(page)).toBe('arxiv:4');
    const again = await open(undefined, 6000);
    expect(current(again)).toBe('arxiv:4');
    await again.commands.undo(6100);
    expect(current(again)).toBe('arxiv:3');
    expect(await counts()).toMatchObject({ new: 5, unread: 0, dismissed: 0 });
  });

  it('is waited for by the keys after it, so that they meet the paper it brings back', async () => {
    const page = await open();
    await Promise.all([
      page.commands.decide('save', 5100),
      page.commands.decide('dismiss', 5200),
      page.commands.undo(5300),
      page.commands.decide('later', 5400),
      page.commands.undo(5500),
      page.commands.undo(5600),
      page.commands.decide('dismiss', 5700),
    ]);
    expect(await Promise.all(all.map(stateOf))).toEqual(['dismissed', 'new', 'new', 'new', 'new']);
    expect(current(page)).toBe('arxiv:4');
  });

  it('stops at the beginning of the session', async () => {
    await decide(['arxiv:1'], 'dismissed', 4000);
    const page = await open();
    await page.commands.undo(5300);
    expect(await stateOf('arxiv:1')).toBe('dismissed');
    expect(page.service.state.notice.value?.said).toBe('There is nothing to undo');
  });

  it('passes over what a rule saved meanwhile, and what is still being done', async () => {
    await saveRule(
      {
        id: 'r',
        effect: 'follow',
        subject: 'organization',
        value: 'Lab',
        saves: true,
      },
      4000,
    );
    const page = await open();
    await page.commands.decide('dismiss', 5100);
    await sightOn('2026-03-27', 5150, paper('arxiv:5', { organization: 'Lab' }));
    const running = await decide(['arxiv:1'], 'read', 5200);
    const release = holdAction(running.action ?? 0);
    await page.commands.undo(5300);
    release();
    expect(await Promise.all(all.map(stateOf))).toEqual(['new', 'new', 'unread', 'read', 'new']);
  });

  it('takes tags back too, and tags keep the paper on top', async () => {
    const page = await open();
    await page.commands.changeTags('arxiv:3', { add: ['rl'], remove: [] }, 5100);
    expect(page.service.state.current.value?.tags).toEqual(['rl']);
    await page.commands.decide('save', 5200);
    await page.commands.undo(5300);
    await page.commands.undo(5400);
    expect(page.service.state.current.value).toMatchObject({ id: 'arxiv:3', tags: [] });
  });
});
