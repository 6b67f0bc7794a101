import { onChange } from '../../lib/changes';
import { report } from '../../lib/report';
import type { SearchResult } from '../../store/search/result';
import type { SearchSession } from '../../store/search/session';

/** How long a search waits for long texts that are still being read, in ms. */
const patience = 2000;

/**
 * The search of the worker, for all who ask: the list in memory is a cache that may be gone with
 * the worker, and is read when first needed.
 */
export class WorkerSearch {
  #session: SearchSession | undefined;
  #fresh: Promise<unknown> = Promise.resolve();
  #turn: Promise<unknown> = Promise.resolve();

  /** Call in the first tick; from then on it takes up every change. */
  listen(): void {
    onChange(({ ids }) => {
      const session = this.#session;
      if (!session) return;
      this.#fresh = session.refresh(ids).catch((error: unknown) => {
        report('search', error);
        if (this.#session === session) this.#session = undefined;
      });
    });
  }

  /**
   * Searches. Where titles alone give less than is wanted, long texts are waited for.
   * @param wanted How many ids are enough.
   * @returns `undefined` when the signal ended it.
   * @throws StoreError; the next search tries again.
   */
  async find(
    query: string,
    wanted: number,
    signal?: AbortSignal,
  ): Promise<SearchResult | undefined> {
    for (;;) {
      const session = await this.#begun();
      const listening = new AbortController();
      // Listened for before the search, lest the texts come in while it runs.
      const changed = nextChange(session, listening.signal);
      try {
        const found = await this.#inTurn(query, wanted, signal);
        const isEnough = !found || found.isWhole || found.total >= wanted;
        if (isEnough || !(await changed)) return found;
      } finally {
        listening.abort();
      }
    }
  }

  /**
   * Counts what a search finds; see `SearchSession.count`.
   * @throws StoreError; the next search tries again.
   */
  async count(query: string): Promise<number> {
    await this.#fresh;
    return (await (await this.#begun()).count(query)) ?? 0;
  }

  /** The session, begun where there is none. */
  async #begun(): Promise<SearchSession> {
    const { SearchSession } = await import('../../store/search/session');
    this.#session ??= new SearchSession();
    return this.#session;
  }

  /** In turn, since a session lets a newer search end an older one, whoever asked for it. */
  #inTurn(query: string, limit: number, signal?: AbortSignal): Promise<SearchResult | undefined> {
    const options = { limit, ...(signal ? { signal } : {}) };
    const found = this.#turn.then(async () => {
      await this.#fresh;
      if (signal?.aborted) return undefined;
      return (await this.#begun()).search(query, options);
    });
    this.#turn = found.catch(() => {});
    return found;
  }
}

/** Resolves when a session may find something else than before; with false when it is too late. */
function nextChange(session: SearchSession, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience, false);
    signal.addEventListener('abort', () => clearTimeout(timer));
    session.onChange(() => resolve(true), signal);
  });
}
