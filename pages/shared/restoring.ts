import { type Signal, signal } from '@preact/signals';
import { failureText } from '../../components/ui/error-banner';
import { type ReadBackup, readBackup } from '../../imports/backup';
import { ImportError } from '../../imports/json';
import { report } from '../../lib/report';
import { counted, type MessageKey, text } from '../../lib/text';
import { listActions } from '../../store/actions/list';
import { undoAction } from '../../store/actions/undo';
import { planRestore, type RestorePlan } from '../../store/backup/restore/plan';
import { restore } from '../../store/backup/restore/write';
import { StoreError } from '../../store/database/errors';
import type { Action } from '../../store/database/schema';
import { undoSentence } from '../../wording/actions';
import type { Backups } from './backups';

/** A backup that has been read and waits for the reader's word. */
export interface Waiting extends ReadBackup {
  readonly plan: RestorePlan;
}

const importErrors = {
  'not-json': 'restoreNotJson',
  'not-offprint': 'restoreNotOffprint',
  newer: 'restoreNewer',
  damaged: 'restoreDamaged',
} as const satisfies Record<ImportError['code'], MessageKey>;

/** Does some work of a page; why it failed is said in place of what it did. */
export async function attempt(
  page: string,
  said: Signal<string>,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    said.value = sentenceFor(error);
    if (!(error instanceof ImportError)) report(page, error);
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof ImportError) return text(importErrors[error.code], error.place);
  const code = error instanceof StoreError ? error.code : 'failed';
  return failureText(code, error instanceof Error ? error.message : String(error));
}

/** Restores backups: reads one, says what it would do, does it, takes it back. */
export class Restoring {
  readonly waiting = signal<Waiting | undefined>(undefined);
  /** How far the file is restored that is being restored. */
  readonly progress = signal<{ done: number; total: number } | undefined>(undefined);
  /** The restore that was done last, until something else is. */
  readonly undoable = signal<Action | undefined>(undefined);
  #stop = new AbortController();

  /**
   * @param page The page's name, for the log.
   * @param said What was done last, or why it was not.
   */
  constructor(
    private readonly page: string,
    private readonly said: Signal<string>,
    private readonly backups: Backups,
  ) {}

  /** Reads a file and asks before anything is changed. */
  read(file: Blob): Promise<void> {
    return attempt(this.page, this.said, async () => {
      this.waiting.value = undefined;
      this.undoable.value = undefined;
      const read = await readBackup(file);
      this.waiting.value = { ...read, plan: await planRestore(read.contents) };
      this.said.value = '';
    });
  }

  /**
   * Merges the file that waits; a backup of now is kept first.
   * @param bringsBack Whether papers come back that were deleted since.
   */
  async merge(now: number, bringsBack: boolean): Promise<void> {
    const waiting = this.waiting.value;
    if (!waiting) return;
    this.waiting.value = undefined;
    this.#stop = new AbortController();
    this.progress.value = { done: 0, total: 0 };
    const onProgress = (done: number, total: number): void => {
      this.progress.value = { done, total };
    };
    const watch = { signal: this.#stop.signal, onProgress };
    await attempt(this.page, this.said, async () => {
      const isKept = await this.backups.keepBefore(now);
      const done = await restore(waiting.contents, now, bringsBack, watch);
      const { action, added, changed, isWhole } = done;
      this.undoable.value = (await listActions()).find(({ id }) => id === action);
      const said = isWhole
        ? counted('restored', added, counted('restoredOthers', changed - added))
        : counted('restoreStopped', changed);
      this.said.value = isKept ? said : `${said} ${text('backupNotBefore')}`;
    });
    this.progress.value = undefined;
  }

  /** Ends a restore where it is. */
  stop(): void {
    this.#stop.abort();
  }

  /** Takes the last restore back. */
  async undo(now: number): Promise<void> {
    const action = this.undoable.value;
    if (!action) return;
    this.undoable.value = undefined;
    await attempt(this.page, this.said, async () => {
      const result = await undoAction(action.id, now);
      this.said.value = undoSentence(action, result);
    });
  }

  /** Leaves the file that waits alone. */
  cancel(): void {
    this.waiting.value = undefined;
  }
}
