import type { Browser, Page } from 'puppeteer-core';
import { ChromiumWorker } from './chromium-worker';
import { waitUntil } from './wait';
import { WorkerWatch } from './worker-watch';

interface Api {
  readonly storage: { session: { set(items: object): Promise<void> } };
}

/** The background of the extension in Chromium, whose errors are noted. */
export class ChromiumBackground {
  private constructor(
    private readonly page: Page,
    private readonly watch: WorkerWatch,
    readonly worker: ChromiumWorker,
  ) {}

  /**
   * Begins to watch it.
   * @param page A page with the extension's rights.
   */
  static async of(
    browser: Browser,
    page: Page,
    origin: string,
    note: (problem: string) => void,
  ): Promise<ChromiumBackground> {
    const watch = await WorkerWatch.begin(browser, origin, note);
    return new ChromiumBackground(page, watch, new ChromiumWorker(page, origin));
  }

  /** Does something while nobody watches, which takes time of its start. */
  async unwatched<T>(work: () => Promise<T>): Promise<T> {
    await this.watch.attach(false);
    try {
      return await work();
    } finally {
      await this.watch.attach(true);
    }
  }

  /** Evaluates in it; it is woken where it sleeps. */
  async evaluate<Params extends unknown[], Result>(
    run: (...params: Params) => Result,
    ...params: Params
  ): Promise<Awaited<Result>> {
    // Any page of the extension may write there, and each change is an event that wakes it.
    await this.page.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Api };
      await chrome.storage.session.set({ wake: Math.random() });
    });
    await waitUntil(() => this.worker.isRunning(), { what: 'the service worker to wake' });
    await this.worker.settles();
    return this.watch.evaluate(run, ...params);
  }
}
