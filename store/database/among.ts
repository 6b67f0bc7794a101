import type { PaperId } from '../../papers/paper';
import { groupsOf } from './by-id';
import { answers } from './requests';

/** Ids side by side in a store, and how many keys and rows beside them are worth looking at for them. */
interface Group {
  readonly ids: readonly PaperId[];
  readonly range: IDBKeyRange;
  readonly mostKeys: number;
  readonly mostRows: number;
}

/** For fewer, a request for each is as good. */
const few = 4;

/**
 * Which of many ids may be keys of a store, of which most are not: told by the keys that lie between those that begin
 * alike, with few requests.
 * @returns Those that are; where much else lies between them, all of them.
 * @throws What IndexedDB throws.
 */
export async function keysAmong(
  store: IDBObjectStore,
  ids: readonly PaperId[],
): Promise<PaperId[]> {
  const groups = rangesOf(ids);
  const asked = groups.filter((group) => group.ids.length >= few);
  const found = await answers(
    asked.map(({ range, mostKeys }) => store.getAllKeys(range, mostKeys)),
  );
  const keys = new Map(asked.map((group, at) => [group, found[at] ?? []]));
  return groups.flatMap((group) => {
    const known = keys.get(group);
    if (!known || known.length === group.mostKeys) return group.ids;
    const isKey = new Set<IDBValidKey>(known);
    return group.ids.filter((id) => isKey.has(id));
  });
}

/**
 * The rows that have some of many ids as aliases, of which most are nobody's: told as by `keysAmong`.
 * @returns The rows by the ids asked.
 * @throws What IndexedDB throws.
 */
export async function aliasedAmong<Row extends { readonly aliases?: readonly PaperId[] }>(
  store: IDBObjectStore,
  ids: readonly PaperId[],
): Promise<Map<PaperId, Row>> {
  const index = store.index('alias');
  const groups = rangesOf(ids);
  const asked = groups.filter((group) => group.ids.length >= few);
  const found = await answers(
    asked.map(({ range, mostRows }): IDBRequest<Row[]> => index.getAll(range, mostRows)),
  );
  const rows = new Map<PaperId, Row>();
  const singly = groups.filter((group) => group.ids.length < few).flatMap(({ ids }) => ids);
  for (const [at, { ids, mostRows }] of asked.entries()) {
    const between = found[at] ?? [];
    if (between.length === mostRows) singly.push(...ids);
    else {
      const wanted = new Set(ids);
      for (const row of between)
        for (const alias of row.aliases ?? []) if (wanted.has(alias)) rows.set(alias, row);
    }
  }
  const others = await answers(singly.map((id): IDBRequest<Row | undefined> => index.get(id)));
  for (const [at, id] of singly.entries()) {
    const row = others[at];
    if (row) rows.set(id, row);
  }
  return rows;
}

/**
 * Does what `byIdsOrAliases` does where most ids are nobody's.
 * @returns The rows by the ids asked, those not stored left out.
 * @throws What IndexedDB throws.
 */
export async function rowsAmong<Row extends { readonly aliases?: readonly PaperId[] }>(
  store: IDBObjectStore,
  ids: readonly PaperId[],
): Promise<Map<PaperId, Row>> {
  const [keys, rows] = await Promise.all([keysAmong(store, ids), aliasedAmong<Row>(store, ids)]);
  const own = await answers(keys.map((id): IDBRequest<Row | undefined> => store.get(id)));
  for (const [at, id] of keys.entries()) {
    const row = own[at];
    if (row) rows.set(id, row);
  }
  return rows;
}

function rangesOf(ids: readonly PaperId[]): Group[] {
  return groupsOf([...new Set(ids)]).map((group) => ({
    ids: group,
    range: IDBKeyRange.bound(group[0], group.at(-1)),
    mostKeys: 4 * group.length,
    mostRows: group.length,
  }));
}
