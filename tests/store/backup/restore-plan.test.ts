import { describe, expect, it } from 'vitest';
import { listActions } from '../../../store/actions/list';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { planRestore } from '../../../store/backup/restore/plan';
import { restore } from '../../../store/backup/restore/write';
import { emptyBin } from '../../../store/records/bin';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { day, fill, none, now, recordOf } from '../../support/restore';
import { closedAt, paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

describe('the plan of a restore', () => {
  it('says what is new, changed, conflicting, deleted since and just so, and writes nothing', async () => {
    const mine = await fill();
    await deleteEverything();
    await sightOn(day, 1000, paper('arxiv:1'), paper('arxiv:2'), paper('arxiv:4'));
    await saveNote('arxiv:1', 'Written here', 0, '—', 1250);
    await decide(['arxiv:2'], 'unread', 1150);
    await decide(['arxiv:2'], 'dismissed', 5000);
    const before = await readContents();
    const { papers, adds } = await planRestore(mine);
    expect(papers).toEqual({ ...none, new: 1, conflicting: 1, deleted: 1, unchanged: 1 });
    expect(adds).toMatchObject({ decision: 1, tags: 1, note: 1 });
    expect(await readContents()).toEqual(before);
    expect(await listActions()).toHaveLength(2);
  });

  it('of what is here says that it changes nothing, and so it does', async () => {
    const mine = await fill();
    expect((await planRestore(mine)).papers).toEqual({ ...none, unchanged: 4 });
    const outcome = await restore(mine, now, true);
    expect(outcome).toEqual({ changed: 0, added: 0, isWhole: true });
    expect(await readContents()).toEqual(mine);
  });

  it('counts each paper once, though the database is closed under it', async () => {
    const mine = await fill();
    const plan = await planRestore(mine);
    for (let number = 1; number < 6; number += 1)
      expect(await closedAt(number, () => planRestore(mine)), `at ${number}`).toEqual(plan);
  });

  it('counts what was deleted for good since, and what was where the file comes from', async () => {
    const full = await fill();
    await decide(['arxiv:3'], 'deleted', 2000);
    await emptyBin();
    expect((await planRestore(full)).papers).toEqual({ ...none, deleted: 1, unchanged: 3 });
    const emptied = await readContents();
    await deleteEverything();
    await restore(full, now);
    expect((await planRestore(emptied)).buried).toBe(1);
    await restore(emptied, now);
    expect(await recordOf('arxiv:3')).toBeUndefined();
    expect((await readContents()).tombstones).toEqual(emptied.tombstones);
  });
});
