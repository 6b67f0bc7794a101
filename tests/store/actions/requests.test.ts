import { describe, expect, it } from 'vitest';
import type { PaperState } from '../../../papers/paper';
import { listActions } from '../../../store/actions/list';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { recordsOf } from '../../../store/records/queries';
import { addTag, decide, decideAsked, decideOnPage } from '../../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;
const id = 'arxiv:1';

/** Save, clicked at some time on a page that showed the paper in some state, as it arrives at another. */
const save = (at: number, now = at, shown: PaperState = 'new') =>
  decideOnPage(paper(id), 'unread', visit, now, { asked: { id: `save ${at}`, at, shown } });
const state = async () => (await recordsOf([id]))[0]?.state;

describe('a message of a decision that is sent again', () => {
  it('changes nothing that was decided since, and answers with what it did at first', async () => {
    await sightOn('2026-03-27', 1000, paper(id));
    const first = await save(2000);
    await decide([id], 'dismissed', 3000);
    expect(await save(2000, 4000)).toEqual({ ...first, states: { [id]: 'dismissed' } });
    expect(await listActions()).toMatchObject([{ kind: 'dismissed' }, { kind: 'saved' }]);
  });

  it('does not do again what was undone', async () => {
    await sightOn('2026-03-27', 1000, paper(id));
    await save(2000);
    await undoLast(3000);
    await save(2000, 4000);
    expect(await state()).toBe('new');
  });

  it('comes too late where the first one was lost and the reader has decided since', async () => {
    await sightOn('2026-03-27', 1000, paper(id));
    await decide([id], 'dismissed', 3000);
    expect(await save(2000, 4000)).toEqual({ states: { [id]: 'dismissed' } });
    await undoLast(5000);
    await save(2000, 6000);
    expect(await state()).toBe('new');
  });

  it('is done where the first one was lost and nothing came since, at the time of the click', async () => {
    await sightOn('2026-03-27', 1000, paper(id));
    await save(2000, 4000);
    expect(await recordsOf([id])).toMatchObject([{ state: 'unread', savedAt: 2000 }]);
  });

  it('is told from a later decision by a clock that was set back between', async () => {
    await sightOn('2026-03-27', 1000, paper(id));
    await save(9000);
    await decide([id], 'dismissed', 2000);
    await save(9000, 2100);
    expect(await state()).toBe('dismissed');
    await save(2200, 2200, 'dismissed');
    expect(await recordsOf([id])).toMatchObject([{ state: 'unread', savedAt: 2200 }]);
  });

  it('comes too late after a clock was set back, when the page showed another state', async () => {
    await sightOn('2026-03-27', 1000, paper(id));
    await decide([id], 'dismissed', 2000);
    await save(9000, 2100);
    expect(await state()).toBe('dismissed');
  });

  it('of a decision made in the same millisecond as the one before it is done', async () => {
    await sightOn('2026-03-27', 1000, paper(id));
    await decide([id], 'dismissed', 2000);
    await decide([id], 'undecided', 2000);
    await save(2000, 2000, 'new');
    expect(await state()).toBe('unread');
  });
});

describe('a message about more than a decision, sent again,', () => {
  const ids = ['arxiv:1', 'arxiv:2', 'arxiv:3'];
  const rest = (now: number) => decideAsked(ids, 'dismissed', { id: 'rest', at: 2000, now });

  it('dismisses nothing that was put back since', async () => {
    await sightOn('2026-03-27', 1000, ...ids.map((one) => paper(one)));
    const { action = 0 } = await rest(2000);
    await undoAction(action, 3000);
    expect(await rest(4000)).toMatchObject({ action, changed: 0, isWhole: true });
    expect((await recordsOf(ids)).map((record) => record.state)).toEqual(['new', 'new', 'new']);
  });

  it('whose first one was lost dismisses what nobody has decided on since', async () => {
    await sightOn('2026-03-27', 1000, ...ids.map((one) => paper(one)));
    await decide(['arxiv:2'], 'unread', 3000);
    await decide(['arxiv:3'], 'dismissed', 3100);
    await decide(['arxiv:3'], 'undecided', 3200);
    expect(await rest(4000)).toMatchObject({ changed: 1 });
    const states = (await recordsOf(ids)).map((record) => record.state);
    expect(states).toEqual(['dismissed', 'unread', 'new']);
  });

  it('gives no tag again that was taken off since', async () => {
    await sightOn('2026-03-27', 1000, paper(id));
    const tag = (now: number, click: string) =>
      addTag(id, 'rl', now, {}, { id: click, at: 2000, now });
    await tag(2000, 'one');
    await setTags(id, [], 3000);
    await tag(4000, 'one');
    await tag(4000, 'lost');
    expect(await recordsOf([id])).toMatchObject([{ state: 'unread', tags: [] }]);
  });
});
