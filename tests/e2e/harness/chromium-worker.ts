import type { CDPSession, Page } from 'puppeteer-core';
import { waitUntil } from './wait';

/** The service worker of an extension as the browser itself reports it: a target stays in lists when it has stopped. */
export class ChromiumWorker {
  #session: Promise<CDPSession> | undefined;
  readonly #statuses = new Map<string, string>();
  #stops = 0;

  /** @param page One of the extension, or of its origin. */
  constructor(
    private readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Tells whether the worker is awake. */
  async isRunning(): Promise<boolean> {
    await this.#watch();
    return [...this.#statuses.values()].some((status) => status !== 'stopped');
  }

  /** Waits until none is about to start: none is there, or it has run what it begins with. */
  async settles(): Promise<void> {
    await this.#watch();
    const isStarting = () => [...this.#statuses.values()].includes('starting');
    await waitUntil(() => !isStarting(), { what: 'the service worker to have started' });
  }

  /** Stops it, as the browser does when it is idle, and waits until it has stopped. */
  async stop(): Promise<void> {
    const session = await this.#watch();
    await this.settles();
    if (!(await this.isRunning())) return;
    const before = this.#stops;
    await session.send('ServiceWorker.stopAllWorkers');
    await waitUntil(() => this.#stops > before, { what: 'the service worker to stop' });
  }

  #watch(): Promise<CDPSession> {
    this.#session ??= this.#begin();
    return this.#session;
  }

  async #begin(): Promise<CDPSession> {
    const session = await this.page.createCDPSession();
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, scriptURL, runningStatus } of versions) {
        if (!scriptURL.startsWith(this.origin)) continue;
        if (runningStatus === 'stopped') this.#stops += 1;
        this.#statuses.set(versionId, runningStatus);
      }
    });
    await session.send('ServiceWorker.enable');
    await waitUntil(() => this.#statuses.size > 0, { what: 'news of the service worker' });
    return session;
  }
}
