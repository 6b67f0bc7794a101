import { batch } from '@preact/signals';
import { overscan } from '../../../components/ui/virtual-list';
import { painted } from '../../../lib/painted';
import { type PaperId, savedIn } from '../../../papers/paper';
import { FacetCounter } from '../../../papers/search/facets';
import { comparatorOf, type Order } from '../../../papers/search/order';
import { type FirstScreen, readFirstScreen } from '../../../store/records/first-screen';
import { type ListTally, listTallyIn } from '../../../store/records/tally-of-lists';
import { countFacets } from '../../../store/search/facets';
import {
  type SearchChanges,
  type SearchResult,
  SearchSession,
} from '../../../store/search/session';
import type { Likely } from '../../shared/likely/likely';
import { ListCounts } from '../../shared/list-counts';
import type { LibraryState, Listing, Place } from '../state';
import { rowsSeen } from './room';
import type { RowCache } from './row-cache';

/** How many values of a facet are named. */
const mostValues = 200;

/** Searches for what the address asks, and counts what was found. */
export class SearchResults {
  readonly #session = new SearchSession();
  readonly #counter = new FacetCounter();
  #counting = new AbortController();
  readonly #listCounts: ListCounts;

  constructor(
    private readonly state: LibraryState,
    private readonly rowCache: RowCache,
    private readonly likely: Likely,
    onMore: () => void,
  ) {
    this.#session.onChange(onMore);
    const { smartLists, listCounts } = state;
    this.#listCounts = new ListCounts(smartLists, listCounts, async () => this.#session);
  }

  /** Takes up what has changed; see `SearchSession.refresh`. */
  note(changed: ReadonlySet<PaperId> | 'all'): Promise<SearchChanges> {
    return this.#session.refresh(changed === 'all' ? undefined : [...changed]);
  }

  /** Whether what the address asks for may find something else after changes. */
  isConcerned(changes: SearchChanges): boolean {
    const { query, order } = this.state.address.value;
    return this.#session.affects(query, order, changes);
  }

  /**
   * Shows the rows of the whole list that are seen first, as the store has them in order, while what is searched
   * is still being read.
   * @param first What somebody is reading already.
   * @throws StoreError
   */
  async begin(first?: Promise<FirstScreen<ListTally>>): Promise<void> {
    const { state } = this;
    if (!isHome(state)) return;
    const { counts, tags, lists, page } = await (first ?? readFirstScreen(rowsSeen(), listTallyIn));
    const { papers } = page;
    batch(() => {
      state.counts.value = counts;
      state.tags.value = tags;
      state.smartLists.value = lists;
      if (papers.length === 0 || !isHome(state)) return;
      this.rowCache.take(papers);
      const place = placeOf(state);
      const asked = askedOf(place);
      const ids = papers.map(({ id }) => id);
      const total = savedIn(counts);
      state.listing.value = { asked, place, ids, total, problems: [], instead: [] };
    });
  }

  /**
   * Lists what the address asks for. The list before stays until the first rows of the new one are
   * there; what was found is counted once they are on screen.
   * @returns False when a newer search has ended this one.
   * @throws StoreError
   */
  async find(): Promise<boolean> {
    const place = placeOf(this.state);
    const { query, order, seed } = place;
    const asked = askedOf(place);
    const compare = comparatorOf(order, seed);
    const found = await this.#session.search(query, compare ? { order: compare } : {});
    if (!found) return false;
    const before = this.state.listing.value;
    const isOther = before?.asked !== asked;
    const shown = isOther ? undefined : before;
    const { ids: hits, widening } = await this.#placed(found, order, shown);
    const ids = isOther ? hits : this.#withOpened(hits);
    const left = ids === hits ? undefined : this.state.opened.value?.id;
    const show = await this.rowCache.prepare(
      found.query,
      firstOf(ids, this.state.opened.value?.id),
    );
    if (askedOf(placeOf(this.state)) !== asked) return false;
    batch(() => {
      show();
      // Until now the list before was on show, and could be selected from. Of a fresh page there is none.
      if (before && isOther) this.state.selected.value = new Set();
      const { total, problems } = found;
      this.state.listing.value = {
        asked,
        place,
        ids,
        left,
        widening,
        total,
        problems,
        instead: [],
      };
      // It may have been closed while the rows were read.
      this.letGo();
    });
    void this.#count(found, query);
    await this.#explain(found);
    return true;
  }

