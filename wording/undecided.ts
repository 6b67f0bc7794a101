import { counted, text } from '../lib/text';

/**
 * How many papers wait for a decision: `12 new, 6 seen and undecided`. Badge, popup, bar and deck say it so.
 * @param counts As `countUndecided` counts them, or of the papers of one page.
 */
export function undecidedWords(counts: { readonly new: number; readonly seen: number }): string {
  const fresh = counts.new && counted('undecidedNew', counts.new);
  const seen = counts.seen && counted('undecidedSeen', counts.seen);
  if (fresh && seen) return text('undecided', fresh, seen);
  return fresh || seen || text('undecidedNone');
}

/**
 * The same of the papers of one page, all of which are known: `All seen, 6 undecided`, `Done`. Bar and popup say it so.
 * @param counts Without those that are muted or put off.
 */
export function pageWords(counts: { readonly new: number; readonly seen: number }): string {
  if (counts.new) return undecidedWords(counts);
  return counts.seen ? counted('barAllSeen', counts.seen) : text('barDone');
}
