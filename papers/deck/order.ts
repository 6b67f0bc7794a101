import type { PaperId } from '../paper';
import { forYou } from '../ranking/order';
import type { PaperRecord } from '../record';

type Comparison = (one: PaperRecord, other: PaperRecord) => number;

/** Papers in an order, and those that it has drawn from lower down. */
export interface Ordered {
  readonly papers: readonly PaperRecord[];
  readonly widening?: readonly PaperId[];
}

/** How the deck puts papers in order. */
export interface Ordering {
  readonly name: 'day' | 'forYou';
  /** All of them. */
  whole(papers: readonly PaperRecord[]): Ordered;
  /** Those first that are worth most, whatever their days, for who has time for some of them. */
  best(papers: readonly PaperRecord[]): Ordered;
}

/** As the site has them: followed papers first, then day by day, within a day by upvotes. */
export const byDayOrder: Ordering = {
  name: 'day',
  whole: (papers) => ({ papers: inDeckOrder(papers) }),
  best: (papers) => ({ papers: bestFirst(papers) }),
};

/**
 * The likeliest for the reader first, whatever their days; see `forYou`.
 * @param scores What each is for the reader; those without one come behind.
 * @param day The reader's day, as an ISO day.
 */
export function forYouOrder(
  scores: ReadonlyMap<PaperId, { readonly score: number }>,
  day: string,
  widens: boolean,
): Ordering {
  const whole = (papers: readonly PaperRecord[]): Ordered => {
    const placed = inDeckOrder(papers).map((paper) => ({
      id: paper.id,
      score: scores.get(paper.id)?.score,
      rule: paper.mutedBy === undefined ? followedAs(paper) : ('muted' as const),
    }));
    const isKnown = placed.some(({ score }) => score !== undefined);
    const { ids, widening } = forYou(placed, day, widens && isKnown);
    const known = new Map(papers.map((paper) => [paper.id, paper]));
    return { papers: ids.flatMap((id) => known.get(id) ?? []), widening: [...widening] };
  };
  return { name: 'forYou', whole, best: whole };
}

function followedAs(paper: PaperRecord): 'followed' | undefined {
  return isFollowed(paper) ? 'followed' : undefined;
}

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
