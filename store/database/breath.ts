import { answers, bare } from './requests';

type WriteTransaction = Parameters<typeof bare>[0];

/** How long a transaction may keep its page busy at once, in ms: less than a frame. */
const sliceLength = 12;

/**
 * Lets the page paint in the middle of a transaction. Such a one ends when nothing is asked of it, so it waits for
 * an answer, which the browser gives in a turn of its own; always for the one before the last, so that the database does
 * what it was asked meanwhile.
 */
export class Breath {
  #until = performance.now() + sliceLength;
  #asked: Promise<unknown>;
  readonly #ask: () => IDBRequest;

  constructor(transaction: WriteTransaction) {
    this.#ask = () => bare(transaction, 'counters').get('new');
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

/** Has many papers be written in pieces that let the page paint; what is given waits between two of them. */
export function breathOf(writer: {
  breath?: Breath;
  readonly transaction: WriteTransaction;
}): Breath {
  writer.breath ??= new Breath(writer.transaction);
  return writer.breath;
}
