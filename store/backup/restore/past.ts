import { copyOf, merge, rowsOf } from '../../../papers/merge';
import type { PaperId } from '../../../papers/paper';
import { type Past, pastOf, recordOf } from '../../../papers/past';
import type { PaperRecord } from '../../../papers/record';
import { canonical } from '../../../papers/words/stamp';
import { connection } from '../../database/connection';
import { findTombstone } from '../../records/tombstones';
import type { Writer } from '../../records/writer';
import type { Restored } from './undo';

/**
 * Restores what is left of a paper that had shrunk where the file comes from: as a paper of the file where
 * one is here in full, else beside what is left of it here.
 * @param asPaper Restores it as a paper of the file.
 * @returns What was here before; `undefined` when nothing has changed.
 */
export async function restorePast(
  writer: Writer,
  past: Past,
  asPaper: (record: PaperRecord) => Promise<Restored | undefined>,
): Promise<Restored | undefined> {
  const store = writer.transaction.objectStore('past');
  const papers = writer.transaction.objectStore('papers');
  const before: Past[] = [];
  for (const id of idsOf(past)) {
    if ((await papers.get(id)) ?? (await papers.index('alias').get(id)))
      return asPaper(recordOf(past));
    const here = (await store.get(id)) ?? (await store.index('alias').get(id));
    if (here && !before.some((one) => one.id === here.id)) before.push(here);
  }
  if (before.length > 1) return asPaper(recordOf(past));
  if (await findTombstone(writer, past)) return undefined;
  const [mine] = before;
  const after = mine ? mergedPast(mine, past, writer.divider) : past;
  if (mine && canonical(mine) === canonical(after)) return undefined;
  await store.put(after);
  return { id: after.id, past: mine ? { before: mine } : {} };
}

function mergedPast(mine: Past, theirs: Past, divider: string): Past {
  const [record, other] = [recordOf(mine), recordOf(theirs)];
  const merged = merge(copyOf(record, undefined, undefined), copyOf(other, undefined, undefined));
  return pastOf(rowsOf(merged, record, divider).record);
}

/** Takes back what a restore did to what is left of a paper, unless it is a paper like any other again. */
export async function undoPast(
  { transaction }: Writer,
  id: PaperId,
  { before }: NonNullable<Restored['past']>,
): Promise<boolean> {
  const store = transaction.objectStore('past');
  if (!(await store.getKey(id))) return false;
  await (before ? store.put(before) : store.delete(id));
  return true;
}

/**
 * How many papers that had shrunk where a file comes from are not here at all.
 * @throws whatever IndexedDB does.
 */
export async function countUnknown(past: readonly Past[]): Promise<number> {
  const transaction = (await connection()).transaction(['papers', 'past', 'tombstones']);
  const stores = (['papers', 'past', 'tombstones'] as const).map((name) =>
    transaction.objectStore(name),
  );
  const known = await Promise.all(
    past.map(async (one) => {
      const keys = idsOf(one).flatMap((id) =>
        stores.flatMap((store) => [store.getKey(id), store.index('alias').getKey(id)]),
      );
      return (await Promise.all(keys)).some((key) => key !== undefined);
    }),
  );
  return known.filter((isKnown) => !isKnown).length;
}

function idsOf({ id, aliases = [] }: Past): readonly PaperId[] {
  return [id, ...aliases];
}
