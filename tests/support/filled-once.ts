import { IDBFactory } from 'fake-indexeddb';
import { closeConnection } from '../../store/database/connection';

/** What fake-indexeddb keeps, as far as it is copied here. */
interface Node {
  left: Node | undefined;
  right: Node | undefined;
  parent: Node | undefined;
}
interface Tree {
  _root: Node | undefined;
}
interface Records {
  records: Tree;
}
interface RawIndex {
  records: Records;
  rawObjectStore: RawStore;
}
interface RawStore {
  records: Records;
  rawIndexes: Map<string, RawIndex>;
  rawDatabase: RawDatabase;
  keyGenerator: object | null;
}
interface RawDatabase {
  name: string;
  version: number;
  rawObjectStores: Map<string, RawStore>;
}
interface RawFactory {
  readonly _databases: Map<string, RawDatabase>;
}

function like<Kind extends object>(one: Kind, changed: Partial<Kind>): Kind {
  return Object.assign(Object.create(Object.getPrototypeOf(one)), one, changed);
}

/** Records are put in the place of others, and never changed themselves: both trees may have them. */
function copyOfNode(node: Node | undefined, parent?: Node): Node | undefined {
  if (!node) return undefined;
  const copy: Node = { ...node, parent };
  copy.left = copyOfNode(node.left, copy);
  copy.right = copyOfNode(node.right, copy);
  return copy;
}

function copyOfRecords(records: Records): Records {
  const tree = records.records;
  return like(records, { records: like(tree, { _root: copyOfNode(tree._root) }) });
}

function copyOfStore(store: RawStore, rawDatabase: RawDatabase): RawStore {
  const copy = like(store, {
    rawDatabase,
    records: copyOfRecords(store.records),
    keyGenerator: store.keyGenerator && like(store.keyGenerator, {}),
  });
  copy.rawIndexes = new Map(
    [...store.rawIndexes].map(([name, index]) => [
      name,
      like(index, { rawObjectStore: copy, records: copyOfRecords(index.records) }),
    ]),
  );
  return copy;
}

/** Another factory with the same databases in it, none of which is open. */
function copyOf(factory: IDBFactory): IDBFactory {
  const copy = new IDBFactory();
  const { _databases } = copy as unknown as RawFactory;
  for (const [name, database] of (factory as unknown as RawFactory)._databases) {
    // One with its own lists of connections and transactions.
    const Database = database.constructor as new (name: string, version: number) => RawDatabase;
    const raw = new Database(name, database.version);
    for (const [store, rows] of database.rawObjectStores)
      raw.rawObjectStores.set(store, copyOfStore(rows, raw));
    _databases.set(name, raw);
  }
  return copy;
}

/**
 * For tests that begin with one and the same store, which takes long to fill: it is filled for the first of them, and the
 * others have a copy of what the database was then. Nothing but the database is kept.
 * @param fill Fills a fresh store; see `useFreshStore`.
 */
export function filledOnce(fill: () => Promise<void>): () => Promise<void> {
  let kept: IDBFactory | undefined;
  return async () => {
    if (!kept) {
      await fill();
      await closeConnection();
      kept = copyOf(globalThis.indexedDB as IDBFactory);
      return;
    }
    await closeConnection();
    globalThis.indexedDB = copyOf(kept);
  };
}
