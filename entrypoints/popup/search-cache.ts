import type { Changed } from '../../lib/refresher';
import type { Problem } from '../../papers/query/query';
import { comparatorOf, orderNamed } from '../../papers/search/order';
import type { SearchResult, SearchSession } from '../../store/search/session';
import { askedFor, chosenList, type PopupState } from './state';

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
  #counting = new AbortController();

  /** @param onMore Called when a search may find more than before: abstracts have been read. */
  constructor(
    private readonly state: PopupState,
    private readonly onMore: () => void,
  ) {}

  /**
   * Ids of the papers that the popup asks for; see papers/query for the language.
   * @returns Best match first, or in the chosen list's order. None when a newer search has ended this one.
   */
  async find(): Promise<readonly string[]> {
    const session = await this.#ready();
    const order = comparatorOf(orderNamed(chosenList(this.state)?.order ?? 'best'));
    const found = await session.search(askedFor(this.state), {
      limit: Number.POSITIVE_INFINITY,
      ...(order ? { order } : {}),
    });
    if (found) this.#last = found;
    return found?.ids ?? [];
  }

  /** Counts what each pinned list finds; a newer count ends this one. */
  async countLists(): Promise<void> {
    const lists = this.state.lists.value;
    this.#counting.abort();
    this.#counting = new AbortController();
    const { signal } = this.#counting;
    if (lists.length === 0) return;
    const session = await this.#ready();
    const counts = new Map<string, number>();
    for (const { id, query } of lists) {
      const count = await session.count(query, signal);
      if (count === undefined) return;
      counts.set(id, count);
    }
    if (!signal.aborted) this.state.listCounts.value = counts;
  }

  /** What there is to say of the last search. */
  async hints(): Promise<SearchHints> {
    const last = this.#last;
    const session = await this.#session;
    if (!last || !session) return { problems: [], instead: [] };
    const { problems } = last;
    if (last.total > 0 || !last.isWhole) return { problems, instead: [] };
    const { explain } = await import('../../store/search/explain');
    const ends = (await explain(session, last)) ?? [];
    return { problems, instead: ends.flatMap(({ instead }) => instead) };
  }

  /** Takes up what has changed since; nothing is read until the first search. */
  note(changed: Changed): void {
    if (!this.#session) return;
    const ids = changed === 'all' ? undefined : [...changed];
    this.#fresh = this.#session
      .then((session) => session.refresh(ids))
      .catch(() => {
        this.#session = undefined;
      });
  }

  async #ready(): Promise<SearchSession> {
    this.#session ??= this.#open();
    const session = await this.#session;
    await this.#fresh;
    return session;
  }

  async #open(): Promise<SearchSession> {
    const { SearchSession: Session } = await import('../../store/search/session');
    const session = new Session();
    session.onChange(this.onMore);
    return session;
  }
}
