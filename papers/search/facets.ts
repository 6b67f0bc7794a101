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
 * Counts results by their values. Values are numbered when a paper is met first, those of all
 * dimensions in one row, so that counting a second result adds up numbers only.
 */
export class FacetCounter {
  readonly #codes = new WeakMap<Head, readonly number[]>();
  readonly #values = perDimension((): Value[] => []);
  readonly #numbers = perDimension(() => new Map<string, number>());
  #numbered = 0;

  /** Begins to count a result. */
  tally(): Tally {
    let counts = new Uint32Array(this.#numbered);
    return {
      add: ({ head }) => {
        for (const number of this.#coded(head)) {
          if (number >= counts.length) counts = grown(counts, number);
          counts[number] = (counts[number] ?? 0) + 1;
        }
      },
      top: (dimension, most) => topOf(counts, this.#values[dimension], most),
    };
  }

  #coded(head: Head): readonly number[] {
    const known = this.#codes.get(head);
    if (known) return known;
    const coded = dimensions.flatMap((dimension) =>
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
    const number = this.#numbered;
    this.#numbered += 1;
    this.#values[dimension].push({ value, number });
    this.#numbers[dimension].set(value, number);
    return number;
  }
}

/** A value and its number. */
interface Value {
  readonly value: string;
  readonly number: number;
}

function perDimension<T>(make: () => T): Record<Dimension, T> {
  return {
    states: make(),
    tags: make(),
    organizations: make(),
    authors: make(),
    months: make(),
    sites: make(),
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
function topOf(counts: Uint32Array, values: readonly Value[], most: number): FacetCount[] {
  const top: FacetCount[] = [];
  let least = 1;
  for (const { value, number } of values) {
    const count = counts[number] ?? 0;
    if (count < least) continue;
    const found = { value, count };
    const last = top.at(-1);
    if (top.length >= most && last && precedes(last, found)) continue;
    top.splice(placeOf(found, top), 0, found);
    if (top.length > most) top.pop();
    if (top.length === most) least = top.at(-1)?.count ?? 1;
  }
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
