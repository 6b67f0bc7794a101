import { answers } from './requests';

/** How long a transaction may keep its page busy at once, in ms: half of a frame. */
const sliceLength = 8;

/**
 * Lets the page paint in the middle of a transaction. Such a one ends when nothing is asked of it, so it waits for
 * an answer, which the browser gives in a turn of its own; always for the one before the last, so that the database does
 * what it was asked meanwhile.
 */
export class Breath {
  #until = performance.now() + sliceLength;
  #asked: Promise<unknown>;
  readonly #ask: () => IDBRequest;

  /** @param transaction Has to have the store `counters`. */
  constructor(transaction: IDBTransaction) {
    const counters = transaction.objectStore('counters');
    this.#ask = () => counters.getKey('');
    this.#asked = answers([this.#ask()]);
  }

  /** Resolves at once while a slice of time lasts; to be waited for where the transaction is active. */
  async due(): Promise<void> {
    if (performance.now() < this.#until) return;
    const before = this.#asked;
    this.#asked = answers([this.#ask()]);
    await before;
    this.#until = performance.now() + sliceLength;
  }
}
