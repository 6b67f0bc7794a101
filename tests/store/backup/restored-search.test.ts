import { expect, it } from 'vitest';
import { type Contents, deleteEverything, readContents } from '../../../store/backup/contents';
import { restore } from '../../../store/backup/restore/write';
import { connection } from '../../../store/database/connection';
import { journalStore } from '../../../store/database/schema';
import { idsFound } from '../../../store/export/which';
import { maintainSearch } from '../../../store/search/maintain';
import { decide } from '../../../store/words/decide';
import { restoreNow } from '../../support/contents';
import { sightMany } from '../../support/library';
import { useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const inJournal = async () => (await connection()).count(journalStore);
const isPrepared = async () => (await connection()).get('preparation', 'search');

/** What a list of so many papers is kept as; the store is empty then, and the search prepared, as in a new profile. */
async function kept(count: number): Promise<Contents> {
  const ids = await sightMany(count);
  await decide(ids, 'unread', 2000);
  await setTags('arxiv:7', ['agents'], 3000);
  const contents = await readContents();
  await deleteEverything();
  await maintainSearch();
  return contents;
}

it('a list that comes into an empty one is prepared for the search once, when it is looked for or nobody waits', async () => {
  const contents = await kept(1200);
  await restoreNow(contents);
  expect(await inJournal()).toBe(0);
  expect((await idsFound('paper', '')).length).toBe(1200);
  expect(await idsFound('tag:agents', '')).toEqual(['arxiv:7']);
  expect(await isPrepared()).toMatchObject({ rules: expect.any(Number) });
});

it('and is found as far as it has come, searched in the middle or stopped there', async () => {
  const contents = await kept(1200);
  const found: number[] = [];
  const stop = new AbortController();
  const searches: Promise<unknown>[] = [];
  const onProgress = (done: number) => {
    if (done === 500) searches.push(idsFound('paper', '').then((ids) => found.push(ids.length)));
    if (done === 1000) stop.abort();
  };
  await restore(contents, 5000, false, { signal: stop.signal, onProgress });
  await Promise.all(searches);
  expect(found[0]).toBeGreaterThanOrEqual(500);
  expect((await idsFound('paper', '')).length).toBe(1000);
  await restore(contents, 6000);
  expect((await idsFound('paper', '')).length).toBe(1200);
});

it('a few that come to many go into the journal', async () => {
  const contents = await kept(300);
  await restoreNow(contents);
  expect(await inJournal()).toBe(300);
});
