import { unwrap } from 'idb';
import { afterEach, expect, it, vi } from 'vitest';
import type { PaperRecord } from '../../../papers/record';
import { keysAmong, rowsAmong } from '../../../store/database/among';
import { byIdOrAlias, byIds, byIdsOrAliases } from '../../../store/database/by-id';
import { rowsInRuns } from '../../../store/database/by-runs';
import { connection } from '../../../store/database/connection';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();
afterEach(() => vi.restoreAllMocks());

const many = (month: string, count: number, step = 1) =>
  Array.from({ length: count }, (_, at) => `arxiv:${month}.${10_000 + at * step}`);

it.each([
  ['a page of one month', many('2603', 40)],
  ['some of a month, far apart', many('2603', 6, 40)],
  ['one paper', many('2603', 1)],
  ['papers of several months', [...many('2603', 5, 7), ...many('2602', 5), ...many('1706', 2)]],
  ['papers by other ids', ['doi:10.1/3', 'doi:10.1/39', 'doi:10.1/x', 'arxiv:2605.20003', 'x']],
  ['papers nobody has met', many('2604', 20)],
  ['an alias among ids that begin like it', many('2605', 8).concat('arxiv:2605.20003')],
  ['nothing', []],
] as const)('many rows are found as one by one: %s', async (_, ids) => {
  const stored = many('2603', 300).map((id, at) =>
    paper(id, at % 3 ? {} : { aliases: [`doi:10.1/${at}`] }),
  );
  const others = many('2605', 5).map((id) => paper(id));
  const known = paper('openreview:abc', { aliases: ['arxiv:2605.20003'] });
  await sightOn('2026-03-27', 1000, ...stored, ...others, known);
  const read = async () => (await connection()).transaction('papers').store;
  const store = await read();
  const singly = await Promise.all(ids.map((id) => byIdOrAlias(store, id)));
  const found = await byIdsOrAliases(await read(), ids);
  expect(ids.map((id) => found.get(id))).toEqual(singly);
  const own = await byIds(await read(), ids);
  expect(ids.map((id) => own.get(id))).toEqual(
    singly.map((row, at) => (row?.id === ids[at] ? row : undefined)),
  );
  const inRuns = await rowsInRuns(unwrap(await read()), ids);
  expect(inRuns).toEqual(singly.map((row, at) => (row?.id === ids[at] ? row : undefined)));
  const among = await rowsAmong(unwrap(await read()), ids);
  expect(ids.map((id) => among.get(id))).toEqual(singly);
});

it('rows side by side are read by few requests, and few that nobody asked for', async () => {
  const stored = many('2603', 300);
  await sightOn('2026-03-27', 1000, ...stored.map((id) => paper(id)));
  const store = unwrap((await connection()).transaction('papers').store);
  const all = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  const ids = stored.filter((_, at) => at < 100 || at % 2 === 0 || at > 290);
  const rows = await rowsInRuns<PaperRecord>(store, ids.toReversed());
  expect(rows.map((row) => row?.id)).toEqual(ids.toReversed());
  expect(all).toHaveBeenCalledTimes(1);
  all.mockClear();
  const apart = stored.filter((_, at) => at % 3 === 0).slice(0, 20);
  expect((await rowsInRuns<PaperRecord>(store, apart)).map((row) => row?.id)).toEqual(apart);
  expect(all).toHaveBeenCalledTimes(20);
});

it('many of which none is there are looked up by few requests', async () => {
  await sightOn('2026-03-27', 1000, ...many('2603', 300).map((id) => paper(id)));
  const store = unwrap((await connection()).transaction('papers').store);
  const one = vi.spyOn(IDBObjectStore.prototype, 'get');
  const alias = vi.spyOn(IDBIndex.prototype, 'get');
  const strangers = many('2603', 299).map((id) => `${id}5`);
  expect(await keysAmong(store, strangers)).toEqual([]);
  expect(await rowsAmong(store, strangers)).toEqual(new Map());
  const asked = [...one.mock.calls, ...alias.mock.calls].map(([id]) => id);
  expect(asked.filter((id) => strangers.includes(String(id)))).toEqual([]);
});
