import type { Entry, Head } from './entry';

/** What a result can be counted by. */
export const dimensions = [
  'states',
  'tags',
  'organizations',
  'authors',
  'months',
  'sites',
] as const;
export type Dimension = (typeof dimensions)[number];

/** One value of a dimension and how many papers have it. Tags by their key. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** The most frequent values of each dimension first. */
export type Facets = Readonly<Record<Dimension, readonly FacetCount[]>>;

type Coded = Readonly<Record<Dimension, readonly number[]>>;

const readers: Readonly<Record<Dimension, (head: Head) => string>> = {
  states: (head) => (head.isStarred ? `${head.state}\nstarred` : head.state),
  tags: (head) => head.tags,
  organizations: (head) => head.organization,
  authors: (head) => head.authors,
  months: (head) => head.date.slice(0, 7),
  sites: (head) => head.sites,
};

/** One result being counted, paper by paper. */
export interface Tally {
  add(entry: Entry): void;
  /**
   * The values of a dimension that most of the papers have, the most frequent first.
   * @param most How many are named.
   */
  top(dimension: Dimension, most: number): FacetCount[];
}

/**
 * Counts results by their values. Values are numbered when a paper is met first, so that counting
 * a second result adds up numbers only.
 */
export class FacetCounter {
  readonly #codes = new WeakMap<Head, Coded>();
  readonly #values = perDimension(() => [] as string[]);
  readonly #numbers = perDimension(() => new Map<string, number>());

  /** Begins to count a result. */
  tally(): Tally {
    const counts = perDimension((dimension) => new Uint32Array(this.#values[dimension].length));
    return {
      add: ({ head }) => {
        const coded = this.#coded(head);
        for (const dimension of dimensions)
          for (const number of coded[dimension]) {
            if (number >= counts[dimension].length)
              counts[dimension] = grown(counts[dimension], number);
            counts[dimension][number] = (counts[dimension][number] ?? 0) + 1;
          }
      },
      top: (dimension, most) => topOf(counts[dimension], this.#values[dimension], most),
    };
  }

  #coded(head: Head): Coded {
    const known = this.#codes.get(head);
    if (known) return known;
    const coded = perDimension((dimension) =>
      readers[dimension](head)
        .split('\n')
        .filter(Boolean)
        .map((value) => this.#number(dimension, value)),
    );
    this.#codes.set(head, coded);
    return coded;
  }

  #number(dimension: Dimension, value: string): number {
    const known = this.#numbers[dimension].get(value);
    if (known !== undefined) return known;
    const number = this.#values[dimension].push(value) - 1;
    this.#numbers[dimension].set(value, number);
    return number;
  }
}

function perDimension<T>(make: (dimension: Dimension) => T): Record<Dimension, T> {
  return {
    states: make('states'),
    tags: make('tags'),
    organizations: make('organizations'),
    authors: make('authors'),
    months: make('months'),
    sites: make('sites'),
  };
}

/** With room for a number, and for as many again. */
function grown(counts: Uint32Array<ArrayBuffer>, number: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(64, counts.length, number) * 2);
  larger.set(counts);
  return larger;
}

/**
 * The most frequent values, without sorting all of them: of 100,000 authors nearly all are met once.
 * Among equally frequent ones the first by their letters.
 */
function topOf(counts: Uint32Array, values: readonly string[], most: number): FacetCount[] {
  const top: FacetCount[] = [];
  let least = 0;
  counts.forEach((count, number) => {
    if (count === 0 || count < least) return;
    const found = { value: values[number] ?? '', count };
    const last = top.at(-1);
    if (top.length >= most && last && precedes(last, found)) return;
    top.splice(placeOf(found, top), 0, found);
    if (top.length > most) top.pop();
    if (top.length === most) least = top.at(-1)?.count ?? 0;
  });
  return top;
}

function precedes(one: FacetCount, other: FacetCount): boolean {
  return one.count === other.count ? one.value < other.value : one.count > other.count;
}

/** Where a value belongs among those found so far, by halving. */
function placeOf(found: FacetCount, top: readonly FacetCount[]): number {
  let [low, high] = [0, top.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = top[middle];
    if (other && precedes(other, found)) low = middle + 1;
    else high = middle;
  }
  return low;
}
