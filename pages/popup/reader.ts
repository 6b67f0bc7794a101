import { batch } from '@preact/signals';
import { listSmartLists } from '../../store/lists/read';
import { listSaved, listTags, readTally } from '../../store/records/queries';
import type { Guard } from '../shared/guard';
import { type Changed, LiveQueries } from '../shared/live-query';
import type { Filter, Listing, ListReader, Source } from './list/sources';
import type { Later, PopupService } from './service';
import { askedFor, chosenList, isFound, keyOf, type PopupState } from './state';

/** How many papers of a list are read at once. */
export const pageSize = 50;

/** Reads a page of the saved papers, newest first. */
const savedIn =
  (filter: Filter): Source['read'] =>
  (size, after) =>
    listSaved(filter, size, after as IDBValidKey | undefined);

/** Reads the store into the state, at each change and when another list is asked for. */
export class PopupReader implements Later {
  readonly live: LiveQueries;
  /** The list on show. */
  source: Source;
  /** How many papers were read of the lists that were left. */
  readonly #lengths = new Map<string, number>();
  #reading: Promise<void> = Promise.resolve();

  readonly state: PopupState;
  readonly guard: Guard['guard'];
  readonly fail: Guard['fail'];

  /** @param list Reads what the list shows. */
  constructor(
    { state, guard, fail }: Pick<PopupService, 'state' | keyof Guard>,
    private readonly list: ListReader,
  ) {
    this.state = state;
    this.guard = guard;
    this.fail = fail;
    this.source = this.#sourceNow();
    this.live = new LiveQueries(guard);
  }

  /** Follows the changes that `note` is told of. */
  follow(): void {
    const { list, live, state } = this;
    live.add({ reads: ['counters'], read: readTally, into: state.counts });
    live.add({ reads: ['tags'], read: listTags, into: state.tags });
    live.add({ reads: ['lists'], read: () => this.#readLists() });
    live.add({
      reads: ['papers'],
      read: async (changed) => {
        list.note(changed);
        await this.readList(changed, false);
        await list.explain();
      },
    });
  }

  note: Later['note'] = (change) => this.live.note(change);

  refresh(): Promise<void> {
    return this.live.refresh();
  }

  async show(): Promise<void> {
    const { listing, place } = this.state;
    this.#lengths.set(place.value.key, listing.value?.papers.length ?? 0);
    this.source = this.#sourceNow();
    await this.guard('read', () => this.readList('all', true));
    await this.list.explain();
  }

  /** Resolves when what was written before the call is shown. */
  settle(): Promise<void> {
    return this.live.settle();
  }

  #sourceNow(): Source {
    const { tab, filter } = this.state;
    const kind = tab.value === 'new' ? 'new' : isFound(this.state) ? 'found' : 'saved';
    return {
      kind,
      filter: filter.value,
      read: kind === 'saved' ? savedIn(filter.value) : (...from) => this.list.read(kind, ...from),
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
    const { listing: shown, opened, place, tab } = this.state;
    const listing =
      isOther || !shown.value
        ? await source.read(Math.max(pageSize, this.#lengths.get(keyOf(this.state)) ?? 0))
        : await this.list.refresh({
            source,
            listing: shown.value,
            changed,
            size: pageSize,
            open: opened.value?.id,
          });
    await this.mark(listing);
    if (this.source !== source) return;
    batch(() => {
      shown.value = listing;
      if (isOther) place.value = { tab: tab.value, key: keyOf(this.state) };
    });
  }

  /** Looks where a search has found its words, before its papers are shown. */
  async mark(listing: Listing): Promise<void> {
    await this.list.mark(listing, isFound(this.state) ? askedFor(this.state) : '');
  }
}
