import type { Announcement } from './changes';

/** The papers that a reading must look at anew; `all` when it is not known which. */
export type Changed = ReadonlySet<string> | 'all';

/**
 * Joins the changes of a frame into one reading of the store, and lets readings follow one another,
 * so that the last one shown is the last one read.
 */
export class Refresher {
  #changed: Set<string> | 'all' | undefined;
  #running = Promise.resolve();
  #isScheduled = false;

  /** @param read Must not reject. */
  constructor(private readonly read: (changed: Changed) => Promise<void>) {}

  /** Reads in the next frame what a change event names; what names no paper was no change of papers. */
  note({ ids }: Announcement): void {
    this.#changed ??= new Set();
    this.#add(ids ?? 'all');
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    nextFrame(() => {
      this.#isScheduled = false;
      void this.now([]);
    });
  }

  /** Reads at once; resolves when what was written before the call is shown. */
  now(ids: readonly string[] | 'all'): Promise<void> {
    this.#add(ids);
    this.#running = this.#running.then(() => {
      const changed = this.#changed;
      this.#changed = undefined;
      return changed && this.read(changed);
    });
    return this.#running;
  }

  #add(ids: readonly string[] | 'all'): void {
    if (ids === 'all' || this.#changed === 'all') this.#changed = 'all';
    else if (ids.length) this.#changed = new Set([...(this.#changed ?? []), ...ids]);
  }
}

/** A hidden page has no frames. */
function nextFrame(callback: () => void): void {
  if (document.hidden) setTimeout(callback, 16);
  else requestAnimationFrame(callback);
}
