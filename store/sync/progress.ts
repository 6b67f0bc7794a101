import { changeSyncState, type SyncProgress } from '../../lib/sync-state';
import type { Outcome } from '../../sync/round/report';

/** Keeps how far titles and abstracts have come, for whoever looks; from where it was cut off on. */
export class ProgressTeller {
  #total: number;
  #last: Promise<void> = Promise.resolve();

  /** @param before How far it had come when it was cut off. */
  constructor(before: SyncProgress | undefined) {
    this.#total = before?.of === 'papers' ? before.total : 0;
  }

  /** @param left Papers that are still to be sent, after some were. */
  sent(left: number): void {
    this.#total = Math.max(this.#total, left);
    if (this.#total > 0) this.#tell({ of: 'papers', done: this.#total - left, total: this.#total });
  }

  /** Takes up what a round has read that leaves some for the next. */
  read(outcome: Outcome): void {
    if (outcome.kind !== 'done') return;
    const { read, there } = outcome.done.packs;
    this.#tell({ of: 'files', done: read, total: there });
  }

  /** Resolves when all of it is kept. */
  async told(): Promise<void> {
    await this.#last;
  }

  /** One after the other, so that none of them is lost. That one cannot be kept hinders nothing. */
  #tell(progress: SyncProgress): void {
    this.#last = this.#last.then(() => changeSyncState({ progress })).catch(() => undefined);
  }
}
