import type { Query } from '../../papers/query/query';
import type { Entry } from '../../papers/search/entry';
import { narrows } from '../../papers/search/narrow';
import type { Trail } from '../../papers/search/trail';

/** A search that was made, to go on from. */
export interface Past {
  readonly query: Query;
  /** The reader's day, since dates may be counted from it. */
  readonly today: string;
  /** What it found, or nearly, in the order of the library; see `Ranking`. */
  readonly candidates: readonly Entry[];
  /** What it learned of them; kept of the last search alone, since it is large. */
  readonly trail?: Trail;
}

/** How many searches are remembered: a word typed, and taken back letter by letter. */
const remembered = 16;

/** The searches that were made since something changed, the last one first. */
export class PastSearches {
  #all: readonly Past[] = [];

  /** The one that leaves the fewest papers to look through for a search; `undefined` when none has all that it may find. */
  nearest(query: Query, today: string): Past | undefined {
    const [nearest] = this.#all
      .filter((one) => one.today === today && narrows(one.query, query))
      .sort((one, other) => one.candidates.length - other.candidates.length);
    return nearest;
  }

  remember(past: Past): void {
    const older = this.#all.map(({ trail: _, ...rest }) => rest);
    this.#all = [past, ...older].slice(0, remembered);
  }

  forget(): void {
    this.#all = [];
  }
}
