import { batch, signal } from '@preact/signals';
import { followChanges } from '../../lib/changes';
import { storeError } from '../../store/database/errors';
import { listSmartLists } from '../../store/lists/read';
import { listSaved, listTags, readTally } from '../../store/records/queries';
import { guardFor } from '../shared/guard';
import { type Changed, LiveQueries } from '../shared/live-query';
import type { LazyParts } from './lazy-parts';
import type { Filter, Listing, Source } from './list/sources';
import { askedFor, chosenList, emptyState, type Place } from './state';

/** How many papers of a list are read at once. */
export const pageSize = 50;

/** Reads a page of the saved papers, newest first. */
const savedIn =
  (filter: Filter): Source['read'] =>
  (size, after) =>
    listSaved(filter, size, after as IDBValidKey | undefined);

/** Reads the store into the state, at once and at each change. */
export class PopupService {
  readonly state = emptyState();
  readonly #guarded = guardFor('popup', this.state, storeError);
  readonly guard = this.#guarded.guard;
  readonly fail = this.#guarded.fail;
  /** What the first paint does not need; undefined until it is loaded. */
  readonly lazyParts = signal<LazyParts | undefined>(undefined);
  #loading: Promise<LazyParts> | undefined;
  /** The list on show. */
  source: Source = { kind: 'saved', filter: {}, read: savedIn({}) };
  #reading: Promise<void> = Promise.resolve();
  readonly live = new LiveQueries(this.guard);

  /** Reads everything and follows every change until the signal aborts. */
  async start(signal?: AbortSignal): Promise<void> {
    const { live, state } = this;
    live.add({ reads: ['counters'], read: readTally, into: state.counts });
    live.add({ reads: ['tags'], read: listTags, into: state.tags });
    live.add({ reads: ['lists'], read: () => this.#readLists() });
    live.add({
      reads: ['papers'],
      read: async (changed) => {
        this.lazyParts.value?.search.note(changed);
        await this.readList(changed, false);
        await this.lazyParts.value?.list.explain();
      },
    });
    followChanges((change) => live.note(change), signal);
    await live.refresh();
  }

  /** Loads the rest of the popup. Called once the list is painted; who needs it sooner waits for it. */
  loadLazyParts(): Promise<LazyParts> {
    this.#loading ??= import('./lazy-parts').then(({ lazyPartsFor }) => {
      const parts = lazyPartsFor(this);
      this.lazyParts.value = parts;
      parts.subscribe();
      return parts;
    });
    this.#loading.catch(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  /** Does what the reader asked for. */
  async act(work: (parts: LazyParts) => Promise<unknown>): Promise<void> {
    const loaded: { parts?: LazyParts } = {};
    await this.guard('write', async () => {
      loaded.parts = await this.loadLazyParts();
    });
    if (loaded.parts) await work(loaded.parts);
  }

  /** Reads everything once more, after a failure. */
  retry(): Promise<void> {
    this.state.failure.value = undefined;
    return this.live.refresh();
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
    this.source = this.#sourceNow();
    await this.guard('read', () => this.readList('all', true));
    await (await this.loadLazyParts()).list.explain();
  }

  /** Resolves when what was written before the call is shown. */
  settle(): Promise<void> {
    return this.live.settle();
  }

  /** Whether what is listed was searched for. */
  isFound(): boolean {
    const { filter, query } = this.state;
    return filter.value.list !== undefined || query.value.trim() !== '';
  }

  #sourceNow(): Source {
    const { tab, filter } = this.state;
    const kind = tab.value === 'new' ? 'new' : this.isFound() ? 'found' : 'saved';
    return {
      kind,
      filter: filter.value,
      read:
        kind === 'saved'
          ? savedIn(filter.value)
          : async (...from) => (await this.loadLazyParts()).read[kind](...from),
    };
  }

  /** A chosen list that is no longer there gives way to the whole list. */
  async #readLists(): Promise<void> {
    const { lists, filter } = this.state;
    lists.value = (await listSmartLists()).filter(({ isPinned }) => isPinned);
    const { list, ...rest } = filter.value;
    if (list === undefined) return;
    if (!chosenList(this.state)) {
      filter.value = rest;
      this.source = this.#sourceNow();
    }
    await this.readList('all', false);
  }

  /** Reads the list: a reading of the same one waits for the one before, or might show what that one found earlier. */
  readList(changed: Changed, isOther: boolean): Promise<void> {
    const before = isOther ? Promise.resolve() : this.#reading;
    const reading = before.then(() => this.#readNow(changed, isOther));
    this.#reading = reading.catch(() => {});
    return reading;
  }

  async #readNow(changed: Changed, isOther: boolean): Promise<void> {
    const source = this.source;
    const shown = this.state.listing.value;
    const open = this.state.opened.value?.id;
    const refreshList = isOther || !shown ? undefined : (await this.loadLazyParts()).refreshList;
    const listing = await (refreshList && shown
      ? refreshList(source, shown, changed, pageSize, open)
      : source.read(pageSize));
    await this.mark(listing);
    if (this.source === source) this.state.listing.value = listing;
  }

  /** Looks where a search has found its words, before its papers are shown. */
  async mark(listing: Listing): Promise<void> {
    const words = this.isFound() ? askedFor(this.state) : '';
    const parts = words ? await this.loadLazyParts() : this.lazyParts.value;
    await parts?.found.read(listing, words);
  }
}
