import type { Entry } from './entry';

/** How well an entry matches; 0 for one that does not, and less for one that nearly does. See `Test`. */
export type Score = (entry: Entry) => number;

/** Collects what matches, by score; within a score the order of arrival stays. */
export class Ranking {
  /** What matches or nearly does, in the order of arrival: all that a search that goes on can find. */
  readonly candidates: Entry[] = [];
  readonly #byScore = new Map<number, Entry[]>();

  /** Runs the test on some entries, from one place up to another. */
  take(entries: readonly Entry[], score: Score, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const entry = entries[at];
      const points = entry ? score(entry) : 0;
      if (!entry || points === 0) continue;
      this.candidates.push(entry);
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
