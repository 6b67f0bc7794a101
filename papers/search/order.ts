import { drawnNumber } from '../shuffle';
import type { Head } from './entry';
import { gapAt, gaps } from './words';
import { zoneRange } from './zones';

/**
 * How a list may be sorted. `best` is the best match first, and without words the newest first; `forYou` is of papers
 * that wait for a decision, the likeliest for the reader first.
 */
export const orders = [
  'best',
  'saved',
  'daily',
  'upvotes',
  'forYou',
  'title',
  'opened',
  'queue',
  'random',
] as const;
export type Order = (typeof orders)[number];

/** An order by its name; one that is not known is `best`. */
export function orderNamed(name: string): Order {
  return orders.find((order) => order === name) ?? 'best';
}

type Comparator = (one: Head, other: Head) => number;

/**
 * How two papers compare in an order; those that the order says nothing of come last.
 * @param seed Another one shuffles `random` anew; the same one gives the same list again.
 * @returns `undefined` for `best`, which a search gives by itself, and for `forYou`, of which papers say nothing.
 */
export function comparatorOf(order: Order, seed = 0): Comparator | undefined {
  switch (order) {
    case 'best':
    case 'forYou':
      return undefined;
    case 'saved':
      return (one, other) => other.savedAt - one.savedAt;
    case 'daily':
      return (one, other) => compare(other.dailyOn, one.dailyOn);
    case 'upvotes':
      return (one, other) => other.upvotes - one.upvotes;
    case 'title':
      return byTitle();
    case 'opened':
      return (one, other) => other.openedAt - one.openedAt;
    case 'queue':
      return (one, other) => place(one) - place(other);
    case 'random':
      return shuffled(seed);
  }
}

/** Word by word: "Learning Training" stands before "Learning3". */
function byTitle(): Comparator {
  const spaced = new Map<Head, string>();
  const titleOf = (head: Head): string => {
    const known = spaced.get(head) ?? spacedTitle(head);
    spaced.set(head, known);
    return known;
  };
  return (one, other) => compare(titleOf(one), titleOf(other));
}

/** The first line of a head's words, with a blank where parts of words meet that are not written as one. */
function spacedTitle(head: Head): string {
  const { from, to } = zoneRange(head.text, 'title');
  let title = '';
  for (let at = from; at < to; at += 1) {
    const isSeam = /\d/.test(head.text.charAt(at)) !== /\d/.test(head.text.charAt(at - 1));
    const gap = gapAt(head, at);
    const isApart = gap > gaps.tight || (gap === gaps.tight && !isSeam);
    title += (isApart ? ' ' : '') + head.text.charAt(at);
  }
  return title;
}

function place({ queueAt }: Head): number {
  return queueAt || Number.POSITIVE_INFINITY;
}

function shuffled(seed: number): Comparator {
  const numbers = new Map<Head, number>();
  const numberOf = (head: Head): number => {
    const known = numbers.get(head) ?? drawnNumber(`${seed} ${head.id}`);
    numbers.set(head, known);
    return known;
  };
  return (one, other) => numberOf(one) - numberOf(other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
