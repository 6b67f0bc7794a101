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

/** A store that is read by ranges. */
interface Ranged<Row> {
  get(id: PaperId): Promise<Row | undefined>;
  getAll(range: IDBKeyRange, most: number): Promise<Row[]>;
}

/** The same with aliases. */
interface RangedWithAliases<Row> extends Ranged<Row> {
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
 * Finds many rows by their own ids, with few requests: one costs as much as some rows that nobody asked for. What lies
 * between the first and the last of the ids that begin alike is read whole, unless it is a lot.
 * @returns The rows by their ids, and maybe some between them; those not stored are left out.
 * @throws What IndexedDB throws, for the transaction's own handler.
 */
export async function byIds<Row extends { readonly id: PaperId }>(
  store: Ranged<Row>,
  ids: readonly PaperId[],
): Promise<Map<PaperId, Row>> {
  const found = await Promise.all(groupsOf(ids).map((group) => ownRows(store, group)));
  return new Map(found.flatMap((rows) => [...rows]));
}

/**
 * The same by ids or aliases.
 * @returns The rows by the ids asked, those not stored left out.
 * @throws What IndexedDB throws, for the transaction's own handler.
 */
export async function byIdsOrAliases<Row extends { readonly id: PaperId }>(
  store: RangedWithAliases<Row>,
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
  store: RangedWithAliases<Row>,
  ids: readonly PaperId[],
): Promise<(readonly [PaperId, Row])[]> {
  const aliasesIn = () => store.index('alias').count(IDBKeyRange.bound(ids[0], ids.at(-1)));
  const [own, aliases] = await Promise.all([
    ownRows(store, ids),
    ids.length < few ? 1 : aliasesIn(),
  ]);
  const found = await Promise.all(
    ids.map(async (id) => {
      const row = own.get(id) ?? (aliases ? await store.index('alias').get(id) : undefined);
      return row && ([id, row] as const);
    }),
  );
  return found.filter((one) => one !== undefined);
}

/**
 * @param ids In order.
 * @returns The rows by their ids, and maybe some between them.
 */
async function ownRows<Row extends { readonly id: PaperId }>(
  store: Ranged<Row>,
  ids: readonly PaperId[],
): Promise<Map<PaperId, Row>> {
  const most = 4 * ids.length;
  const isMany = ids.length >= few;
  const rows = isMany ? await store.getAll(IDBKeyRange.bound(ids[0], ids.at(-1)), most) : [];
  const known = new Map(rows.map((row) => [row.id, row]));
  if (isMany && rows.length < most) return known;
  const all = await Promise.all(ids.map((id) => known.get(id) ?? store.get(id)));
  return new Map(all.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}
