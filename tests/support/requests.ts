import 'fake-indexeddb/auto';

/** What some work asked of the database. */
export interface Requests {
  /** By mode, in the order in which they were begun. */
  readonly transactions: readonly IDBTransactionMode[];
  /** How many times one request waited for another one's answer in its transaction, at most, over all of them. */
  readonly rounds: number;
  /** How many of each kind, by store: `papers.get`; those of an index are its store's. */
  readonly requests: Readonly<Record<string, number>>;
}

interface Counting {
  readonly transactions: IDBTransactionMode[];
  readonly rounds: Map<IDBTransaction, { answered: number; most: number }>;
  readonly requests: Map<string, number>;
}

let counting: Counting | undefined;

const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...given) {
  const transaction = begin.apply(this, given);
  counting?.transactions.push(transaction.mode);
  return transaction;
};

const kinds = {
  store: ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'put', 'add', 'delete', 'clear'],
  index: ['get', 'getKey', 'getAll', 'getAllKeys', 'count'],
  cursors: ['openCursor', 'openKeyCursor'],
} as const;

type Method = (this: object, ...given: unknown[]) => IDBRequest;

/** Has each call of some methods counted. */
function count(
  prototype: object,
  names: readonly string[],
  storeOf: (source: never) => IDBObjectStore,
): void {
  const methods = prototype as Record<string, Method>;
  for (const name of names) {
    const method = methods[name];
    if (!method) throw new Error(`There is no ${name}`);
    methods[name] = function (...given) {
      const request = method.apply(this, given);
      note(storeOf(this as never), name, request);
      return request;
    };
  }
}

function note({ name, transaction }: IDBObjectStore, kind: string, request: IDBRequest): void {
  if (!counting) return;
  const key = `${name}.${kind}`;
  counting.requests.set(key, (counting.requests.get(key) ?? 0) + 1);
  const rounds = counting.rounds.get(transaction) ?? { answered: 0, most: 0 };
  counting.rounds.set(transaction, rounds);
  const round = rounds.answered + 1;
  rounds.most = Math.max(rounds.most, round);
  request.addEventListener('success', () => {
    rounds.answered = Math.max(rounds.answered, round);
  });
}

count(
  IDBObjectStore.prototype,
  [...kinds.store, ...kinds.cursors],
  (store: IDBObjectStore) => store,
);
count(
  IDBIndex.prototype,
  [...kinds.index, ...kinds.cursors],
  (index: IDBIndex) => index.objectStore,
);

/** Counts what some work asks of the database, and nothing of what goes on after it. */
export async function requestsOf(work: () => Promise<unknown>): Promise<Requests> {
  const mine: Counting = { transactions: [], rounds: new Map(), requests: new Map() };
  counting = mine;
  try {
    await work();
  } finally {
    counting = undefined;
  }
  return {
    transactions: mine.transactions,
    rounds: [...mine.rounds.values()].reduce((sum, { most }) => sum + most, 0),
    requests: Object.fromEntries(
      [...mine.requests].sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
  };
}
