import { isSaved, type PaperState, paperStates } from '../papers/paper';
import type { PaperRecord } from '../papers/record';
import { tagKey } from '../papers/tags';

/** The names of the counters. */
export const counterNames = [...paperStates, 'starred', 'queued'] as const;

/** What the counters and the counts of the tags should be, by looking at every paper. */
export class Tally {
  readonly counters = new Map<PaperState | 'starred' | 'queued', number>();
  /** By key; see `tagKey`. */
  readonly tags = new Map<string, { readonly name: string; readonly count: number }>();

  /** Counts a paper. */
  add({ state, starred, queueAt, tags }: PaperRecord): void {
    this.#raise(state);
    if (!isSaved(state)) return;
    if (starred) this.#raise('starred');
    if (queueAt !== undefined) this.#raise('queued');
    for (const name of tags) {
      const key = tagKey(name);
      const known = this.tags.get(key) ?? { name, count: 0 };
      this.tags.set(key, { ...known, count: known.count + 1 });
    }
  }

  #raise(name: PaperState | 'starred' | 'queued'): void {
    this.counters.set(name, (this.counters.get(name) ?? 0) + 1);
  }
}
