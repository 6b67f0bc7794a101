import type { Clock } from './clock';
import { type Row, type Stamped, standing } from './row';
import { canonical, later, nextStamp } from './stamp';

/**
 * Merges what is kept of one row in two places: the later one stands, be it that the row is gone.
 * Commutative, associative and idempotent.
 */
export function laterRow<Kept extends Stamped>(
  one: Kept | undefined,
  other: Kept | undefined,
): Kept | undefined {
  return later(
    one && { value: one, stamp: one.stamp },
    other && { value: other, stamp: other.stamp },
  )?.value;
}

/**
 * A row that says something else from now on, under a stamp greater than what it had.
 * @param before What is kept of it; absent of a new one.
 * @param words `undefined` to delete it.
 * @returns The very row that was there when it says that already; nothing where there is none to delete.
 */
export function saidRow<Words extends { readonly id: string }>(
  before: Row<Words> | undefined,
  words: Words | undefined,
  { now, device }: Clock,
): Row<Words> | undefined {
  if (!before && !words) return undefined;
  if (before && canonical(wordsIn(before)) === canonical(words)) return before;
  const stamp = nextStamp(now, device, before?.stamp);
  return words ? { ...words, stamp } : { id: before?.id ?? '', isGone: true, stamp };
}

/** What a row says; `undefined` of one that is gone. */
export function wordsIn<Words extends { readonly id: string }>(
  row: Row<Words> | undefined,
): Words | undefined {
  return standing(row ? [row] : [])[0];
}
