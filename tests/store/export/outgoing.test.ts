import { expect, it } from 'vitest';
import { bareCitation, wholePaper } from '../../../exports/along';
import { defaultKeyPattern } from '../../../exports/citation-keys';
import type { OutgoingPaper } from '../../../exports/outgoing';
import { keyBag, mergeExtra } from '../../../papers/facts/extra';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { type Outgoing, readOutgoing } from '../../../store/export/read';
import { importPapers } from '../../../store/imports/write';
import { decide, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import version7 from '../../fixtures/databases/version-7.json';
import { restoreNow } from '../../support/contents';
import { frozenDatabase } from '../../support/frozen';
import { fileOf, papersIn } from '../../support/imports';
import { sightMany } from '../../support/library';
import { snooze } from '../../support/paper-changes';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const now = 9000;
const withKeys: Outgoing = { along: wholePaper, keyPattern: defaultKeyPattern };

async function read(
  ids: readonly string[],
  how: Outgoing = { along: wholePaper },
): Promise<OutgoingPaper[]> {
  const papers: OutgoingPaper[] = [];
  for await (const page of readOutgoing(ids, how, now)) papers.push(...page);
  return papers;
}

async function keysOf(ids: readonly string[], keyPattern = defaultKeyPattern) {
  const papers = await read(ids, { ...withKeys, keyPattern });
  return papers.map(({ citationKey }) => citationKey);
}

async function take(bib: string): Promise<void> {
  const chosen = (await papersIn(fileOf('a.bib', bib))).map((entry) => ({ entry }));
  await importPapers(chosen, { takesFolders: true, bringsBack: false }, now);
}

const entry = `@article{mine:2020, title = {A Study}, author = {Lovelace, Ada}, year = 2020, eprint = {2003.00001},
  journal = {Nature}, keywords = {{vision, language}}, annote = {Read it.}, timestamp = {2020-03-04}}`;

it('gives what is stored of a paper, by its id or by an alias, and in the order asked', async () => {
  await sightOn(
    '2026-03-27',
    1000,
    paper('arxiv:1', { abstract: 'Words.', aliases: ['doi:10.1/a'] }),
  );
  await decide(['arxiv:1'], 'reading', 1100);
  await star(['arxiv:1'], true, 1200);
  await saveNote('arxiv:1', 'Table 4', 0, '—', 1300);
  await setTags('arxiv:1', ['agents'], 1400);
  await take(entry);
  const [first, second, ...others] = await read([
    'arxiv:2003.00001',
    'doi:10.1/a',
    'arxiv:1',
    'x:0',
  ]);
  expect(others).toEqual([]);
  expect(second).toEqual({
    id: 'arxiv:1',
    aliases: ['doi:10.1/a'],
    title: 'Paper arxiv:1',
    authors: ['Ada Lovelace', 'Émile Borel'],
    upvotes: 3,
    abstract: 'Words.',
    tags: ['agents'],
    note: 'Table 4',
    status: 'reading',
    starred: true,
    savedAt: 1100,
  });
  expect(first).toMatchObject({
    venue: 'Nature',
    tags: ['vision, language'],
    note: 'Read it.',
    citationKey: 'mine:2020',
    extra: { bibtex: { timestamp: '2020-03-04', entrytype: 'article' } },
  });
  expect(first?.extra).not.toHaveProperty('tag-names');
});

it('leaves behind what is not to go along', async () => {
  await take(entry);
  const [bare] = await read(['arxiv:2003.00001'], { along: bareCitation });
  expect(Object.keys(bare ?? {}).sort()).toEqual(
    ['authors', 'citationKey', 'id', 'publishedAt', 'title', 'venue'].sort(),
  );
  const [tagged] = await read(['arxiv:2003.00001'], { along: { ...bareCitation, tags: true } });
  expect(tagged?.tags).toEqual(['vision, language']);
});

it('says that a snoozed paper is unread, and of one that is not in the list nothing', async () => {
  await sightMany(2);
  await snooze(['arxiv:0'], now + 1000, 2000);
  const papers = await read(['arxiv:0', 'arxiv:1']);
  expect(papers.map(({ status }) => status)).toEqual(['unread', undefined]);
});

it('reads a long list page by page, tells how far it is, and ends when asked', async () => {
  const ids = await sightMany(600);
  const told: number[] = [];
  const sizes: number[] = [];
  const how = { along: wholePaper, onProgress: (done: number) => void told.push(done) };
  for await (const page of readOutgoing(ids, how, now)) sizes.push(page.length);
  expect(told).toEqual([250, 500, 600]);
  expect(sizes).toEqual([250, 250, 100]);
  const stop = new AbortController();
  const stopping = { along: wholePaper, signal: stop.signal, onProgress: () => stop.abort() };
  await expect(read(ids, stopping)).rejects.toThrow('abort');
});

it('gives each paper a key that stays, whatever is asked for later, and that no other has', async () => {
  await sightMany(3);
  const first = await keysOf(['arxiv:1']);
  expect(first).toEqual(['lovelacepaper']);
  expect(await keysOf(['arxiv:0', 'arxiv:1', 'arxiv:2'], '[auth][shorttitle]')).toEqual([
    'lovelacepaperb',
    'lovelacepaper',
    'lovelacepaperc',
  ]);
  expect(await keysOf(['arxiv:2', 'arxiv:1'], '[title]')).toEqual(['lovelacepaperc', ...first]);
});

it('keeps the key that a BibTeX file had, and gives it to nobody else', async () => {
  await take(entry);
  await take(entry.replace('2003.00001', '2003.00002').replace('mine', 'Mine'));
  expect(await keysOf(['arxiv:2003.00001', 'arxiv:2003.00002'])).toEqual([
    'mine:2020',
    'Mine:2020b',
  ]);
});

it('keeps keys in a backup', async () => {
  await sightMany(2);
  await decide(['arxiv:0', 'arxiv:1'], 'unread', 2000);
  const keys = await keysOf(['arxiv:1', 'arxiv:0']);
  const contents = await readContents();
  await deleteEverything();
  await restoreNow(contents);
  expect(await keysOf(['arxiv:0', 'arxiv:1'])).toEqual(keys.toReversed());
});

it('of two keys of one paper keeps the one that was given out first', () => {
  const [early, late] = [{ citationKey: keyBag('b', 1) }, { citationKey: keyBag('a', 2) }];
  for (const [one, other] of [
    [early, late],
    [late, early],
    [early, early],
  ])
    expect(mergeExtra({ extra: one }, { extra: other })).toEqual({ extra: early });
});

it('gives no key where none is asked for', async () => {
  await sightMany(1);
  await read(['arxiv:0']);
  const { details } = await readContents();
  expect(details.some(({ extra }) => extra)).toBe(false);
});

it('gives keys in a database of an older version, too', async () => {
  await frozenDatabase(version7, now);
  const [key] = await keysOf(['arxiv:2603.25001']);
  expect(key).toBeDefined();
  expect(await keysOf(['arxiv:2603.25001'], '[year]')).toEqual([key]);
});
