import { describe, expect, it } from 'vitest';
import { listActions } from '../../../store/actions/list';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { countNew, counts } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { decide, decideOnPage } from '../../../store/words/decide';
import { byteDance, gauss, make, recordOf } from '../../support/rules';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

describe('a rule that acts', () => {
  it('saves new papers once, told by its name and undone as one', async () => {
    await make({ id: 'r', value: 'ByteDance', saves: true });
    const papers = [byteDance('arxiv:1'), byteDance('arxiv:2'), paper('arxiv:3')];
    const states = await sightOn('2026-03-27', 1000, ...papers);
    expect(states).toEqual({ 'arxiv:1': 'unread', 'arxiv:2': 'unread', 'arxiv:3': 'new' });
    const [action] = await listActions();
    expect(action).toMatchObject({ kind: 'ruleSaved', detail: 'ByteDance', total: 2, done: 2 });
    expect(await undoAction(action?.id ?? 0, 2000)).toEqual({ count: 2, left: 0, back: 'new' });
    expect(await countNew()).toEqual({ new: 3, muted: 0, followed: 2 });
    await sightOn('2026-03-28', 3000, byteDance('arxiv:1', { upvotes: 9, organization: 'Other' }));
    await sightOn('2026-03-28', 4000, byteDance('arxiv:1', { upvotes: 10 }));
    expect((await recordOf('arxiv:1')).state).toBe('new');
  });

  it('is not undone in place of what the reader did last', async () => {
    await sightOn('2026-03-27', 900, paper('arxiv:3'));
    await decide(['arxiv:3'], 'dismissed', 950);
    await make({ id: 'r', value: 'ByteDance', saves: true });
    await sightOn('2026-03-27', 1000, byteDance('arxiv:1'));
    expect(await undoLast(2000)).toMatchObject({ action: { kind: 'dismissed' } });
    expect((await recordOf('arxiv:1')).state).toBe('unread');
  });

  it('saves what it tags; two of them do so side by side', async () => {
    await make({ id: 'r', value: 'ByteDance', tags: ['lab'] }, 500);
    await make({ id: 's', subject: 'phrase', value: 'gaussian', saves: true, tags: ['3d'] }, 600);
    await sightOn(
      '2026-03-27',
      1000,
      byteDance('arxiv:1', { title: 'Gaussian' }),
      gauss('arxiv:2'),
    );
    expect(await recordOf('arxiv:1')).toMatchObject({ state: 'unread', tags: ['lab', '3d'] });
    const actions = await listActions();
    expect(actions.map(({ kind, done }) => [kind, done])).toEqual([
      ['ruleTagged', 2],
      ['ruleTagged', 1],
    ]);
    for (const { id } of actions) await undoAction(id, 2000);
    expect(await recordOf('arxiv:1')).toMatchObject({ state: 'new', tags: [] });
    expect(await countNew()).toEqual({ new: 2, muted: 0, followed: 2 });
  });

  it('leaves alone what was there before, what was decided on, and what is seen', async () => {
    await sightOn('2026-03-27', 800, byteDance('arxiv:1'), paper('arxiv:2'), paper('arxiv:4'));
    await decide(['arxiv:2'], 'dismissed', 850);
    await noteImpressions(['arxiv:4'], 800);
    await endVisit(800);
    await make({ id: 'r', value: 'ByteDance', saves: true }, 900);
    await sightOn(
      '2026-03-27',
      1000,
      ...['arxiv:1', 'arxiv:2', 'arxiv:4'].map((id) => byteDance(id)),
    );
    const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;
    await decideOnPage(byteDance('arxiv:3'), 'dismissed', visit, 1001);
    await sightOn('2026-03-27', 2000, byteDance('arxiv:3', { upvotes: 99 }));
    expect(await counts()).toMatchObject({ new: 1, seen: 1, dismissed: 2, unread: 0 });
    expect((await recordOf('arxiv:3')).matches).toEqual(['r']);
  });

  it('acts on what a poll finds, and on a known paper that comes to match', async () => {
    await make({ id: 'r', value: 'ByteDance', saves: true });
    const day = { digest: 'huggingface:day:2026-03-27', day: '2026-03-27' };
    const answer = { checkedAt: 1000, still: 1 };
    const papers = [byteDance('arxiv:1'), paper('arxiv:2')];
    await recordSighting({ ...day, shows: 'poll', visitAt: 1000, papers, answer });
    expect(await counts()).toMatchObject({ unread: 1, new: 1 });
    await recordSighting({
      ...day,
      shows: 'poll',
      visitAt: 2000,
      papers: [byteDance('arxiv:2')],
      answer,
    });
    expect(await counts()).toMatchObject({ unread: 2, new: 0 });
  });
});
