import type { IDBPObjectStore } from 'idb';
import type { PaperRecord } from '../../papers/record';
import { unawaited } from '../database/requests';
import type { OffprintSchema, writtenStores } from '../database/schema';
import type { CounterName } from './counter-names';
import { countersOf } from './tally';

type CounterStore = IDBPObjectStore<OffprintSchema, typeof writtenStores, 'counters', 'readwrite'>;

/** How the counters change within one transaction. */
export class CounterChanges {
  readonly #changes = new Map<CounterName, number>();
  /** The counters of states of which muted ones have none, and how many more are muted. */
  readonly #muted = new Map<CounterName, number>();
  readonly #stored = new Map<CounterName, Promise<number | undefined>>();

  /** Reads some with what else is read first, so that they are not waited for when they are written. */
  prefetch(store: CounterStore, names: readonly CounterName[]): Promise<unknown> {
    return Promise.all(names.map((name) => this.#read(store, name)));
  }

  /** Counts a paper, or takes it out of the count. */
  count(record: PaperRecord, change: 1 | -1): void {
    for (const name of countersOf(record))
      this.#changes.set(name, (this.#changes.get(name) ?? 0) + change);
    const { state, mutedBy } = record;
    if (mutedBy !== undefined && (state === 'seen' || state === 'later'))
      this.#muted.set(state, (this.#muted.get(state) ?? 0) + change);
  }

  /** Writes those that have changed, and those of whose papers others are muted now, as they are; see `readListTally`. */
  async settle(store: CounterStore): Promise<void> {
    const changed = [...this.#changes].filter(
      ([name, change]) => change !== 0 || (this.#muted.get(name) ?? 0) !== 0,
    );
    await Promise.all(
      changed.map(async ([name, change]) => {
        const count = ((await this.#read(store, name)) ?? 0) + change;
        unawaited(store.put(count, name));
      }),
    );
  }

  #read(store: CounterStore, name: CounterName): Promise<number | undefined> {
    const reading = this.#stored.get(name) ?? store.get(name);
    this.#stored.set(name, reading);
    return reading;
  }
}
