import type { ConsoleMessage, Page } from 'puppeteer-core';

/** What Firefox, and Chromium of a worker, write when something closes in the middle of its work. */
const closings = [
  // A call of a worker that the browser does not take for running: it stops, or has only just begun.
  'Error: No SW',
  'The browser is shutting down',
  'Promise resolved after context unloaded',
  'Promise rejected after context unloaded',
  // An answer to the last word of a page that waits in the back/forward cache.
  'Promise resolved while context is inactive',
  // An answer that comes to a page that is gone; while the page is there it names the file.
  'new Error("An unexpected error occurred", "undefined")',
];

/** Collects what the extension does wrong: uncaught errors and errors written to a console. */
export class Problems {
  readonly #noted = new Set<string>();
  readonly #forgiven = new Set<string>();
  #origin = '';

  /** The problems so far, each wording once. */
  get list(): readonly string[] {
    return [...this.#noted].filter((problem) => !this.#forgiven.has(problem));
  }

  /** Notes a problem; that the browser or a page was being closed under the extension is none. */
  note(problem: string): void {
    if (closings.some((words) => problem.includes(words))) return;
    this.#noted.add(problem);
  }

  /** Forgets what has been noted: a test has caused it on purpose. */
  forgive(): void {
    for (const problem of this.#noted) this.#forgiven.add(problem);
  }

  /** Says which addresses are the extension's. */
  belongTo(extensionOrigin: string): void {
    this.#origin = extensionOrigin;
  }

  /**
   * Watches a page; of a site's page only what comes from the extension's content script.
   * @param own The page's address where it is a page of the extension; Firefox does not tell.
   */
  watch(page: Page, own?: string): void {
    const where = () => own ?? page.url();
    page.on('console', (message: ConsoleMessage) => {
      const isOurs = own !== undefined || this.#isOurs(message.location().url);
      if (isOurs && message.type() === 'error') this.note(`${where()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (own !== undefined || this.#isOurs(told)) this.note(`${where()}: ${told}`);
    });
  }

  #isOurs(text: string | undefined): boolean {
    return this.#origin !== '' && (text?.includes(this.#origin) ?? false);
  }
}