  /**
   * Counts what the smart lists find that some changes may concern.
   * @throws StoreError
   */
  countLists(changes: SearchChanges): Promise<void> {
    return this.#listCounts.count(changes);
  }

  /** What was found, in the order "for you" where that is asked for. One that is on show stays as it is. */
  async #placed(
    { entries }: SearchResult,
    order: Order,
    shown: Listing | undefined,
  ): Promise<Pick<Listing, 'widening'> & { readonly ids: PaperId[] }> {
    const ids = entries.map(({ head }) => head.id);
    if (order !== 'forYou') return { ids };
    await this.likely.ready;
    if (!this.likely.isOn) return { ids };
    const known = new Set(shown?.ids);
    if (shown?.widening && ids.every((id) => known.has(id))) {
      const left = new Set(ids);
      return { ids: shown.ids.filter((id) => left.has(id)), widening: shown.widening };
    }
    const { inOrderForYou } = await import('../../../store/ranking/for-you');
    const widens = this.likely.options.value?.widens !== false;
    const placed = await inOrderForYou(ids, Date.now(), widens);
    return { ids: [...placed.ids], widening: placed.widening };
  }

  /** The open paper keeps its place when it has left the list, so that nobody loses what they work on. */
  #withOpened(ids: PaperId[]): PaperId[] {
    const id = this.state.opened.value?.id;
    const shown = this.state.listing.value;
    const place = id === undefined ? -1 : (shown?.ids.indexOf(id) ?? -1);
    if (id === undefined || place === -1 || ids.includes(id)) return ids;
    return ids.toSpliced(Math.min(place, ids.length), 0, id);
  }

  /** Takes the paper that had left the list off it, once it is open no longer. */
  letGo(): void {
    const shown = this.state.listing.value;
    if (shown?.left === undefined || shown.left === this.state.opened.value?.id) return;
    const ids = shown.ids.filter((id) => id !== shown.left);
    this.state.listing.value = { ...shown, ids, left: undefined };
  }

  async #count(found: SearchResult, query: string): Promise<void> {
    this.#counting.abort();
    this.#counting = new AbortController();
    const { signal } = this.#counting;
    await painted();
    const facets = await countFacets(this.#counter, found, mostValues, signal);
    if (facets && !signal.aborted) this.state.facets.value = { ...facets, query };
  }

  async #explain(found: SearchResult): Promise<void> {
    if (found.total > 0 || !found.isWhole || found.query.groups.length === 0) return;
    const { explain } = await import('../../../store/search/explain');
    const ends = (await explain(this.#session, found)) ?? [];
    const shown = this.state.listing.value;
    if (shown && shown.problems === found.problems)
      this.state.listing.value = { ...shown, instead: ends.flatMap(({ instead }) => instead) };
  }
}

/** Whether nothing is shown yet of a list that needs no search. */
function isHome({ address, listing }: LibraryState): boolean {
  const { query, order, paper } = address.value;
  return !listing.value && query === '' && order === 'best' && paper === undefined;
}

function placeOf({ address }: LibraryState): Place {
  const { query, order, seed } = address.value;
  return { query, order, seed };
}

/** What the list is of: another address of the same list says the same. */
function askedOf({ query, order, seed }: Place): string {
  return JSON.stringify([query, order, seed]);
}

/** The rows that are drawn first, seen or not, and those around the open paper. */
function firstOf(ids: readonly PaperId[], opened: PaperId | undefined): PaperId[] {
  const most = rowsSeen() + overscan;
  const place = opened === undefined ? -1 : ids.indexOf(opened);
  const near = place < most ? [] : ids.slice(place - most, place + most);
  return [...ids.slice(0, most), ...near];
}
