import type { Changed } from '../../lib/refresher';
import type { Problem } from '../../papers/query/query';
import type { SearchResult, SearchSession } from '../../store/search/session';

/** What a search has to say beside the papers it found. */
export interface SearchHints {
  readonly problems: readonly Problem[];
  /** Searches that find something, where this one found nothing. */
  readonly instead: readonly { readonly text: string; readonly search: string }[];
}

/** The search of the popup: nothing of it is loaded before the first letter is typed. */
export class SearchCache {
  #session: Promise<SearchSession> | undefined;
  #fresh: Promise<void> = Promise.resolve();
  #last: SearchResult | undefined;

  /** @param onMore Called when a search may find more than before: abstracts have been read. */
  constructor(private readonly onMore: () => void) {}

  /**
   * Ids of the papers that a search finds, best first; see papers/query for its language.
   * @returns None when a newer search has ended this one.
   */
  async find(query: string): Promise<readonly string[]> {
    this.#session ??= this.#open();
    const session = await this.#session;
    await this.#fresh;
    const found = await session.search(query, { limit: Number.POSITIVE_INFINITY });
    if (found) this.#last = found;
    return found?.ids ?? [];
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

  async #open(): Promise<SearchSession> {
    const { SearchSession: Session } = await import('../../store/search/session');
    const session = new Session();
    session.onChange(this.onMore);
    return session;
  }
}
