import { report } from '../../../lib/report';
import type { Problem } from '../../../papers/query/query';
import { comparatorOf, type Order, orderNamed } from '../../../papers/search/order';
import type { SearchChanges, SearchResult, SearchSession } from '../../../store/search/session';
import { ListCounts } from '../../shared/list-counts';
import type { Changed } from '../../shared/live-query';
import { askedFor, chosenList, type PopupState } from '../state';

/** What a search has to say beside the papers it found. */
export interface SearchHints {
  readonly problems: readonly Problem[];
  /** Searches that find something, where this one found nothing. */
  readonly instead: readonly { readonly text: string; readonly search: string }[];
}

/** The search of the popup: nothing of it is loaded before the first letter is typed, or a list counted. */
export class SearchCache {
  #session: Promise<SearchSession> | undefined;
  #fresh: Promise<void> = Promise.resolve();
  #last: SearchResult | undefined;
  #isOutdated = false;
  readonly #counts: ListCounts;

  /** @param onMore Called when a search may find more than before: abstracts have been read. */
  constructor(
    private readonly state: PopupState,
    private readonly onMore: () => void,
  ) {
    this.#counts = new ListCounts(state.lists, state.listCounts, () => this.#ready());
  }

  /**
   * Ids of the papers that the popup asks for; see papers/query for the language.
   * @returns Best match first, or in the chosen list's order. None when a newer search has ended this one.
   */
  async find(): Promise<readonly string[]> {
    const session = await this.#ready();
    this.#isOutdated = false;
    const order = comparatorOf(this.#order());
    const found = await session.search(askedFor(this.state), {
      limit: Number.POSITIVE_INFINITY,
      ...(order ? { order } : {}),
    });
    if (found) this.#last = found;
    return found?.ids ?? [];
  }

  /** Counts what the pinned lists find. They go without a number where that fails. */
  async countLists(changes: SearchChanges = 'all'): Promise<void> {
    await this.#counts.count(changes).catch((error: unknown) => report('popup lists', error));
  }

  /** What there is to say of the last search. */
  async hints(): Promise<SearchHints> {
    const last = this.#last;
    const session = await this.#session;
    if (!last || !session) return { problems: [], instead: [] };
    const { problems } = last;
    if (last.total > 0 || !last.isWhole) return { problems, instead: [] };
    const { explain } = await import('../../../store/search/explain');
    const ends = (await explain(session, last)) ?? [];
    return { problems, instead: ends.flatMap(({ instead }) => instead) };
  }

  /** Takes up what has changed since, and counts the lists again that it may concern; nothing is read until the first search. */
  note(changed: Changed): void {
    if (!this.#session) return;
    this.#fresh = this.#takeUp(this.#session, changed === 'all' ? undefined : [...changed]);
  }

  /** Whether what was found last may be another now. */
  async isOutdated(): Promise<boolean> {
    await this.#fresh;
    return this.#isOutdated;
  }

  async #takeUp(
    opening: Promise<SearchSession>,
    ids: readonly string[] | undefined,
  ): Promise<void> {
    try {
      const session = await opening;
      const changes = await session.refresh(ids);
      this.#isOutdated ||= session.affects(askedFor(this.state), this.#order(), changes);
      void this.countLists(changes);
    } catch {
      this.#isOutdated = true;
      this.#session = undefined;
    }
  }

  #order(): Order {
    return orderNamed(chosenList(this.state)?.order ?? 'best');
  }

  async #ready(): Promise<SearchSession> {
    this.#session ??= this.#open();
    const session = await this.#session;
    await this.#fresh;
    return session;
  }

  async #open(): Promise<SearchSession> {
    const { SearchSession: Session } = await import('../../../store/search/session');
    const session = new Session();
    session.onChange(this.onMore);
    return session;
  }
}
