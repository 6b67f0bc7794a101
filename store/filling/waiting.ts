import type { IDBPTransaction } from 'idb';
import { isToBeFilled } from '../../papers/filling/filling';
import type { PaperRecord } from '../../papers/record';
import { bare } from '../database/requests';
import type { OffprintSchema, writtenStores } from '../database/schema';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof writtenStores, 'readwrite'>;

/**
 * Has a saved paper that too little is known of wait for more, until it has it or is in the list no more.
 * @param after Absent where the paper is taken out.
 */
export function noteWaiting(
  transaction: WriteTransaction,
  before: PaperRecord | undefined,
  after: PaperRecord | undefined,
): void {
  const was = before !== undefined && isToBeFilled(before);
  const is = after !== undefined && isToBeFilled(after);
  if (was === is) return;
  const fillings = bare(transaction, 'fillings');
  if (after && is) fillings.put({ id: after.id, due: 0, tries: 0 });
  else if (before) fillings.delete(before.id);
}
