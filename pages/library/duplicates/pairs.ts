import { type Signal, signal } from '@preact/signals';
import type { PaperRecord } from '../../../papers/record';
import { type Ground, pairKey } from '../../../papers/same/duplicates';
import { confirmSame, refuseSame } from '../../../store/duplicates/answer';
import { findDuplicates } from '../../../store/duplicates/find';
import { recordsOf } from '../../../store/records/queries';
import type { LibraryContext } from '../library-context';
import type { Answer } from './pair';

/** A pair as it is drawn. */
export interface ShownPair {
  readonly name: string;
  readonly papers: readonly [PaperRecord, PaperRecord];
  readonly ground: Ground;
}

/** How many pairs are drawn at first, and with each "Show more". */
const page = 20;

/** The papers that may be one with another: looked for anew after whatever was done or undone. */
export class Pairs {
  readonly total: Signal<number | undefined> = signal(undefined);
  readonly shown: Signal<readonly ShownPair[]> = signal([]);
  readonly isLooking = signal(false);
  #wanted = page;
  #looking = new AbortController();

  constructor(private readonly context: Pick<LibraryContext, 'service' | 'commands'>) {}

  /** Looks through the library; what was being looked through is left. */
  async look(): Promise<void> {
    this.stop();
    this.#looking = new AbortController();
    const { signal } = this.#looking;
    this.isLooking.value = true;
    await this.context.service.guard('read', async () => {
      const found = await findDuplicates(signal);
      if (!found) return;
      const wanted = found.slice(0, this.#wanted);
      const records = await recordsOf(wanted.flatMap(({ ids }) => ids));
      if (signal.aborted) return;
      const byId = new Map(records.map((record) => [record.id, record]));
      this.total.value = found.length;
      this.shown.value = wanted.flatMap(({ ids, ground }) => {
        const [one, other] = ids.map((id) => byId.get(id));
        return one && other
          ? [{ name: pairKey(...ids), papers: [one, other] as const, ground }]
          : [];
      });
    });
    if (!signal.aborted) this.isLooking.value = false;
  }

  /** Shows as many again. */
  more(): Promise<void> {
    this.#wanted += page;
    return this.look();
  }

  /** Does what the reader said of a pair, which goes at once, and comes back where that failed. */
  async answer({ name, papers: [one, other] }: ShownPair, answer: Answer): Promise<void> {
    // What is being looked through would show the pair once more.
    this.stop();
    const { signal: stopped } = this.#looking;
    const before = this.shown.value;
    this.shown.value = before.filter((pair) => pair.name !== name);
    if (this.total.value !== undefined) this.total.value -= 1;
    const say = answer === 'same' ? confirmSame : refuseSame;
    await this.context.commands.act(() => say(one.id, other.id, Date.now()));
    const isLookedAnew = this.#looking.signal !== stopped;
    if (this.context.service.state.failure.value || !isLookedAnew) await this.look();
  }

  /** Gives up looking. */
  stop(): void {
    this.#looking.abort();
  }
}
