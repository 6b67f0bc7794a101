import { storeNames } from '../../store/database/schema';
import { untilQuiet } from './store';

/** What an action of the reader costs the database, all that follows it included. */
export interface Cost {
  /** The stores of each transaction that only reads, sorted: `details, notes`. */
  readonly reads: readonly string[];
  /** The requests of these. */
  readonly requests: number;
  /** How many transactions write. */
  readonly writes: number;
}

interface Counting {
  reads: string[];
  requests: number;
  writes: number;
}

let counting: Counting | undefined;

const asking = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];
const askingIndex = [...asking, 'getAllRecords'];
/** An object whose methods are asked for by name. */
type Methods = Record<string, (this: never, ...given: unknown[]) => IDBRequest | IDBTransaction>;

/** Has each call of a method noted. */
function noteCalls<T>(
  prototype: T,
  names: readonly string[],
  note: (self: T, made: unknown) => void,
) {
  const methods = prototype as unknown as Methods;
  for (const name of names) {
    const method = methods[name];
    if (!method) throw new Error(`There is no ${name}`);
    methods[name] = function (this: T, ...given: unknown[]) {
      const made = method.apply(this as never, given);
      note(this, made);
      return made;
    } as Methods[string];
  }
}

function noteTransaction(made: unknown): void {
  const { mode, objectStoreNames } = made as IDBTransaction;
  // Over every store is only what waits for the others; see `untilQuiet`.
  if (!counting || objectStoreNames.length === storeNames.length) return;
  if (mode === 'readonly') counting.reads.push([...objectStoreNames].sort().join(', '));
  else counting.writes += 1;
}

function noteRequest(transaction: IDBTransaction): void {
  if (counting && transaction.mode === 'readonly') counting.requests += 1;
}

noteCalls(IDBDatabase.prototype, ['transaction'], (_, made) => noteTransaction(made));
noteCalls(IDBObjectStore.prototype, asking, ({ transaction }) => noteRequest(transaction));
noteCalls(IDBIndex.prototype, askingIndex, ({ objectStore }) =>
  noteRequest(objectStore.transaction),
);
noteCalls(IDBCursor.prototype, ['continue', 'continuePrimaryKey'], ({ source }) =>
  noteRequest(('objectStore' in source ? source.objectStore : source).transaction),
);

/** Counts what some work asks of the database, until nothing that came of it goes on. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  await untilQuiet();
  const mine: Counting = { reads: [], requests: 0, writes: 0 };
  counting = mine;
  try {
    await work();
    await untilQuiet();
  } finally {
    counting = undefined;
  }
  return { ...mine, reads: mine.reads.sort() };
}
