import type { Signal } from '@preact/signals';
import { orderNamed } from '../../papers/search/order';
import type { SmartList } from '../../store/database/schema';
import type { SearchChanges, SearchSession } from '../../store/search/session';

/** How many papers each smart list of a page finds. */
export class ListCounts {
  /** The lists that are not counted, or not as they are now. */
  readonly #due = new Set<string>();
  #running = new AbortController();

  constructor(
    private readonly lists: Signal<readonly SmartList[]>,
    private readonly counts: Signal<ReadonlyMap<string, number>>,
    private readonly ready: () => Promise<SearchSession>,
  ) {}

  /**
   * Counts the lists that may find something else since some changes, and those left from before; a newer
   * count ends this one and goes on with it.
   * @throws StoreError
   */
  async count(changes: SearchChanges): Promise<void> {
    const lists = this.lists.peek();
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    if (lists.length === 0 || (changes.length === 0 && this.#due.size === 0)) return;
    const session = await this.ready();
    for (const { id, query, order } of lists)
      if (session.affects(query, orderNamed(order), changes)) this.#due.add(id);
    const counts = new Map<string, number>();
    for (const { id, query } of lists) {
      const count = this.#due.has(id)
        ? await session.count(query, signal)
        : this.counts.peek().get(id);
      if (count === undefined) return;
      counts.set(id, count);
    }
    if (signal.aborted) return;
    this.#due.clear();
    this.counts.value = counts;
  }
}
