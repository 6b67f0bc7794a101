import { batch, signal } from '@preact/signals';
import { followChanges } from '../../lib/changes';
import type { Notice } from '../../lib/notices';
import { type Options, onOptions, readOptions } from '../../lib/options';
import { painted } from '../../lib/painted';
import { report } from '../../lib/report';
import { counted } from '../../lib/text';
import type { PaperId } from '../../papers/paper';
import { storeError } from '../../store/database/errors';
import { readMonths } from '../../store/derived/months';
import type { FirstScreen } from '../../store/records/first-screen';
import { openPaper, recordsOf } from '../../store/records/queries';
import type { ListTally } from '../../store/records/tally-of-lists';
import { noticesText } from '../../wording/notices';
import { guardFor } from '../shared/guard';
import { Likely } from '../shared/likely/likely';
import { LiveQueries } from '../shared/live-query';
import { tellNotices } from '../shared/tell-notices';
import { type Address, home, readAddress, writeAddress } from './address';
import { RowCache } from './list/row-cache';
import { SearchResults } from './list/search-results';
import { addQueries } from './queries';
import type { ShownPane } from './reading/in-pane';
import { fixedListOf } from './sidebar/fixed-lists';
import { emptyState, undecidedIn } from './state';

/** How long the list stays as it is before a screen reader is told how long it is, in ms. */
const quiet = 800;

/** Whether a step in the library is one that "back" returns from. */
type Step = 'push' | 'replace';

/** How the library begins. */
interface Start {
  readonly signal?: AbortSignal | undefined;
  readonly first?: Promise<FirstScreen<ListTally>> | undefined;
}

