import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeMany } from '../../../store/actions/change';
import { listActions } from '../../../store/actions/list';
import { undoAction } from '../../../store/actions/undo';
import { readContents } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { storeNames } from '../../../store/database/schema';
import { emptyBin } from '../../../store/records/bin';
import { maintainSearch } from '../../../store/search/maintain';
import { addTag, decide, decideOnPage, setTags, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { recolourTag, renameTag } from '../../../store/words/tags';
import { restoreNow } from '../../support/contents';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;
const marks = ['Zyxtitle', 'Zyxabstract', 'Zyxnote', 'zyxtag', 'Zyxauthor', 'Zyxorganization'];
const marked = paper('arxiv:1', {
  title: 'Zyxtitle of it',
  abstract: 'The Zyxabstract.',
  aiSummary: 'Zyxabstract again',
  aiKeywords: ['Zyxabstract'],
  authors: ['Zyxauthor One'],
  organization: 'Zyxorganization',
  submittedBy: 'Zyxauthor',
});

/** Every row of every store, and all that is kept beside it, as text. */
async function everything(): Promise<string> {
  const database = await connection();
  const rows = await Promise.all(
    storeNames.map(async (name) => [
      name,
      await database.getAllKeys(name),
      await database.getAll(name),
    ]),
  );
  const kept = [
    await fakeBrowser.storage.local.get(null),
    await fakeBrowser.storage.session.get(null),
  ];
  return JSON.stringify([rows, kept]);
}

async function marksLeft(): Promise<string[]> {
  const all = (await everything()).toLowerCase();
  return marks.filter((mark) => all.includes(mark.toLowerCase()));
}

/** Everything a reader can do to a paper, so that its words are wherever words can be. */
async function marking(): Promise<void> {
  await sightOn('2026-03-27', 1000, marked, paper('arxiv:2'), paper('arxiv:3'));
  await decideOnPage(marked, 'unread', visit, 2000);
  await setTags('arxiv:1', ['zyxtag one', 'zyxtag/two'], 2100);
  await addTag('arxiv:1', 'zyxtag three', 2200);
  await saveNote('arxiv:1', 'Zyxnote', 0, '—', 2300);
  await star(['arxiv:1'], true, 2400);
  await maintainSearch(undefined, 0);
  await recolourTag('zyxtag one', 200, 2450);
  await renameTag('zyxtag three', 'zyxtag four', 2500);
  await changeMany(
    ['arxiv:1', 'arxiv:2'],
    { kind: 'tag', add: ['zyxtag five'], remove: [], saves: true },
    2600,
  );
  await changeMany(['arxiv:2'], { kind: 'tag', add: ['kept'], remove: ['zyxtag five'] }, 2700);
}

describe('an emptied bin', () => {
  it('leaves no word of its papers in any store', async () => {
    await marking();
    await decide(['arxiv:1'], 'deleted', 3000);
    await decide(['arxiv:2'], 'deleted', 3100);
    expect(await marksLeft()).toEqual(marks);
    expect(await emptyBin()).toBe(2);
    expect(await marksLeft()).toEqual([]);
    expect(await listActions()).toEqual([]);
  });

  it('leaves none in what was undone before', async () => {
    await marking();
    const [last] = await listActions();
    await undoAction(last?.id ?? 0, 2800);
    const saved = (await listActions()).find(({ kind }) => kind === 'saved');
    await undoAction(saved?.id ?? 0, 2900);
    await decide(['arxiv:1', 'arxiv:2'], 'deleted', 3000);
    await emptyBin();
    expect(await marksLeft()).toEqual([]);
  });

  it('leaves none of a join, whose steps have both papers whole', async () => {
    await sightOn('2026-03-27', 1000, marked);
    await sightOn('2026-03-28', 2000, { ...marked, id: 'doi:10.1/x' });
    await decide(['arxiv:1', 'doi:10.1/x'], 'unread', 2100);
    await saveNote('doi:10.1/x', 'Zyxnote', 0, '—', 2200);
    await sightOn('2026-03-29', 3000, { ...marked, aliases: ['doi:10.1/x'] });
    expect((await listActions())[0]?.kind).toBe('joined');
    await decide(['arxiv:1'], 'deleted', 4000);
    expect(await emptyBin()).toBe(1);
    expect(await marksLeft()).toEqual([]);
  });

  it('leaves none of a restore, whose steps have papers whole', async () => {
    await marking();
    const contents = await readContents();
    await decide(['arxiv:1'], 'deleted', 3000);
    await emptyBin();
    await sightOn('2026-03-29', 3100, marked);
    await restoreNow(contents, true);
    const [action] = await listActions();
    expect(action).toMatchObject({ kind: 'imported' });
    await decide(['arxiv:1', 'arxiv:2'], 'deleted', 9_000_000_000_100);
    expect(await marksLeft()).toEqual(marks);
    await emptyBin();
    expect(await marksLeft()).toEqual([]);
  });

  it('leaves the papers that stay in what can be undone, with their own words', async () => {
    await sightOn('2026-03-27', 1000, marked, paper('arxiv:2'));
    await changeMany(
      ['arxiv:1', 'arxiv:2'],
      { kind: 'tag', add: ['both'], remove: [], saves: true },
      2000,
    );
    await setTags('arxiv:2', ['both', 'mine'], 2100);
    await recolourTag('both', 100, 2450);
    await decide(['arxiv:1'], 'deleted', 3000);
    await emptyBin();
    expect(await listActions()).toMatchObject([
      { kind: 'tagged', detail: 'mine', done: 1 },
      { kind: 'tagged', detail: 'both', done: 1 },
    ]);
    const tags = await (await connection()).getAll('tags');
    expect(tags.map(({ key }) => key)).toEqual(['both', 'mine']);
    expect(await undoAction((await listActions())[1]?.id ?? 0, 4000)).toMatchObject({ count: 1 });
  });

  it('keeps the hue of a tag that a paper still in the bin has', async () => {
    await sightOn('2026-03-27', 1000, marked, paper('arxiv:2'));
    for (const id of ['arxiv:1', 'arxiv:2']) await addTag(id, 'both', 2000);
    await recolourTag('both', 100, 2450);
    await decide(['arxiv:1'], 'deleted', 3000);
    const { binTime, purgeBin } = await import('../../../store/records/bin');
    await decide(['arxiv:2'], 'deleted', 4000);
    expect(await purgeBin(3000 + binTime)).toBe(1);
    expect(await (await connection()).get('tags', 'both')).toMatchObject({ hue: 100 });
  });
});
