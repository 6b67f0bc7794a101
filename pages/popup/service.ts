import { batch } from '@preact/signals';
import { followChanges } from '../../lib/changes';
import { storeError } from '../../store/database/errors';
import type { SmartList } from '../../store/database/schema';
import { listSmartLists } from '../../store/lists/read';
import { readFirstScreen } from '../../store/records/first-screen';
import { listSaved, listTags, readTally } from '../../store/records/queries';
import { guardFor } from '../shared/guard';
import { type Changed, LiveQueries } from '../shared/live-query';
import { rowsSeen } from './list/room';
import type { Filter, LazyReader, Listing, Source } from './list/sources';
import { askedFor, chosenList, emptyState, type Place } from './state';

/** How many papers of a list are read at once. */
export const pageSize = 50;

const isPinned = (list: SmartList) => list.isPinned;

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
  /** The list on show. */
  source: Source = { kind: 'saved', filter: {}, read: savedIn({}) };
  #reading: Promise<void> = Promise.resolve();
  readonly live = new LiveQueries(this.guard);

  /** @param lazy Reads what the first paint never shows. */
  constructor(private readonly lazy: LazyReader) {}

  /** Reads what is shown first, and follows every change until the signal aborts. */
  async start(signal?: AbortSignal): Promise<void> {
    const { lazy, live, state } = this;
    live.add({ reads: ['counters'], read: readTally, into: state.counts });
    live.add({ reads: ['tags'], read: listTags, into: state.tags });
    live.add({ reads: ['lists'], read: () => this.#readLists() });
    live.add({
      reads: ['papers'],
      read: async (changed) => {
        lazy.reader?.note(changed);
        await this.readList(changed, false);
        await lazy.reader?.explain();
      },
    });
    const first = this.guard('read', () => this.#readFirst());
    // What comes meanwhile is read after it, so that what is shown last was read last.
    followChanges((change) => void first.then(() => live.note(change)), signal);
    if (!(await first)) live.note({});
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
    await (await this.lazy.loadReader()).explain();
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
          : async (...from) => (await this.lazy.loadReader()).read(kind, ...from),
    };
  }

  /** In one transaction, and no more papers than are seen. */
  async #readFirst(): Promise<void> {
    const { source, state } = this;
    const { counts, tags, lists, page } = await readFirstScreen(rowsSeen());
    batch(() => {
      state.counts.value = counts;
      state.tags.value = tags;
      state.lists.value = lists.filter(isPinned);
      if (this.source === source) state.listing.value = page;
    });
  }

  /** A chosen list that is no longer there gives way to the whole list. */
  async #readLists(): Promise<void> {
    const { lists, filter } = this.state;
    lists.value = (await listSmartLists()).filter(isPinned);
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
    const listing =
      isOther || !shown
        ? await source.read(pageSize)
        : await (await this.lazy.loadReader()).refresh({
            source,
            listing: shown,
            changed,
            size: pageSize,
            open,
          });
    await this.mark(listing);
    if (this.source === source) this.state.listing.value = listing;
  }

  /** Looks where a search has found its words, before its papers are shown. */
  async mark(listing: Listing): Promise<void> {
    const words = this.isFound() ? askedFor(this.state) : '';
    const reader = words ? await this.lazy.loadReader() : this.lazy.reader;
    await reader?.mark(listing, words);
  }
}
