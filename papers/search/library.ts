import type { PaperId } from '../paper';
import type { Entry, Head } from './entry';
import type { PreparedText } from './words';

/** The entries of a reading list in memory, newest saved first. */
export class Library {
  #entries = new Map<PaperId, { head: Head; body?: PreparedText }>();
  #sorted: readonly Entry[] | undefined;

  /** Newest saved first, then by id. */
  get entries(): readonly Entry[] {
    if (!this.#sorted) {
      const sorted = [...this.#entries.values()].sort(newestFirst);
      // Kept in order, since sorting what is nearly sorted costs a tenth.
      this.#entries = new Map(sorted.map((entry) => [entry.head.id, entry]));
      this.#sorted = sorted;
    }
    return this.#sorted;
  }

  get(id: PaperId): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Puts a paper in place of what was there; its body stays unless another one is given. */
  set(head: Head, body = this.#entries.get(head.id)?.body): void {
    this.#sorted = undefined;
    this.#entries.set(head.id, body === undefined ? { head } : { head, body });
  }

  /** Gives a paper the body that was prepared for it; one that it has is newer, and stays. */
  addBody(id: PaperId, body: PreparedText): void {
    const entry = this.#entries.get(id);
    if (entry) entry.body ??= body;
  }

  delete(id: PaperId): void {
    if (this.#entries.delete(id)) this.#sorted = undefined;
  }
}

function newestFirst({ head: one }: Entry, { head: other }: Entry): number {
  return other.savedAt - one.savedAt || (one.id < other.id ? -1 : 1);
}

/** The order of entries that are not saved: the newest digest first, then by id. */
export function newestDay({ head: one }: Entry, { head: other }: Entry): number {
  if (one.date !== other.date) return one.date < other.date ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}
