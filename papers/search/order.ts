import type { Head } from './entry';

/** How a list may be sorted. `best` is the best match first, and without words the newest first. */
export const orders = [
  'best',
  'saved',
  'daily',
  'upvotes',
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
 * @returns `undefined` for `best`, which a search gives by itself.
 */
export function comparatorOf(order: Order, seed = 0): Comparator | undefined {
  switch (order) {
    case 'best':
      return undefined;
    case 'saved':
      return (one, other) => other.savedAt - one.savedAt;
    case 'daily':
      return (one, other) => compare(other.dailyOn, one.dailyOn);
    case 'upvotes':
      return (one, other) => other.upvotes - one.upvotes;
    case 'title':
      return byTitle;
    case 'opened':
      return (one, other) => other.openedAt - one.openedAt;
    case 'queue':
      return (one, other) => place(one) - place(other);
    case 'random':
      return shuffled(seed);
  }
}

/** The text of a head begins with the folded title, on a line of its own. */
function byTitle({ text: one }: Head, { text: other }: Head): number {
  return compare(one, other);
}

function place({ queueAt }: Head): number {
  return queueAt || Number.POSITIVE_INFINITY;
}

function shuffled(seed: number): Comparator {
  const numbers = new Map<Head, number>();
  const numberOf = (head: Head): number => {
    const known = numbers.get(head) ?? hash(`${seed} ${head.id}`);
    numbers.set(head, known);
    return known;
  };
  return (one, other) => numberOf(one) - numberOf(other);
}

/** FNV-1a, and the finisher of MurmurHash3, since neighbouring ids must not stay neighbours. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
