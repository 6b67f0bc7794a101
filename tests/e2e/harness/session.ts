import type { Browser, EvaluateFunc, Page, Viewport } from 'puppeteer-core';
import { type Badge, readBadge } from './badge';
import { startChromium } from './chromium';
import { ChromiumBackground } from './chromium-background';
import { setPageClock } from './clock';
import {
  firefoxErrors,
  isFirefoxWorkerRunning,
  setFirefoxDark,
  startFirefox,
  stopFirefoxWorker,
} from './firefox';
import { type Output, watchFirefoxOutput } from './firefox-output';
import { closeOtherTabs } from './open-tabs';
import { Problems } from './problems';
import type { BrowserName, Started, StartOptions } from './start';
import { waitUntil, withTimeout } from './wait';

const popupSize: Viewport = { width: 400, height: 560 };
const pageSize: Viewport = { width: 1280, height: 900 };

/** A browser with the extension in it, on one profile. */
export class Session {
  #started: Started | undefined;
  #control: Page | undefined;
  /** In Chromium. */
  #background: ChromiumBackground | undefined;
  /** In Firefox. */
  #output: Output | undefined;
  #marks = 0;
  #pages: Page[] = [];
  /** Of the whole browser, which only Firefox can be. */
  #isDark = false;
  readonly #problems = new Problems();

  constructor(
    readonly name: BrowserName,
    private readonly options: StartOptions,
  ) {}

  /** The browser itself, for what this class does not cover. */
  get browser(): Browser {
    return this.#running.browser;
  }

  get #running(): Started {
    if (!this.#started) throw new Error(`${this.name} is not running`);
    return this.#started;
  }

