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
