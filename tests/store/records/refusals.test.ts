import { describe, expect, it } from 'vitest';
import { listActions } from '../../../store/actions/list';
import { undoAction } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { emptyBin } from '../../../store/records/bin';
import { refusalOf } from '../../../store/records/refusals';
import { decide } from '../../../store/words/decide';
import { restoreNow } from '../../support/contents';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const pair = refusalOf('arxiv:2', 'arxiv:1', 3000);

async function fill(): Promise<void> {
  await sightOn('2026-03-27', 1000, ...['1', '2', '3'].map((id) => paper(`arxiv:${id}`)));
  await decide(['arxiv:1', 'arxiv:2', 'arxiv:3'], 'unread', 2000);
  const database = await connection();
  await database.put('refusals', pair);
  await database.put('refusals', refusalOf('arxiv:2', 'arxiv:3', 3100));
  await database.put('fillings', { id: 'arxiv:1', due: 0, tries: 2 });
}

const refusals = async () => (await connection()).getAll('refusals');

describe('that two papers are two', () => {
  it('is said of the same pair, whichever is named first', () => {
    expect(refusalOf('arxiv:1', 'arxiv:2', 3000)).toEqual(pair);
    expect(pair).toEqual({ one: 'arxiv:1', other: 'arxiv:2', at: 3000 });
  });

  it('is in a backup and comes back with it, what waits for its title is not', async () => {
    await fill();
    const contents = await readContents();
    expect(contents.refusals).toEqual([pair, { one: 'arxiv:2', other: 'arxiv:3', at: 3100 }]);
    expect(JSON.stringify(contents)).not.toContain('tries');
    await deleteEverything();
    expect(await refusals()).toEqual([]);
    expect(await (await connection()).getAll('fillings')).toEqual([]);
    await restoreNow(contents);
    expect(await readContents()).toEqual(contents);
  });

  it('is read page by page, however much was refused', async () => {
    const database = await connection();
    const { store, done } = database.transaction('refusals', 'readwrite');
    for (let at = 0; at < 450; at += 1) void store.put(refusalOf('arxiv:a', `doi:${at}`, at));
    await done;
    expect((await readContents()).refusals).toEqual(await refusals());
  });

  it('goes again with the restore that brought it, unless it was said anew', async () => {
    await fill();
    const contents = await readContents();
    const database = await connection();
    await database.delete('refusals', ['arxiv:1', 'arxiv:2']);
    await restoreNow(contents);
    const [action] = await listActions();
    await undoAction(action?.id ?? 0, 9_000_000_000_100);
    expect(await refusals()).toMatchObject([{ one: 'arxiv:2', other: 'arxiv:3' }]);
    await restoreNow(contents);
    await database.put('refusals', refusalOf('arxiv:1', 'arxiv:2', 4000));
    const [again] = await listActions();
    await undoAction(again?.id ?? 0, 9_000_000_000_200);
    expect(await refusals()).toMatchObject([{ at: 4000 }, { at: 3100 }]);
  });

  it('is forgotten with either paper when the bin is emptied', async () => {
    await fill();
    await decide(['arxiv:3', 'arxiv:1'], 'deleted', 5000);
    await emptyBin();
    expect(await refusals()).toEqual([]);
  });
});
