import { batch, signal } from '@preact/signals';
import { onChange } from '../../lib/changes';
import { guardFor } from '../../lib/guard';
import { type Changed, Refresher } from '../../lib/refresher';
import { isUndecided } from '../../papers/paper';
import { storeError } from '../../store/database/errors';
import { listSmartLists } from '../../store/lists/read';
import { counts, listTags, openPaper } from '../../store/records/queries';
import type { Deeds } from './deeds';
import type { Later } from './later';
import { foundSource, type Listing, type Source, savedSource } from './lists';
import { askedFor, chosenList, emptyState, type Place } from './state';

const pageSize = 50;

/** Reads the store into the state, at once and at each change. */
export class PopupService {
  readonly state = emptyState();
  readonly #guarded = guardFor('popup', this.state, storeError);
  readonly guard = this.#guarded.guard;
  readonly fail = this.#guarded.fail;
  /** What the first paint does not need; undefined until it is loaded. */
  readonly later = signal<Later | undefined>(undefined);
  #loading: Promise<Later> | undefined;
  #source: Source = savedSource({});
  #reading: Promise<void> = Promise.resolve();
  readonly #refresher = new Refresher((changed) => this.#read(changed));

  /** Reads everything and follows every change until the signal aborts. */
  async start(signal?: AbortSignal): Promise<void> {
    onChange((change) => this.#refresher.note(change), signal);
    await this.#refresher.now('all');
  }

  /** Loads the rest of the popup. Called once the list is painted; who needs it sooner waits for it. */
  loadLater(): Promise<Later> {
    this.#loading ??= import('./later').then(({ laterFor }) => {
      const later = laterFor(this);
      this.later.value = later;
      later.around.start();
      return later;
    });
    this.#loading.catch(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  /** Does what the reader asked for. */
  async act(work: (deeds: Deeds) => Promise<unknown>): Promise<void> {
    const loaded: { deeds?: Deeds } = {};
    await this.guard('write', async () => {
      loaded.deeds = (await this.loadLater()).deeds;
    });
    if (loaded.deeds) await work(loaded.deeds);
  }

  /** Reads everything once more, after a failure. */
  retry(): Promise<void> {
    this.state.failure.value = undefined;
    return this.#refresher.now('all');
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
    this.#source = this.#sourceNow();
    await this.guard('read', () => this.#readList('all', true));
    await this.explain();
  }

  /** Reads the next page of the list. */
  async more(): Promise<void> {
    const source = this.#source;
    const shown = this.state.listing.value;
    if (!shown?.next) return;
    await this.guard('read', async () => {
      const { papers, ...rest } = await source.read(pageSize, shown.next);
      const ids = new Set(shown.papers.map(({ id }) => id));
      const fresh = papers.filter(({ id }) => !ids.has(id));
      const listing = { ...rest, papers: [...shown.papers, ...fresh] };
      await this.#mark(listing);
      if (this.state.listing.value === shown) this.state.listing.value = listing;
    });
  }

  /** Opens a paper, or closes it when it is open. */
  async toggle(id: string): Promise<void> {
    if (this.state.opened.value?.id === id) this.state.opened.value = undefined;
    else await this.guard('read', () => this.#open(id));
  }

  /** Resolves when what was written before the call is shown. */
  settle(ids: readonly string[]): Promise<void> {
    return this.#refresher.now(ids);
  }

  /** Long texts have been read or have changed: a search on show may find more now. */
  async findMore(): Promise<void> {
    if (this.#isFound()) await this.guard('read', () => this.#readList('all', false));
    await this.explain();
  }

  /** Says what there is to say of the search on show. */
  async explain(): Promise<void> {
    const words = this.state.query.value;
    if (!words.trim()) this.state.hints.value = undefined;
    else {
      const hints = await (await this.loadLater()).search.hints();
      if (this.state.query.value === words) this.state.hints.value = hints;
    }
  }

  #isFound(): boolean {
    const { filter, query } = this.state;
    return filter.value.list !== undefined || query.value.trim() !== '';
  }

  #sourceNow(): Source {
    const { tab, filter } = this.state;
    if (tab.value === 'new')
      return {
        read: async (...from) => (await this.loadLater()).readUndecided(...from),
        holds: ({ state, sortAt }) => isUndecided(state) && state !== 'missed' && sortAt >= 0,
      };
    if (!this.#isFound()) return savedSource(filter.value);
    return foundSource(async () => (await this.loadLater()).search.find(), filter.value);
  }

  async #read(changed: Changed): Promise<void> {
    this.later.value?.search.note(changed);
    await this.guard('read', async () => {
      const opened = this.state.opened.value?.id;
      const isOther = this.state.filter.value.list !== undefined && (await this.#readLists());
      await Promise.all([
        this.#readLists(),
        counts().then((read) => {
          this.state.counts.value = read;
        }),
        listTags().then((read) => {
          this.state.tags.value = read;
        }),
        this.#readList(changed, isOther),
        opened !== undefined && this.#open(opened),
      ]);
    });
    this.later.value?.around.read();
  }

  /**
   * A chosen list that is no longer there gives way to the whole list.
   * @returns Whether it did.
   */
  async #readLists(): Promise<boolean> {
    const { lists, filter } = this.state;
    lists.value = (await listSmartLists()).filter(({ isPinned }) => isPinned);
    const { list, ...rest } = filter.value;
    if (list === undefined || chosenList(this.state)) return false;
    filter.value = rest;
    this.#source = this.#sourceNow();
    return true;
  }

  /** A reading of the same list waits for the one before, or might show what that one found earlier. */
  #readList(changed: Changed, isOther: boolean): Promise<void> {
    const before = isOther ? Promise.resolve() : this.#reading;
    const reading = before.then(() => this.#readNow(changed, isOther));
    this.#reading = reading.catch(() => {});
    return reading;
  }

  async #readNow(changed: Changed, isOther: boolean): Promise<void> {
    const source = this.#source;
    const shown = this.state.listing.value;
    const open = this.state.opened.value?.id;
    const readAgain = isOther || !shown ? undefined : (await this.loadLater()).readAgain;
    const listing = await (readAgain && shown
      ? readAgain(source, shown, changed, pageSize, open)
      : source.read(pageSize));
    await this.#mark(listing);
    if (this.#source === source) this.state.listing.value = listing;
  }

  async #mark(listing: Listing): Promise<void> {
    const words = this.#isFound() ? askedFor(this.state) : '';
    const later = words ? await this.loadLater() : this.later.value;
    await later?.found.read(listing, words);
  }

  async #open(id: string): Promise<void> {
    const wasOpen = this.state.opened.value?.id;
    const read = await openPaper(id);
    if (this.state.opened.value?.id === wasOpen) this.state.opened.value = { id, ...read };
  }
}
