import type { PaperId } from '../../papers/paper';
import { unawaited } from '../database/requests';
import type { Refusal } from '../database/schema';
import type { Writer } from './writer';

/** That two papers are two, whichever of them is named first. */
export function refusalOf(first: PaperId, second: PaperId, at: number): Refusal {
  const [one, other] = first < second ? [first, second] : [second, first];
  return { one, other, at };
}

/**
 * Adds the refusals of a backup that are not here, within a running transaction.
 * @returns Those that it added.
 */
export async function addRefusals(
  { transaction }: Writer,
  refusals: readonly Refusal[],
): Promise<Refusal[]> {
  if (!refusals.length) return [];
  const store = transaction.objectStore('refusals');
  const keys = await Promise.all(refusals.map(({ one, other }) => store.getKey([one, other])));
  const fresh = refusals.filter((_, at) => keys[at] === undefined);
  for (const refusal of fresh) unawaited(store.put(refusal));
  return fresh;
}

/** Takes refusals back within a running transaction; those that were said anew since stay. */
export async function removeRefusals(
  { transaction }: Writer,
  refusals: readonly Refusal[],
): Promise<void> {
  const store = transaction.objectStore('refusals');
  const here = await Promise.all(refusals.map(({ one, other }) => store.get([one, other])));
  for (const [at, { one, other, at: saidAt }] of refusals.entries())
    if (here[at]?.at === saidAt) unawaited(store.delete([one, other]));
}

/**
 * Forgets what was refused of papers that were purged in this transaction.
 * @param gone Every id that they had.
 */
export async function forgetRefusals(
  { transaction }: Writer,
  gone: readonly PaperId[],
): Promise<void> {
  const store = transaction.objectStore('refusals');
  const keys = await Promise.all(
    gone.flatMap((id) => [
      store.getAllKeys(IDBKeyRange.bound([id], [id, []])),
      store.index('other').getAllKeys(id),
    ]),
  );
  for (const key of keys.flat()) unawaited(store.delete(key));
}
