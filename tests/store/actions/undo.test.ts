import { describe, expect, it } from 'vitest';
import { changeMany } from '../../../store/actions/change';
import { undoAction } from '../../../store/actions/undo';
import { openPaper, recordsOf } from '../../../store/records/queries';
import { decide, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { markOpened } from '../../../store/words/opened';
import { moveInQueue } from '../../../store/words/queue';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const day = '2026-03-27';

async function record(id: string) {
  const [found] = await recordsOf([id]);
  if (!found) throw new Error(`No ${id}`);
  return found;
}

describe('an undo', () => {
  it('tells what all that it put back are now, where they wait for a decision again', async () => {
    await sightOn(day, 1000, paper('arxiv:1'), paper('arxiv:2'), paper('arxiv:3'));
    await changeMany(['arxiv:2'], { kind: 'later' }, 1500);
    await changeMany(['arxiv:2'], { kind: 'state', to: 'undecided' }, 1600);
    await decide(['arxiv:3'], 'unread', 1700);
    const undone = async (...ids: string[]) => {
      const { action = 0 } = await decide(ids, 'dismissed', 2000);
      return undoAction(action, 3000);
    };
    expect(await undone('arxiv:1')).toEqual({ count: 1, left: 0, back: 'new' });
    expect(await record('arxiv:2')).toMatchObject({ state: 'seen' });
    expect(await undone('arxiv:1', 'arxiv:2')).toEqual({ count: 2, left: 0, back: 'undecided' });
    expect(await undone('arxiv:1', 'arxiv:3')).toEqual({ count: 2, left: 0 });
  });

  it('leaves a paper alone that was saved since, and says so', async () => {
    await sightOn(day, 1000, paper('arxiv:1'), paper('arxiv:2'));
    const { action = 0 } = await decide(['arxiv:1', 'arxiv:2'], 'dismissed', 2000);
    await decide(['arxiv:1'], 'unread', 3000);
    await setTags('arxiv:1', ['rl'], 3100);
    await saveNote('arxiv:1', 'Table 4', 0, '—', 3200);
    await decide(['arxiv:1'], 'read', 3300);
    const before = await record('arxiv:1');
    expect(await undoAction(action, 4000)).toEqual({ count: 1, left: 1, back: 'new' });
    expect(await record('arxiv:1')).toEqual(before);
    expect(before).toMatchObject({ state: 'read', savedAt: 3000, readAt: 3300, tags: ['rl'] });
    expect((await openPaper('arxiv:1')).note?.text).toBe('Table 4');
    expect(await record('arxiv:2')).toMatchObject({ state: 'new' });
  });

  it('puts each word of a paper back that nobody has changed since, and no other', async () => {
    await sightOn(day, 1000, paper('arxiv:1'), paper('arxiv:2'));
    const tagged = await changeMany(
      ['arxiv:1'],
      { kind: 'tag', add: ['rl', 'vision'], remove: [], saves: true },
      2000,
    );
    await star(['arxiv:1'], true, 3000);
    await changeMany(['arxiv:1'], { kind: 'tag', add: [], remove: ['vision'] }, 3100);
    await changeMany(['arxiv:1'], { kind: 'tag', add: ['vision', 'mine'], remove: [] }, 3200);
    expect(await undoAction(tagged.action ?? 0, 4000)).toEqual({
      ...{ count: 1, left: 1, back: 'new' },
    });
    expect(await record('arxiv:1')).toMatchObject({
      ...{ state: 'new', starred: true, tags: ['vision', 'mine'] },
    });
  });

  it('of a place to read next leaves the place that it was moved to since', async () => {
    await sightOn(day, 1000, paper('arxiv:1'), paper('arxiv:2'));
    await decide(['arxiv:1', 'arxiv:2'], 'unread', 2000);
    await changeMany(['arxiv:1'], { kind: 'queue', on: true }, 2100);
    const { action = 0 } = await changeMany(['arxiv:2'], { kind: 'queue', on: true }, 2200);
    await moveInQueue('arxiv:2', 'arxiv:1', 2300);
    const { queueAt } = await record('arxiv:2');
    expect(await undoAction(action, 4000)).toEqual({ count: 0, left: 1 });
    expect(await record('arxiv:2')).toMatchObject({ queueAt });
  });

  it('of a status leaves what opening the paper made of it', async () => {
    await sightOn(day, 1000, paper('arxiv:1'));
    const { action = 0 } = await decide(['arxiv:1'], 'unread', 2000);
    await markOpened('arxiv:1', 3000, { startsReading: true });
    expect(await undoAction(action, 4000)).toEqual({ count: 0, left: 1 });
    expect(await record('arxiv:1')).toMatchObject({ state: 'reading', openedAt: 3000 });
  });

  it('knows what came later by the order it was said in, not by the clock', async () => {
    await sightOn(day, 1000, paper('arxiv:1'));
    const { action = 0 } = await decide(['arxiv:1'], 'dismissed', 9000);
    await decide(['arxiv:1'], 'unread', 2000);
    expect(await undoAction(action, 1500)).toEqual({ count: 0, left: 1 });
    expect(await record('arxiv:1')).toMatchObject({ state: 'unread' });
  });

  it('of a paper that became part of another leaves that one as it is', async () => {
    await sightOn(day, 1000, paper('arxiv:1'), paper('doi:10.1/x', { title: 'Paper arxiv:1' }));
    await decide(['arxiv:1'], 'unread', 2000);
    const { action = 0 } = await decide(['doi:10.1/x'], 'reading', 2100);
    await sightOn(day, 3000, paper('arxiv:1', { aliases: ['doi:10.1/x'] }));
    const before = await record('arxiv:1');
    expect(before).toMatchObject({ state: 'reading' });
    expect(await undoAction(action, 4000)).toEqual({ count: 0, left: 1 });
    expect(await record('arxiv:1')).toEqual(before);
  });

  it('of a paper that another one was joined to leaves what came with that', async () => {
    await sightOn(day, 1000, paper('arxiv:1'), paper('doi:10.1/x', { title: 'Paper arxiv:1' }));
    const { action = 0 } = await decide(['arxiv:1'], 'unread', 2000);
    await decide(['doi:10.1/x'], 'reading', 2100);
    await sightOn(day, 3000, paper('arxiv:1', { aliases: ['doi:10.1/x'] }));
    expect(await undoAction(action, 4000)).toEqual({ count: 0, left: 1 });
    expect(await record('arxiv:1')).toMatchObject({ state: 'reading' });
  });
});
