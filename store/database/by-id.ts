import type { PaperId } from '../../papers/paper';

/** A store whose rows have ids of their own, and aliases in an index. */
interface Named<Row> {
  get(id: PaperId): Promise<Row | undefined>;
  index(name: 'alias'): { get(id: PaperId): Promise<Row | undefined> };
}

/**
 * Finds a row by its own id, else by an alias.
 * @returns `undefined` when no row has that id.
 * @throws What IndexedDB throws, for the transaction's own handler.
 */
export async function byIdOrAlias<Row>(store: Named<Row>, id: PaperId): Promise<Row | undefined> {
  return (await store.get(id)) ?? store.index('alias').get(id);
}

/** A store that is read by ranges as well. */
interface Ranged<Row> extends Named<Row> {
  getAll(range: IDBKeyRange, most: number): Promise<Row[]>;
  index(name: 'alias'): {
    get(id: PaperId): Promise<Row | undefined>;
    count(range: IDBKeyRange): Promise<number>;
  };
}

/** Ids that begin alike lie side by side: those that arXiv gave in one month. */
const alike = 'arxiv:2603'.length;
/** For fewer, a request for each is as good. */
const few = 4;

/**
 * Finds many rows by their ids or aliases, with few requests: one costs as much as some rows that nobody asked for. What
 * lies between the first and the last of the ids that begin alike is read whole, unless it is a lot.
 * @returns The rows by the ids asked, those not stored left out.
 * @throws What IndexedDB throws, for the transaction's own handler.
 */
export async function byIdsOrAliases<Row extends { readonly id: PaperId }>(
  store: Ranged<Row>,
  ids: readonly PaperId[],
): Promise<Map<PaperId, Row>> {
  const found = await Promise.all(groupsOf(ids).map((group) => readGroup(store, group)));
  return new Map(found.flat());
}

/** Ids that begin alike, together and in order. */
export function groupsOf(ids: readonly PaperId[]): PaperId[][] {
  const groups = new Map<string, PaperId[]>();
  for (const id of ids.toSorted()) {
    const start = id.slice(0, alike);
    const group = groups.get(start);
    if (group) group.push(id);
    else groups.set(start, [id]);
  }
  return [...groups.values()];
}

/** @param ids In order. */
async function readGroup<Row extends { readonly id: PaperId }>(
  store: Ranged<Row>,
  ids: readonly PaperId[],
): Promise<(readonly [PaperId, Row])[]> {
  const range = IDBKeyRange.bound(ids[0], ids.at(-1));
  const most = 4 * ids.length;
  const [rows, aliases] =
    ids.length < few
      ? [undefined, 1]
      : await Promise.all([store.getAll(range, most), store.index('alias').count(range)]);
  const isWhole = rows !== undefined && rows.length < most;
  const known = new Map(rows?.map((row) => [row.id, row]));
  const found = await Promise.all(
    ids.map(async (id) => {
      const own = known.get(id) ?? (isWhole ? undefined : await store.get(id));
      const row = own ?? (aliases ? await store.index('alias').get(id) : undefined);
      return row && ([id, row] as const);
    }),
  );
  return found.filter((one) => one !== undefined);
}
