import { signal } from '@preact/signals';
import { failureText } from '../../components/ui/error-banner';
import { backupExtension, backupFile } from '../../exports/backup';
import { type ReadBackup, readBackup } from '../../imports/backup';
import { ImportError } from '../../imports/json';
import { browser } from '../../lib/browser';
import { onChange } from '../../lib/changes';
import { downloadFile } from '../../lib/download';
import { ask } from '../../lib/messages';
import { type Options, onOptions, readOptions, writeOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { counted, type MessageKey, text } from '../../lib/text';
import { savedIn } from '../../papers/paper';
import { listActions } from '../../store/actions/list';
import { undoAction } from '../../store/actions/undo';
import { deleteEverything, readInPages } from '../../store/backup/contents';
import { planRestore, type RestorePlan } from '../../store/backup/restore/plan';
import { restore } from '../../store/backup/restore/write';
import { StoreError } from '../../store/database/errors';
import type { Action, SmartList } from '../../store/database/schema';
import { forgetDecisions } from '../../store/decisions/kept';
import { listSmartLists } from '../../store/lists/read';
import { countKept, type Kept } from '../../store/records/kept';
import { counts } from '../../store/records/queries';
import { undoSentence } from '../../wording/actions';
import { LiveQueries } from '../shared/live-query';
import { Asking } from './asking';
import { Backups } from './backups';

/** How much there is. */
export interface Amount {
  /** Papers in the reading list. */
  readonly saved: number;
  /** Papers kept in all, undecided, dismissed and deleted ones included. */
  readonly all: number;
  /** What the browser says they take, in bytes. */
  readonly bytes: number;
  /** Whether no paper is kept, not even its title. */
  readonly isEmpty: boolean;
}

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

/** The state of the options page and what can be done there. */
export class OptionsService {
  readonly options = signal<Options | undefined>(undefined);
  readonly amount = signal<Amount | undefined>(undefined);
  readonly kept = signal<Kept | undefined>(undefined);
  /** The smart lists, which the badge may count. */
  readonly lists = signal<readonly SmartList[]>([]);
  readonly waiting = signal<Waiting | undefined>(undefined);
  /** How far the file is restored that is being restored. */
  readonly restoring = signal<{ done: number; total: number } | undefined>(undefined);
  /** The restore that was done last, until something else is. */
  readonly undoable = signal<Action | undefined>(undefined);
  /** What was done last, or why it was not. */
  readonly said = signal('');
  readonly asking = new Asking();
  readonly backups = new Backups();
  #stop = new AbortController();

  /** Reads everything, and again whenever something changes elsewhere. */
  async start(): Promise<void> {
    onOptions((options) => {
      this.options.value = options;
    });
    const live = new LiveQueries(async (_, work) => {
      await this.attempt(work);
      return true;
    });
    live.add({ reads: ['counters'], read: measure, into: this.amount });
    live.add({ reads: ['decisions'], read: countKept, into: this.kept });
    live.add({ reads: ['lists'], read: listSmartLists, into: this.lists });
    onChange((change) => live.note(change));
    this.asking.start();
    void this.backups.refresh();
    this.options.value = await readOptions();
    await live.refresh();
  }

  /** Asks the site for its lists now. */
  checkNow(): Promise<void> {
    return this.attempt(async () => {
      await ask('checkNow', {});
    });
  }

  /** Changes some options. */
  async choose(change: Partial<Options>): Promise<void> {
    await this.attempt(() => writeOptions(change));
  }

  /** Chooses when to notify; see `Asking.notify`. Call within a click. */
  notify(choice: Options['notify']): Promise<void> {
    return this.attempt(() => this.asking.notify(choice, writeOptions));
  }

  /** Turns the controls of a page kind on or off. */
  async chooseControls(kind: string, isOn: boolean): Promise<void> {
    const without = this.options.value?.withoutControls.filter((name) => name !== kind) ?? [];
    await this.choose({ withoutControls: isOn ? without : [...without, kind] });
  }

  /** Hands everything to the browser as a file. */
  async download(now: Date): Promise<void> {
    await this.attempt(async () => {
      const { counts, pages } = await readInPages();
      const created = now.toISOString();
      const { blob } = await backupFile({ counts, pages, app: appVersion(), created });
      downloadFile(blob, `offprint-${created.slice(0, 10)}.${backupExtension}`, blob.type);
      this.said.value = counted('downloaded', counts.papers);
    });
  }

  /** Reads a file and asks before anything is changed. */
  async read(file: Blob): Promise<void> {
    await this.attempt(async () => {
      this.waiting.value = undefined;
      this.undoable.value = undefined;
      const read = await readBackup(file);
      this.waiting.value = { ...read, plan: await planRestore(read.contents) };
      this.said.value = '';
    });
  }

  /** Keeps a backup of now. */
  async keepBackup(now: number): Promise<void> {
    await this.attempt(async () => {
      const isNew = await this.backups.keep(now);
      this.said.value = text(isNew ? 'backupMade' : 'backupSame');
    });
  }

  /** Reads a backup that is kept, and asks before anything is changed. */
  async readBackup(name: string): Promise<void> {
    await this.attempt(async () => {
      const file = await this.backups.open(name);
      if (file) await this.read(file);
      else this.said.value = text('backupGone');
    });
  }

  /**
   * Merges the file that waits; a backup of now is kept first.
   * @param bringsBack Whether papers come back that were deleted since.
   */
  async restore(now: number, bringsBack: boolean): Promise<void> {
    const waiting = this.waiting.value;
    if (!waiting) return;
    this.waiting.value = undefined;
    this.#stop = new AbortController();
    this.restoring.value = { done: 0, total: 0 };
    const onProgress = (done: number, total: number): void => {
      this.restoring.value = { done, total };
    };
    const watch = { signal: this.#stop.signal, onProgress };
    await this.attempt(async () => {
      await this.backups.keepBefore(now);
      const done = await restore(waiting.contents, now, bringsBack, watch);
      const { action, added, changed, isWhole } = done;
      this.undoable.value = (await listActions()).find(({ id }) => id === action);
      this.said.value = isWhole
        ? counted('restored', added, counted('restoredOthers', changed - added))
        : counted('restoreStopped', changed);
    });
    this.restoring.value = undefined;
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
    await this.attempt(async () => {
      const result = await undoAction(action.id, now);
      this.said.value = undoSentence(action, result);
    });
  }

  /** Leaves the file that waits alone. */
  cancel(): void {
    this.waiting.value = undefined;
  }

  /** Forgets the log of what was decided. */
  async forgetDecisions(): Promise<void> {
    await this.attempt(async () => {
      await forgetDecisions();
      this.said.value = text('forgotDecisions');
    });
  }

  /** Deletes everything for good. */
  async deleteAll(): Promise<void> {
    await this.attempt(async () => {
      await deleteEverything();
      await this.backups.dropAll();
      this.said.value = text('deletedAll');
    });
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.said.value = sentenceFor(error);
      if (!(error instanceof ImportError)) report('options', error);
    }
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof ImportError) return text(importErrors[error.code], error.place);
  const code = error instanceof StoreError ? error.code : 'failed';
  return failureText(code, error instanceof Error ? error.message : String(error));
}

function appVersion(): string {
  return browser.runtime.getManifest().version;
}

async function measure(): Promise<Amount> {
  const [{ usage = 0 }, all, kept] = await Promise.all([
    navigator.storage.estimate(),
    counts(),
    countKept(),
  ]);
  return {
    saved: savedIn(all),
    all: Object.values(all).reduce((sum, count) => sum + count, 0),
    bytes: usage,
    isEmpty: Object.values(kept).every((count) => count === 0),
  };
}
