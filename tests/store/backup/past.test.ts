import { describe, expect, it } from 'vitest';
import { undoAction } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { planRestore } from '../../../store/backup/restore/plan';
import { restore } from '../../../store/backup/restore/write';
import { connection } from '../../../store/database/connection';
import { age } from '../../../store/upkeep/growth';
import {
  inDays,
  paperIds,
  pastIds,
  shrunken,
  sightAfter,
  start,
  stateOf,
} from '../../support/aging';
import { paper, useFreshStore } from '../../support/store';

useFreshStore();

describe('a backup', () => {
  it('takes along what is left, and brings it into an empty profile as it was', async () => {
    await shrunken([paper('arxiv:1')], [paper('arxiv:2')]);
    await sightAfter(93, paper('arxiv:3'));
    const mine = await readContents();
    await deleteEverything();
    expect(await pastIds()).toEqual([]);
    expect(await planRestore(mine)).toMatchObject({ past: 2, papers: { new: 1 } });
    const outcome = await restore(mine, inDays(94));
    expect(outcome).toMatchObject({ added: 1, changed: 1 });
    expect(await readContents()).toEqual(mine);
    expect(await planRestore(mine)).toMatchObject({ past: 0, papers: { unchanged: 1 } });
    await undoAction(outcome.action ?? 0, inDays(95));
    expect(await pastIds()).toEqual([]);
    expect(await paperIds()).toEqual([]);
  });

  it('brings a paper in full where it has shrunk here, and leaves it in full where it is', async () => {
    await sightAfter(0, paper('arxiv:1', { abstract: 'All of it' }));
    const whole = await readContents();
    await age(inDays(31), false);
    await age(inDays(92), false);
    const shrunk = await readContents();
    expect(shrunk.past).toHaveLength(1);
    await restore(whole, inDays(93));
    expect(await paperIds()).toEqual(['arxiv:1']);
    expect(await stateOf('arxiv:1')).toBe('missed');
    const { action = 0 } = await restore(shrunk, inDays(94));
    expect(action).toBe(0);
    expect(await pastIds()).toEqual([]);
    await age(inDays(400), false);
    expect(await paperIds()).toEqual(['arxiv:1']);
  });

  it('merges what is left here and there, and does not bring back what was deleted for good', async () => {
    await shrunken([paper('arxiv:1')]);
    const theirs = await readContents();
    const [past] = theirs.past;
    if (!past) throw new Error('nothing has shrunk');
    const earlier = { ...past, firstSeenAt: 1000 };
    const buried = { id: 'arxiv:9', deletedAt: start, firstSeenAt: start };
    await (await connection()).put('tombstones', buried);
    const file = { ...theirs, past: [earlier, { ...past, id: 'arxiv:9' }] };
    const { action = 0 } = await restore(file, inDays(93));
    expect((await readContents()).past).toEqual([earlier]);
    await undoAction(action, inDays(94));
    expect((await readContents()).past).toEqual([past]);
  });

  it('of many papers is taken by slices, each paper once, whatever the file says twice', async () => {
    const whole = paper('arxiv:1', { aliases: ['doi:10.1/a'] });
    const others = Array.from({ length: 620 }, (_, at) => paper(`arxiv:9${at}`));
    await shrunken([whole], others);
    const theirs = await readContents();
    const [past] = theirs.past;
    if (!past) throw new Error('nothing has shrunk');
    await sightAfter(93, whole);
    const { papers, details } = await readContents();
    await deleteEverything();
    const twin = { ...past, id: 'doi:10.1/a', aliases: [] };
    const file = { ...theirs, papers, details, past: [twin, ...theirs.past] };
    expect(await planRestore(file)).toMatchObject({ past: 622, papers: { new: 1 } });
    await restore(file, inDays(94));
    expect(await paperIds()).toEqual(['arxiv:1']);
    expect(await pastIds()).toHaveLength(620);
  });
});
