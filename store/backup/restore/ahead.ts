import { Pauses, pause } from '../../../lib/slices';
import type { Rows } from '../../../papers/merge';
import type { HereOf } from './bring';
import { type Arrival, newRows } from './fate';

/**
 * Makes what is stored of papers that are most likely not here while the database is busy with those before them, which a
 * restore waits for a third of its time.
 */
export class Ahead {
  readonly #ready = new Map<unknown, Rows>();
  #stop = new AbortController();

  /** @param divider The line between notes that were written apart. */
  constructor(private readonly divider: string) {}

  /** Begins with some papers, in pieces that let everything else go on, until `stop` or all are made. */
  start(entries: readonly Arrival[]): void {
    this.#ready.clear();
    this.#stop = new AbortController();
    // Whatever it cannot make fails where the paper is restored.
    this.#make(entries, this.#stop.signal).catch(() => {});
  }

  /** Makes no more. */
  stop(): void {
    this.#stop.abort();
  }

  /** What was made of a paper; `undefined` where it was not come to, or where something of it is here. */
  rowsOf(entry: Arrival, { rows, tombstone, refused, suggested }: HereOf): Rows | undefined {
    const isHere = rows ?? tombstone ?? refused[0] ?? suggested[0];
    return isHere === undefined ? this.#ready.get(entry) : undefined;
  }

  async #make(entries: readonly Arrival[], signal: AbortSignal): Promise<void> {
    const pauses = new Pauses();
    await pause();
    for (const entry of entries) {
      if (signal.aborted) return;
      this.#ready.set(entry, newRows(entry, this.divider));
      await pauses.due();
    }
  }
}
