import { announceChange } from '../../lib/announce';
import { unawaited } from '../database/requests';
import { withDatabase } from '../database/with-database';
import { unlearn } from '../ranking/unlearn';
import type { Writer } from '../records/writer';
import { append } from './log';
import type { DecisionRow } from './row';

/** A row of the log as a backup has it: its number is this store's own. */
export type KeptDecision = Omit<DecisionRow, 'last'>;

/** Rows as a backup has them, oldest first. */
export function asKept(rows: readonly DecisionRow[]): KeptDecision[] {
  return rows.map(({ last: _last, ...row }) => row);
}

/** Which row a restore added: its number, and its time, since numbers begin anew when the log is forgotten. */
export type AddedDecision = Pick<DecisionRow, 'last' | 'at'>;

/**
 * Adds the decisions of a backup that are not here, within a running transaction.
 * @returns Which rows it added.
 */
export async function addDecisions(
  { transaction }: Writer,
  rows: readonly KeptDecision[],
): Promise<AddedDecision[]> {
  if (!rows.length) return [];
  const here = new Set((await transaction.objectStore('decisions').getAll()).map(nameOf));
  const fresh = rows.filter((row) => row.ids.length > 0 && !here.has(nameOf(row)));
  const numbers = fresh.length ? await append(transaction, fresh) : [];
  return fresh.flatMap(({ at }, index) => {
    const last = numbers[index];
    return last === undefined ? [] : { last, at };
  });
}

/** Takes rows out of the log again, within a running transaction; those that went meanwhile are passed over. */
export async function removeDecisions(
  { transaction }: Writer,
  rows: readonly AddedDecision[],
): Promise<void> {
  const store = transaction.objectStore('decisions');
  if (rows.length) unlearn(transaction.objectStore('profile'));
  for (const { last, at } of rows) if ((await store.get(last))?.at === at) await store.delete(last);
}

/**
 * Forgets every decision that was noted, and what was learned of them; what the papers are stays.
 * @throws StoreError
 */
export async function forgetDecisions(): Promise<void> {
  return withDatabase(async (database) => {
    const gone = ['decisions', 'ranking', 'scores'] as const;
    const transaction = database.transaction([...gone, 'profile' as const], 'readwrite');
    unlearn(transaction.objectStore('profile'));
    for (const name of gone) unawaited(transaction.objectStore(name).clear());
    await transaction.done;
    await announceChange({ stores: gone });
  });
}

function nameOf({ at, what, ids }: KeptDecision): string {
  return JSON.stringify([at, what, ids]);
}