  /** Starts the browser on its profile. */
  async start(): Promise<void> {
    const start = this.name === 'firefox' ? startFirefox : startChromium;
    this.#started = await start(this.options);
    const { browser, extensionOrigin } = this.#started;
    if (!this.options.extensionDir) return;
    this.#problems.belongTo(extensionOrigin);
    const started = this.#started;
    // What breaks off because the browser ends is nobody's fault.
    const note = (problem: string) => {
      if (started === this.#started) this.#problems.note(problem);
    };
    if (this.name === 'firefox') this.#output = watchFirefoxOutput(browser, extensionOrigin, note);
    const [first] = await browser.pages();
    this.#control = first ?? (await browser.newPage());
    // An image of the extension: it has the extension's rights and runs none of its code.
    await this.#goToExtension(this.#control, this.extensionUrl('icon/16.png'));
    if (this.name === 'chromium')
      this.#background = await ChromiumBackground.of(browser, this.#control, extensionOrigin, note);
  }

  /** Opens an address in a new tab and waits until it has loaded. */
  async open(url: string, viewport = pageSize): Promise<Page> {
    const page = await this.#newPage(viewport);
    await page.goto(url);
    return page;
  }

  /** The address of a file of the extension. */
  extensionUrl(path: string): string {
    return `${this.#running.extensionOrigin}/${path}`;
  }

  /** Opens a page of the extension in a tab; the popup at the size of a popup. */
  async openExtensionPage(path: string): Promise<Page> {
    const url = this.extensionUrl(path);
    const page = await this.#newPage(path.startsWith('popup') ? popupSize : pageSize, url);
    await this.#goToExtension(page, url);
    return page;
  }

  /** Closes every tab that was opened here. */
  async closePages(): Promise<void> {
    const pages = this.#pages.filter((page) => !page.isClosed());
    this.#pages = [];
    await Promise.all(pages.map((page) => page.close()));
  }

  /** Closes every tab, those too that the extension opened, and ends the dark. */
  async closeTabs(): Promise<void> {
    this.#pages = [];
    if (this.#isDark) await setFirefoxDark(this.browser, false);
    this.#isDark = false;
    await this.inExtension(closeOtherTabs);
  }

  /** Runs a function with the extension's own rights, in a page that runs none of its code. */
  async inExtension<Params extends unknown[], Func extends EvaluateFunc<Params>>(
    run: Func | string,
    ...args: Params
  ): Promise<Awaited<ReturnType<Func>>> {
    const page = this.#control;
    if (!page) throw new Error('This browser runs without the extension');
    return withTimeout(page.evaluate(run, ...args), { what: 'the extension to answer' });
  }

  /** Reads what the toolbar icon shows on tabs without a text of their own. */
  badge(): Promise<Badge> {
    return this.inExtension(readBadge);
  }

  /** Waits until the badge shows the text; `''` is no badge. */
  async badgeShows(text: string): Promise<void> {
    let last = '';
    await waitUntil(
      async () => {
        last = (await this.badge()).text;
        return last === text;
      },
      { what: `the badge to show “${text}”` },
    ).catch((error: Error) => {
      throw new Error(`${error.message}; it shows “${last}”`);
    });
  }

  /** Ends the background as the browser does when it is idle; the next event starts it anew. */
  async stopWorker(): Promise<void> {
    await (this.#background?.worker.stop() ?? stopFirefoxWorker(this.browser));
  }

  /** Does something while nobody watches the background of Chromium for errors, which takes time of its start. */
  unwatched<T>(work: () => Promise<T>): Promise<T> {
    return this.#background ? this.#background.unwatched(work) : work();
  }

  /** Evaluates in the background of Chromium, which is woken where it sleeps. */
  async inWorker<Params extends unknown[], Result>(
    run: (...params: Params) => Result,
    ...params: Params
  ): Promise<Awaited<Result>> {
    if (!this.#background) throw new Error(`${this.name} has no service worker`);
    return this.#background.evaluate(run, ...params);
  }

  /** Tells whether the background is awake. */
  isWorkerRunning(): Promise<boolean> {
    return this.#background?.worker.isRunning() ?? isFirefoxWorkerRunning(this.browser);
  }

  /** Makes the page dark: the system's preference, and the site's own theme class where it has one. */
  async setDark(page: Page, dark = true): Promise<void> {
    if (this.name === 'firefox') {
      this.#isDark = dark;
      await setFirefoxDark(this.browser, dark);
    } else {
      const value = dark ? 'dark' : 'light';
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    }
    if (page.url().startsWith('https://huggingface.co/')) {
      await page.evaluate((on) => {
        document.documentElement.classList.toggle('dark', on);
      }, dark);
    }
  }

  /** Closes the browser and opens it again on the same profile. */
  async restart(): Promise<void> {
    await this.close();
    await this.start();
  }

  /** Closes the browser; its problems are kept. */
  async close(): Promise<void> {
    if (!this.#started) return;
    await this.problems();
    const { browser } = this.#started;
    this.#started = undefined;
    await browser.close();
  }

  /** Ends the browser as a crash does; `start` opens it again on the same profile. */
  async kill(): Promise<void> {
    const process = this.#running.browser.process();
    if (!process) throw new Error('Who did not start the browser cannot kill it');
    const ended = new Promise((resolve) => process.once('exit', resolve));
    this.#started = undefined;
    process.kill('SIGKILL');
    await ended;
  }

  /** Forgets the errors so far, in a test that has caused them on purpose. */
  async forgiveProblems(): Promise<void> {
    await this.problems();
    this.#problems.forgive();
  }

  /** Errors of the extension so far: uncaught ones, and what it wrote to its consoles as errors. */
  async problems(): Promise<readonly string[]> {
    if (this.#started && this.options.extensionDir) await this.#hearAll();
    return this.#problems.list;
  }

  /** Waits for what was reported so far: it comes by ways of its own, and later than what it comes from. */
  async #hearAll(): Promise<void> {
    if (this.#output) {
      this.#marks += 1;
      const mark = `offprint-mark-${this.#marks}`;
      const reached = this.#output.reaches(mark);
      for (const error of await firefoxErrors(this.browser, mark)) this.#problems.note(error);
      await reached;
      return;
    }
    const open = this.#pages.filter((page) => !page.isClosed());
    const answers = open.map((page) => page.evaluate(() => undefined).catch(() => undefined));
    await withTimeout(Promise.all(answers), { what: 'the open pages to answer' });
  }

  async #newPage(viewport: Viewport, own?: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.setViewport(viewport);
    this.#pages.push(page);
    this.#problems.watch(page, own);
    return page;
  }

  /** Firefox never says that a page of an extension has loaded, so ask the page itself. */
  async #goToExtension(page: Page, url: string): Promise<void> {
    page.goto(url).catch(() => undefined);
    const isThere = (wanted: string) =>
      location.href === wanted && document.readyState === 'complete';
    await waitUntil(() => page.evaluate(isThere, url), { what: `${url} to load` });
    await setPageClock(page);
  }
}
