import type { Entry } from './entry';

/**
 * How well an entry matches, which is the one at a place of those looked through; 0 for one that does not match, and
 * less for one that nearly does. See `Test`.
 */
export type Score = (entry: Entry, at: number) => number;

/** Collects what matches, by score; within a score the order of arrival stays. */
export class Ranking {
  /** What matches or nearly does, in the order of arrival: all that a search that goes on can find. */
  readonly candidates: Entry[] = [];
  /** Their places among all that was looked through. */
  readonly places: number[] = [];
  readonly #byScore = new Map<number, Entry[]>();

  /** Runs the test on some entries, from one place up to another. */
  take(entries: readonly Entry[], score: Score, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const entry = entries[at];
      const points = entry ? score(entry, at) : 0;
      if (!entry || points === 0) continue;
      this.candidates.push(entry);
      this.places.push(at);
      if (points < 0) continue;
      const list = this.#byScore.get(points);
      if (list) list.push(entry);
      else this.#byScore.set(points, [entry]);
    }
  }

  /** Best first. */
  ranked(): Entry[] {
    return [...this.#byScore]
      .sort(([one], [other]) => other - one)
      .flatMap(([, entries]) => entries);
  }
}
