import { batch } from '@preact/signals';
import { type Change, followChanges, lastChangeAt } from '../../lib/changes';
import { painted } from '../../lib/painted';
import { savedIn } from '../../papers/paper';
import { storeError } from '../../store/database/errors';
import { readFirstScreen, tallyIn } from '../../store/records/first-screen';
import { guardFor } from '../shared/guard';
import { rowsSeen } from './list/room';
import { emptyState, type Place } from './state';

/** What is read after the first paint. */
export interface Later {
  /** Takes up a change, to be read in the next frame. */
  note(change: Change): void;
  /** Reads the list that the state names now. */
  show(): Promise<void>;
  /** Reads everything. */
  refresh(): Promise<void>;
}

/** What the popup shows, and what it reads for its first paint. */
export class PopupService {
  readonly state = emptyState();
  readonly #guarded = guardFor('popup', this.state, storeError);
  readonly guard = this.#guarded.guard;
  readonly fail = this.#guarded.fail;

  /** Resolves when what is shown first was read, or could not be. */
  begun: Promise<unknown> = Promise.resolve();

  /** @param later Loads what reads the rest. */
  constructor(private readonly later: () => Promise<Later>) {}

  /** Reads what is shown first, and follows every change until the signal aborts. */
  async start(signal?: AbortSignal): Promise<void> {
    const startedAt = Date.now();
    this.begun = this.guard('read', () => this.#read());
    const isRead = await this.begun;
    // To follow changes takes what the first rows wait for.
    await painted();
    const note = (change: Change) => this.#go((later) => later.note(change));
    followChanges((change) => void note(change), signal);
    if (!isRead || (await lastChangeAt()) >= startedAt) await note({});
  }

  /** Reads everything once more, after a failure. */
  async retry(): Promise<void> {
    this.state.failure.value = undefined;
    await this.#go((later) => later.refresh());
  }

  /** Goes to another list, narrows it or searches it; what is not named stays. */
  async show(change: Partial<Place>): Promise<void> {
    const { tab, filter, query, opened } = this.state;
    batch(() => {
      tab.value = change.tab ?? tab.value;
      filter.value = change.filter ?? filter.value;
      query.value = change.query ?? query.value;
      opened.value = undefined;
    });
    await this.#go((later) => later.show());
  }

  /** What cannot be loaded is told, as what cannot be read. */
  async #go(work: (later: Later) => Promise<void> | void): Promise<void> {
    await this.guard('read', async () => work(await this.later()));
  }

  /** In one transaction, and no more papers than are seen. */
  async #read(): Promise<void> {
    const { state } = this;
    const { counts, tags, lists, page } = await readFirstScreen(rowsSeen(), tallyIn);
    const opensOnNew = savedIn(counts) === 0 && counts.new + counts.seen > 0;
    batch(() => {
      state.counts.value = counts;
      state.tags.value = tags;
      state.lists.value = lists.filter(({ isPinned }) => isPinned);
      // Another list may have been asked for meanwhile, and be there already.
      if (isWhole(state) && !opensOnNew) state.listing.value ??= page;
    });
    if (isWhole(state) && opensOnNew) await this.show({ tab: 'new' });
  }
}

/** Whether all of the saved papers are asked for. */
function isWhole({ tab, filter, query }: PopupService['state']): boolean {
  return tab.value === 'saved' && !query.value && Object.keys(filter.value).length === 0;
}
