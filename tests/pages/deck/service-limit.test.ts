// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { counts } from '../../../store/records/queries';
import { current, kept, left, open, useDeck } from '../../support/deck-service';
import { paper, sightOn } from '../../support/store';

useDeck();

describe('a time limit', () => {
  it('puts the best first that fit, and dismisses the others as one', async () => {
    const page = await open();
    page.service.limit(1, 30_000);
    expect(left(page)).toEqual(['arxiv:1', 'arxiv:3']);
    expect(page.service.state.standing.value.rest).toEqual(['arxiv:4', 'arxiv:5', 'arxiv:2']);
    await page.commands.decide('save', 5100);
    const again = await open(undefined, 6000);
    expect(left(again)).toEqual(['arxiv:3']);
    await again.commands.decide('dismiss', 6100);
    expect(current(again)).toBeUndefined();
    await again.commands.dismissRest(6200);
    expect(await counts()).toMatchObject({ new: 0, unread: 1, dismissed: 4 });
    expect(again.service.state.notice.value).toEqual({
      said: 'Dismissed 3 papers',
      canUndo: true,
    });
    await again.commands.undo(6300);
    expect(await counts()).toMatchObject({ new: 3, dismissed: 1 });
  });

  it('that is used up stays so on a reload, and ends when papers came since', async () => {
    const page = await open();
    page.service.limit(1, 60_000);
    await page.commands.decide('save', 5100);
    const reloaded = await open(undefined, 6000);
    expect(kept(reloaded)).toEqual(['arxiv:1']);
    expect(left(reloaded)).toEqual([]);
    await sightOn('2026-03-28', 6100, paper('arxiv:6'));
    const next = await open(undefined, 7000);
    expect(next.service.state.session.value?.budget).toBeUndefined();
    expect(left(next)).toEqual(['arxiv:6', 'arxiv:3', 'arxiv:4', 'arxiv:5', 'arxiv:2']);
  });

  it('can be lifted, which goes on with the others', async () => {
    const page = await open();
    page.service.limit(1, 60_000);
    await page.commands.decide('later', 5100);
    page.service.limit(undefined, 60_000);
    expect(left(page)).toEqual(['arxiv:3', 'arxiv:4', 'arxiv:5', 'arxiv:2']);
    await page.commands.dismissRest(5200);
    expect(await counts()).toMatchObject({ new: 0, later: 1, dismissed: 4 });
  });
});
