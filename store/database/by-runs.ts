import type { PaperId } from '../../papers/paper';
import { groupsOf } from './by-id';
import { answers } from './requests';

/** Rows side by side in a store, of which those between the first and the last are read at once. */
interface Run {
  readonly first: PaperId;
  last: PaperId;
  /** How many rows lie from the first to the last. */
  length: number;
}

/** How many rows that nobody asked for are read rather than to begin another request. */
const mostBetween = 1;
/** How many keys are looked at for each row that is wanted; where more lie between, each is asked for by itself. */
const mostKeys = 4;

/**
 * Reads many rows by their own ids, those side by side in one request: a request costs a page more than a row does.
 * @returns Each in its place; `undefined` for what is not stored.
 * @throws What IndexedDB throws.
 */
export async function rowsInRuns<Row extends { readonly id: PaperId }>(
  store: IDBObjectStore,
  ids: readonly PaperId[],
): Promise<(Row | undefined)[]> {
  const groups = groupsOf(ids);
  const keys = await answers(
    groups.map((group) =>
      store.getAllKeys(IDBKeyRange.bound(group[0], group.at(-1)), mostKeys * group.length),
    ),
  );
  const runs = groups.flatMap((group, at) => runsOf(group, (keys[at] ?? []) as PaperId[]));
  const found = await answers(
    runs.map(
      ({ first, last, length }): IDBRequest<Row[]> =>
        store.getAll(first === last ? first : IDBKeyRange.bound(first, last), length),
    ),
  );
  const rows = new Map(found.flat().map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id));
}

/**
 * @param ids In order.
 * @param keys Those that are stored, from the first id on, in order; not all where they are too many.
 */
function runsOf(ids: readonly PaperId[], keys: readonly PaperId[]): Run[] {
  if (keys.length === mostKeys * ids.length)
    return ids.map((id) => ({ first: id, last: id, length: 1 }));
  const wanted = new Set(ids);
  const runs: Run[] = [];
  let between = 0;
  for (const key of keys) {
    if (!wanted.has(key)) {
      between += 1;
      continue;
    }
    const run = runs.at(-1);
    if (run && between <= mostBetween) {
      run.last = key;
      run.length += between + 1;
    } else runs.push({ first: key, last: key, length: 1 });
    between = 0;
  }
  return runs;
}
