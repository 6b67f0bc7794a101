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

/**
 * Counts results by their values. Values are numbered when a paper is met first, so that counting
 * a second result adds up numbers only.
 */
export class FacetCounter {
  readonly #codes = new WeakMap<Head, Coded>();
  readonly #values = perDimension(() => [] as string[]);
  readonly #numbers = perDimension(() => new Map<string, number>());

  /** Numbers the values of one paper ahead of time, for doing many in slices. */
  prepare({ head }: Entry): void {
    this.#coded(head);
  }

  /** @param most How many values of a dimension are named. */
  count(entries: readonly Entry[], most: number): Facets {
    const counts = perDimension(() => [] as number[]);
    for (const { head } of entries) {
      const coded = this.#coded(head);
      for (const dimension of dimensions) {
        const counted = counts[dimension];
        for (const number of coded[dimension]) counted[number] = (counted[number] ?? 0) + 1;
      }
    }
    return perDimension((dimension) => this.#most(dimension, counts[dimension], most));
  }

  #most(dimension: Dimension, counts: readonly number[], most: number): FacetCount[] {
    const found: FacetCount[] = [];
    counts.forEach((count, number) => {
      found.push({ value: this.#values[dimension][number] ?? '', count });
    });
    return found
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .slice(0, most);
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
