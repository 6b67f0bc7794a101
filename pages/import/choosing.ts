import { batch } from '@preact/signals';
import type { ImportedPaper } from '../../imports/types';
import { text } from '../../lib/text';
import { recordsOf } from '../../store/records/queries';
import type { ImportState } from './state';

/** What the reader chooses of what was found, and what that would do. */
export class Choosing {
  /** Told apart by number, so that the last one asked for is the last one shown. */
  #last = 0;

  constructor(private readonly state: ImportState) {}

  /**
   * Looks what importing everything that was found would do.
   * @throws StoreError
   */
  async plan(signal: AbortSignal): Promise<void> {
    const { gathered, options, plan, twins } = this.state;
    this.#last += 1;
    const number = this.#last;
    const papers = gathered.value?.papers ?? [];
    const [{ planImport }, { lookUpIn, worksLike }] = await Promise.all([
      import('../../imports/plan/plan'),
      import('../../store/imports/look-up'),
    ]);
    const how = { ...options.value, now: Date.now(), divider: text('noteDivider') };
    const planned = await planImport(papers, lookUpIn(await worksLike(papers)), how, signal);
    if (!planned || number !== this.#last) return;
    const ids = planned.papers.flatMap(({ fate }) => fate.twin ?? []);
    const records = await recordsOf(ids);
    if (number !== this.#last) return;
    batch(() => {
      plan.value = planned;
      twins.value = new Map(records.map(({ id, title }) => [id, title ?? id]));
    });
  }

  /** Says of some papers whether they are the ones here that they may be. */
  join(papers: readonly ImportedPaper[], isSame: boolean): void {
    this.state.same.value = changed(this.state.same.value, papers, isSame);
  }

  /** Takes some mere links along, or not. */
  want(papers: readonly ImportedPaper[], isWanted: boolean): void {
    this.state.wanted.value = changed(this.state.wanted.value, papers, isWanted);
  }

  /** Forgets everything that was chosen of particular files. */
  reset(): void {
    this.#last += 1;
    const { same, wanted, twins, options } = this.state;
    same.value = new Set();
    wanted.value = new Set();
    twins.value = new Map();
    options.value = { takesFolders: true, bringsBack: false };
  }
}

function changed<T>(set: ReadonlySet<T>, ones: readonly T[], isIn: boolean): ReadonlySet<T> {
  const next = new Set(set);
  for (const one of ones)
    if (isIn) next.add(one);
    else next.delete(one);
  return next;
}