/** Shows what the page's address asks for, and follows every change of the store. */
export class LibraryService {
  readonly state = emptyState(readAddress(location.search));
  readonly likely = new Likely();
  readonly #guarded = guardFor('library', this.state, storeError);
  readonly guard = this.#guarded.guard;
  readonly fail = this.#guarded.fail;
  /** Tells that something could not be shown. */
  readonly failReading = (cause: unknown): void => this.fail('read', cause);
  readonly #rowCache = new RowCache(this.state);
  readonly #results = new SearchResults(
    this.state,
    this.#rowCache,
    this.likely,
    () => void this.#find(),
  );
  readonly #live = new LiveQueries(this.guard, () => this.state.progress.value !== undefined);
  /** Set by the view. */
  readonly pane = signal<ShownPane | undefined>(undefined);
  /** Resolves when the rows that are seen first are there, where they are read before the others. */
  begun: Promise<unknown> = Promise.resolve();
  /** Resolves when the list that the address asks for is shown. */
  searching: Promise<unknown> = Promise.resolve();
  /** Resolves when the paper under the cursor was read. */
  opening: Promise<void> = Promise.resolve();
  /** Resolves when the cursor is where the keys so far have moved it; what acts on its paper waits for that. */
  moved: Promise<unknown> = Promise.resolve();

  #telling: ReturnType<typeof setTimeout> | undefined;

  /**
   * Reads everything and follows every change until the signal aborts.
   * @param first What the whole list shows first, where somebody is reading it already.
   */
  async start({ signal, first }: Start = {}): Promise<void> {
    addQueries(this.#live, {
      service: this,
      results: this.#results,
      rowCache: this.#rowCache,
      reopen: () => this.#open(this.state.address.value.paper),
    });
    const onBack = () => void this.#arrive(readAddress(location.search));
    addEventListener('popstate', onBack, signal ? { signal } : {});
    this.begun = this.guard('read', () => this.#results.begin(first));
    // What is read after the first rows must not keep them from being painted.
    const shown = this.begun.then(() => this.state.listing.value && painted());
    // What changes until then is read with everything else.
    this.searching = shown.then(() => {
      this.#follow(signal);
      return this.#live.refresh();
    });
    await this.searching;
    await this.#open(this.state.address.value.paper);
  }

  /** Follows the store and the options from now on. */
  #follow(signal: AbortSignal | undefined): void {
    const letGo = this.likely.follow(this.#live, () => undecidedIn(this.state));
    signal?.addEventListener('abort', letGo);
    followChanges((change) => this.#live.note(change), signal);
    const takeOptions = ({ badge }: Options) => {
      this.state.badge.value = badge;
    };
    onOptions(takeOptions, signal);
    readOptions().then(takeOptions, (error: unknown) => report('options', error));
    const { notice } = this.state;
    const tell = (notices: readonly Notice[]) => {
      notice.value = { said: noticesText(notices) };
    };
    tellNotices(notice, tell, signal);
  }

  /** Goes somewhere else; what is not named stays. */
  async go(change: Partial<Address>, step: Step = 'push'): Promise<void> {
    const next = { ...this.state.address.value, ...change };
    const address = writeAddress(next);
    if (step === 'push' && address !== writeAddress(this.state.address.value))
      history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    await this.#arrive(next);
  }

  /** Searches as the reader types; the list is the same place in the history. */
  search(query: string): Promise<void> {
    return this.go({ view: 'list', query, paper: undefined }, 'replace');
  }

  /** Shows one of the lists. */
  list(query: string, order: Address['order'] = home.order): Promise<void> {
    const isForYou = fixedListOf(query)?.isRanked && this.likely.newOrder === 'forYou';
    const wanted = isForYou ? 'forYou' : order;
    return this.go({ view: 'list', query, order: wanted, seed: undefined, paper: undefined });
  }

  /** Puts the cursor on a paper and shows it beside the list. */
  open(id: PaperId | undefined, step: Step = 'replace'): Promise<void> {
    return this.go({ paper: id }, step);
  }

  /** Moves the cursor by so many rows, or to an end of the list. */
  async move(by: number): Promise<void> {
    const opening: { done?: Promise<void> } = {};
    this.moved = this.moved.then(async () => {
      await this.searching;
      const id = this.#idAt(by);
      if (id !== undefined) opening.done = this.open(id);
    });
    await this.moved;
    await opening.done;
  }

  #idAt(by: number): PaperId | undefined {
    const ids = this.state.listing.value?.ids ?? [];
    const at = ids.indexOf(this.state.address.value.paper ?? '');
    const isStep = Number.isFinite(by) && at === -1;
    const next = isStep ? (by > 0 ? 0 : ids.length - 1) : at + by;
    return ids[Math.min(Math.max(next, 0), ids.length - 1)];
  }

  /** Reads the rows that come into view. */
  async need(ids: readonly PaperId[]): Promise<void> {
    await this.guard('read', () => this.#rowCache.need(ids));
  }

  /**
   * Reads what the statistics are drawn from; from then on with every change.
   * @throws StoreError
   */
  async readFigures(): Promise<void> {
    this.state.figures.value = await readMonths();
  }

  /** Reads everything once more, after a failure. */
  retry(): Promise<void> {
    this.state.failure.value = undefined;
    return this.#live.refresh();
  }

  /**
   * Says what was done.
   * @param back Takes it back.
   */
  tell(said: string, back?: () => void): void {
    this.state.notice.value = { said, ...(back && { back }) };
  }

  /** Resolves when what was written before the call is shown. */
  settle(): Promise<void> {
    return this.#live.settle();
  }

  async #arrive(next: Address): Promise<void> {
    const before = this.state.address.value;
    const isOther =
      next.query !== before.query || next.order !== before.order || next.seed !== before.seed;
    batch(() => {
      this.state.address.value = next;
      if (isOther) this.state.selected.value = new Set();
      if (isOther || next.view !== before.view) this.state.notice.value = undefined;
    });
    await Promise.all([
      next.paper !== before.paper && this.#open(next.paper),
      isOther && this.#find(),
    ]);
  }

  async #find(): Promise<void> {
    this.searching = this.guard('read', () => this.#results.find());
    await this.searching;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      const { listing, announcement } = this.state;
      if (listing.value) announcement.value = counted('papers', listing.value.total);
    }, quiet);
  }

  #open(id: PaperId | undefined): Promise<void> {
    this.opening = this.#readOpened(id).then(() => this.#results.letGo());
    return this.opening;
  }

  async #readOpened(id: PaperId | undefined): Promise<void> {
    if (id === undefined) this.state.opened.value = undefined;
    else
      await this.guard('read', async () => {
        const [[record], rest] = await Promise.all([recordsOf([id]), openPaper(id)]);
        if (this.state.address.value.paper !== id) return;
        this.state.opened.value = record && { id, record, ...rest };
      });
  }
}
