import { batch } from '@preact/signals';
import type { ImportOptions } from '../../imports/plan/fate';
import type { ImportSource } from '../../imports/types';
import { followChanges } from '../../lib/changes';
import { counted, text } from '../../lib/text';
import { listActions, unfinishedActions } from '../../store/actions/list';
import { stopAction } from '../../store/actions/recording';
import { undoAction } from '../../store/actions/undo';
import { storeError } from '../../store/database/errors';
import type { Action } from '../../store/database/schema';
import type { ImportOutcome } from '../../store/imports/write';
import { undoSentence } from '../../wording/actions';
import { Backups } from '../shared/backups';
import { guardFor } from '../shared/guard';
import { LiveQueries } from '../shared/live-query';
import { Restoring } from '../shared/restoring';
import { Choosing } from './choosing';
import { isChange } from './overview';
import { readFiles } from './read-files';
import { emptyState } from './state';

/** Takes files of other programs: reads them, shows what they would do, and does it. */
export class ImportService {
  readonly state = emptyState();
  readonly #guarded = guardFor('import', this.state, storeError);
  readonly guard = this.#guarded.guard;
  readonly choosing = new Choosing(this.state);
  /** Offprint's own backups are restored, as in the options. */
  readonly restoring = new Restoring('import', this.state.said, new Backups());
  #reading = new AbortController();
  /** Whether the list is being written to. */
  #isWriting = false;
  /** Does what failed once more. */
  #again: () => Promise<void> = async () => {};

  /** Looks for imports that were cut off, and follows what becomes of them until the signal aborts. */
  async start(signal?: AbortSignal): Promise<void> {
    const live = new LiveQueries(this.guard);
    live.add({
      reads: ['actions'],
      read: async () => (await unfinishedActions()).filter(({ kind }) => kind === 'imported'),
      into: this.state.cutOff,
    });
    followChanges((change) => live.note(change), signal);
    signal?.addEventListener('abort', () => this.#reading.abort());
    await live.refresh();
  }

  /** Looks through files, in place of those that were given before; nothing is written. */
  async give(sources: readonly ImportSource[]): Promise<void> {
    if (this.#isWriting || this.restoring.progress.value) {
      this.state.said.value = text('importBusy');
      return;
    }
    this.#reading.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#again = () => this.give(sources);
    const { state } = this;
    this.forget();
    if (!sources.length) {
      state.said.value = text('importNothingGiven');
      return;
    }
    await this.guard('read', async () => {
      const onEntries = (done: number, file: string): void => {
        if (this.#reading !== reading) return;
        const said = text('importReading', file || text('importPasted'));
        state.progress.value = { said, done, stop: () => reading.abort() };
      };
      onEntries(0, sources[0]?.name ?? '');
      const gathered = await readFiles(sources, onEntries, reading.signal);
      if (!gathered) return;
      state.gathered.value = gathered;
      const done = gathered.papers.length;
      state.progress.value = {
        ...{ said: text('importComparing'), done },
        stop: () => reading.abort(),
      };
      const [backup] = gathered.backups;
      if (backup) await this.restoring.read(backup.blob);
      if (gathered.papers.length) await this.choosing.plan(reading.signal);
    });
    if (this.#reading !== reading) return;
    state.progress.value = undefined;
    if (reading.signal.aborted) this.forget();
  }

  /** Puts away what was found; nothing is written. */
  forget(): void {
    const { state } = this;
    batch(() => {
      state.gathered.value = undefined;
      state.plan.value = undefined;
      state.done.value = undefined;
      state.failure.value = undefined;
      state.progress.value = undefined;
      state.said.value = '';
      this.restoring.cancel();
      this.restoring.undoable.value = undefined;
      this.choosing.reset();
    });
  }

  /** Changes how it is to be done, and looks once more what it would do. */
  async choose(change: Partial<ImportOptions>): Promise<void> {
    this.#again = () => this.choose({});
    const { options } = this.state;
    options.value = { ...options.value, ...change };
    await this.guard('read', () => this.choosing.plan(this.#reading.signal));
  }

  /**
   * Brings in what was chosen, as one action.
   * @param now ms since the epoch.
   */
  async bringIn(now: number): Promise<void> {
    const { state } = this;
    this.#again = () => this.bringIn(now);
    const stopping = new AbortController();
    const chosen = state.chosen.value.filter(isChange).map((planned) => {
      const id = planned.fate.twin;
      const isSame = state.same.value.has(planned.entry);
      return { entry: planned.entry, ...(id === undefined ? {} : { twin: { id, isSame } }) };
    });
    const said = text('importWorking');
    const onProgress = (done: number, total: number): void => {
      state.progress.value = { said, done, total, stop: () => stopping.abort() };
    };
    onProgress(0, chosen.length);
    const { importPapers } = await import('../../store/imports/write');
    await this.#write(async () => {
      const watch = { signal: stopping.signal, onProgress };
      await this.#tell(await importPapers(chosen, state.options.value, now, watch));
    });
    if (state.failure.value) await this.#offerUndo(now);
  }

  /** Writes to the list, with progress shown, one work at a time. */
  async #write(work: () => Promise<void>): Promise<void> {
    this.#isWriting = true;
    await this.guard('write', work);
    this.#isWriting = false;
    batch(() => {
      this.state.progress.value = undefined;
      this.state.said.value = '';
    });
  }

  async #tell({ action, added, changed, isWhole }: ImportOutcome): Promise<void> {
    const said = [
      counted('importedNew', added),
      changed > added && counted('importedMore', changed - added),
      !isWhole && text('importStopped'),
    ];
    const done = await actionWith(({ id }) => id === action);
    batch(() => {
      this.state.plan.value = undefined;
      this.state.done.value = {
        said: said.filter(Boolean).join(' '),
        ...(done ? { action: done } : {}),
      };
    });
  }

  /** What came before a failure can be taken back, or be gone on with. */
  async #offerUndo(now: number): Promise<void> {
    const action = await actionWith(({ at, kind }) => at === now && kind === 'imported');
    if (action) this.state.done.value = { said: counted('importFailedAfter', action.done), action };
  }

  /** Takes an import back, one that was cut off as well. */
  async undo(action: Action): Promise<void> {
    const { state } = this;
    this.#again = () => this.undo(action);
    const stopping = new AbortController();
    const onProgress = (done: number, total: number): void => {
      state.progress.value = {
        ...{ said: text('undoing'), done, total },
        stop: () => stopping.abort(),
      };
    };
    await this.#write(async () => {
      const now = Date.now();
      const undone = await undoAction(action.id, now, { signal: stopping.signal, onProgress });
      state.done.value = { said: undoSentence(action, undone) };
    });
  }

  /** Leaves an import that was cut off as it is. */
  async leave(action: Action): Promise<void> {
    await this.guard('write', () => stopAction(action.id));
  }

  /** Does once more what failed. */
  retry(): Promise<void> {
    this.state.failure.value = undefined;
    return this.#again();
  }
}

async function actionWith(isIt: (action: Action) => boolean): Promise<Action | undefined> {
  return (await listActions()).find(isIt);
}
