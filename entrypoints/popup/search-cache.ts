import type { SearchSession } from '../../store/search/session';
import type { Changed } from './refresher';

/** The search of the popup: nothing of it is loaded before the first letter is typed. */
export class SearchCache {
  #session: Promise<SearchSession> | undefined;
  #fresh: Promise<void> = Promise.resolve();

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
    return found?.ids ?? [];
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
