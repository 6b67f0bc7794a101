import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import { wholePaper } from '../../../exports/along';
import { defaultKeyPattern } from '../../../exports/citation-keys';
import { givenKey } from '../../../papers/facts/extra';
import type { PaperId } from '../../../papers/paper';
import { readContents } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { readOutgoing } from '../../../store/export/read';
import { settleKeys } from '../../../store/export/settle-keys';
import { emptyBin } from '../../../store/records/bin';
import { decide } from '../../../store/words/decide';
import { sightMany } from '../../support/library';
import { bring } from '../../support/out-and-back';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();
afterEach(() => vi.restoreAllMocks());

const now = 9000;

/** The key of each paper, in the order of the ids. */
async function exported(
  ids: readonly PaperId[],
  between: () => Promise<unknown> = async () => {},
): Promise<(string | undefined)[]> {
  const how = { along: wholePaper, keyPattern: defaultKeyPattern };
  const keys: (string | undefined)[] = [];
  for await (const page of readOutgoing(ids, how, now)) {
    keys.push(...page.map(({ citationKey }) => citationKey));
    await between();
  }
  return keys;
}

async function keysInDetails(): Promise<Map<PaperId, string>> {
  const rows = await (await connection()).getAll('details');
  return new Map(rows.flatMap((row) => [[row.id, givenKey(row)] as const].filter(isGiven)));
}

function isGiven(pair: readonly [PaperId, string | undefined]): pair is readonly [PaperId, string] {
  return pair[1] !== undefined;
}

const inProfile = async () => (await connection()).getAllKeys('profile');
const isRow = (key: unknown) => Array.isArray(key) && key[0] === 'keys';

/** Requests to write that the store gets from now on, by store. */
function watchWrites(): Map<string, number> {
  const writes = new Map<string, number>();
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore & { name: string },
    ...given: unknown[]
  ) {
    writes.set(this.name, (writes.get(this.name) ?? 0) + 1);
    return Reflect.apply(put, this, given);
  });
  return writes;
}

it('are written in a row for a page, and to their papers before a backup is read', async () => {
  const ids = await sightMany(600);
  const writes = watchWrites();
  const keys = await exported(ids);
  expect([...writes]).toEqual([['profile', 3]]);
  expect(new Set(keys.map((key) => key?.toLowerCase())).size).toBe(600);
  expect(await exported(ids.toReversed())).toEqual(keys.toReversed());
  const { details } = await readContents();
  const kept = new Map(details.map((row) => [row.id, givenKey(row)]));
  expect(ids.map((id) => kept.get(id))).toEqual(keys);
  expect((await inProfile()).filter(isRow)).toEqual([]);
  expect(await exported(ids)).toEqual(keys);
});

it('are the same ones in two windows that export at once, and no two papers have one', async () => {
  const ids = await sightMany(700);
  const [one, other] = await Promise.all([exported(ids), exported(ids.toReversed())]);
  expect(other).toEqual(one.toReversed());
  expect(new Set(one).size).toBe(700);
  await settleKeys();
  expect(await exported(ids)).toEqual(one);
});

it('stay what they are while they are written to their papers in the middle of an export', async () => {
  const ids = await sightMany(600);
  const first = await exported(ids.slice(100, 300));
  const keys = await exported(ids, settleKeys);
  expect(keys.slice(100, 300)).toEqual(first);
  expect(new Set(keys).size).toBe(600);
  expect(await exported(ids)).toEqual(keys);
});

it('are not those that papers have already, be those many or few', async () => {
  const ids = await sightMany(330);
  const old = await exported(ids.slice(0, 300));
  await settleKeys();
  expect(await keysInDetails()).toHaveLength(300);
  const [few, many] = [await exported(ids.slice(300, 303)), await exported(ids.slice(303))];
  expect(new Set([...old, ...few, ...many]).size).toBe(330);
});

it('wait where writing them was cut off, and go on from there', async () => {
  const ids = await sightMany(250);
  const keys = await exported(ids);
  const put = IDBObjectStore.prototype.put;
  let left = 150;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore & { name: string },
    ...given: unknown[]
  ) {
    left -= 1;
    if (left < 0) throw new DOMException('no space', 'QuotaExceededError');
    return Reflect.apply(put, this, given);
  });
  await expect(settleKeys()).rejects.toMatchObject({ code: 'full' });
  vi.restoreAllMocks();
  expect(await exported(ids)).toEqual(keys);
  await settleKeys();
  expect([...(await keysInDetails()).values()].sort()).toEqual(keys.toSorted());
  expect(await exported(ids)).toEqual(keys);
});

it('leave to papers of one page the keys that their files had, whichever comes first', async () => {
  const entry = (key: string, fields: string) =>
    `@misc{${key}, title = {Paper}, author = {Lovelace, Ada}, ${fields}}`;
  const file = entry('Lovelacepaper', 'doi = {10.1000/b}');
  await sightOn(
    '2026-03-27',
    1000,
    paper('arxiv:1', { title: 'Paper', authors: ['Ada Lovelace'] }),
  );
  await bring('a.bib', new Blob([file]), 2000);
  const ids = ['arxiv:1', 'doi:10.1000/b'];
  expect(await exported(ids)).toEqual(['lovelacepaperb', 'Lovelacepaper']);
});

it('are given to nobody where they cannot be kept', async () => {
  const ids = await sightMany(3);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no space', 'QuotaExceededError');
  });
  await expect(exported(ids)).rejects.toMatchObject({ code: 'full' });
  vi.restoreAllMocks();
  expect((await inProfile()).filter(isRow)).toEqual([]);
});

it('go along where a paper becomes another one, of which the first key stands', async () => {
  await sightOn('2026-03-27', 1000, paper('openreview:a'), paper('arxiv:1'));
  const [older] = await exported(['openreview:a']);
  await sightOn('2026-03-28', 2000, paper('arxiv:1', { aliases: ['openreview:a'] }));
  expect(await exported(['arxiv:1'])).toEqual([older]);
  await settleKeys();
  expect(await exported(['openreview:a'])).toEqual([older]);
});

it('go with a paper that is deleted for good', async () => {
  const [id = ''] = await sightMany(1);
  await exported([id]);
  await decide([id], 'unread', 2000);
  await decide([id], 'deleted', 3000);
  expect(await emptyBin()).toBe(1);
  expect((await inProfile()).filter(isRow)).toEqual([]);
  expect(await keysInDetails()).toEqual(new Map());
});
