import type { PaperRecord } from '../record';

type Comparison = (one: PaperRecord, other: PaperRecord) => number;

/** Followed papers first, then the newest day first, within a day by upvotes. */
export function inDeckOrder(papers: readonly PaperRecord[]): PaperRecord[] {
  return papers.toSorted(
    (one, other) => byRule(one, other) || byDay(one, other) || byWorth(one, other),
  );
}

/** Followed papers first, then by upvotes, whatever their days. */
export function bestFirst(papers: readonly PaperRecord[]): PaperRecord[] {
  return papers.toSorted((one, other) => byWorth(one, other) || byDay(one, other));
}

/** Tells whether a follow rule matches the paper. */
export function isFollowed({ matches }: PaperRecord): boolean {
  return matches !== undefined && matches.length > 0;
}

const byDay: Comparison = (one, other) => -compare(one.day, other.day);

const byRule: Comparison = (one, other) => Number(isFollowed(other)) - Number(isFollowed(one));

const byWorth: Comparison = (one, other) =>
  byRule(one, other) || (other.upvotes ?? 0) - (one.upvotes ?? 0) || compare(one.id, other.id);

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
