import puppeteer, { type Browser, type CDPSession, type Page, type Target } from 'puppeteer-core';
import type { Started, StartOptions } from './start';
import { waitUntil } from './wait';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--force-prefers-reduced-motion',
];

function flags({ site }: StartOptions): string[] {
  if (!site) return quiet;
  const rules = [
    `MAP *:443 127.0.0.1:${site.port}`,
    'MAP * 127.0.0.1:9',
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ];
  return [
    ...quiet,
    `--host-resolver-rules=${rules.join(', ')}`,
    `--ignore-certificate-errors-spki-list=${site.certificate.fingerprint}`,
  ];
}

/** Starts Chromium (or Chrome, or Edge) through CDP, with the extension unless there is none. */
export async function startChromium(options: StartOptions): Promise<Started> {
  const browser = await puppeteer.launch({
    executablePath: options.executablePath,
    headless: !options.headed,
    pipe: true,
    enableExtensions: true,
    userDataDir: options.userDataDir,
    args: flags(options),
    protocolTimeout: 30_000,
  });
  if (!options.extensionDir) return { browser, extensionOrigin: '' };
  const id = await browser.installExtension(options.extensionDir);
  return { browser, extensionOrigin: `chrome-extension://${id}` };
}

/** How long a service worker may take to start, in ms; one that takes longer waits for a debugger. */
const startPatience = 5000;

/**
 * The service worker of the extension as the browser itself reports it. Targets do not tell: a
 * worker that somebody watches stays in their list when it has stopped.
 */
export class ChromiumWorker {
  #session: CDPSession | undefined;
  #statuses = new Map<string, string>();
  #stops = 0;

  constructor(
    private readonly extensionPage: Page,
    private readonly origin: string,
    private readonly watching: Watching,
  ) {}

  /** Tells whether the worker is awake. */
  async isRunning(): Promise<boolean> {
    await this.#watch();
    return [...this.#statuses.values()].some((status) => status !== 'stopped');
  }

  /**
   * Stops it, as the browser does when it is idle, and waits until it has stopped. One that starts is left to begin
   * first: the driver looks at each that starts, and who is stopped under its eyes waits for a debugger ever after. One
   * that waits so already is stopped all the same, since nothing else ends it.
   */
  async stop(): Promise<void> {
    const session = await this.#watch();
    const isStarting = () => [...this.#statuses.values()].includes('starting');
    const options = { what: 'the service worker to have started', timeout: startPatience };
    await waitUntil(() => !isStarting(), options).catch(() => undefined);
    if (!(await this.isRunning())) return;
    await this.watching.letGo();
    try {
      const before = this.#stops;
      await session.send('ServiceWorker.stopAllWorkers');
      await waitUntil(() => this.#stops > before, { what: 'the service worker to stop' });
    } finally {
      this.watching.goOn();
    }
  }

  async #watch(): Promise<CDPSession> {
    if (this.#session) return this.#session;
    const session = await this.extensionPage.createCDPSession();
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, scriptURL, runningStatus } of versions) {
        if (!scriptURL.startsWith(this.origin)) continue;
        if (runningStatus === 'stopped') this.#stops += 1;
        this.#statuses.set(versionId, runningStatus);
      }
    });
    await session.send('ServiceWorker.enable');
    this.#session = session;
    await waitUntil(() => this.#statuses.size > 0, { what: 'news of the service worker' });
    return session;
  }
}

function report(session: CDPSession, note: (problem: string) => void): void {
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
    note(`background: ${exception?.description ?? text}`);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type !== 'error' && type !== 'assert') return;
    note(`background: ${args.map((arg) => arg.description ?? String(arg.value)).join(' ')}`);
  });
}

/** The errors of the service worker are noted. */
export interface Watching {
  /**
   * Lets go of the worker, and leaves those alone that start until `goOn`, since one of them may be the one that is
   * stopped: who is stopped while watched waits for a debugger when it is started again, for ever. As often as it was
   * called, `goOn` is.
   */
  letGo(): Promise<void>;
  goOn(): void;
}

/** Notes errors of the service worker, however often it is started anew. */
export function watchChromiumWorker(
  browser: Browser,
  origin: string,
  note: (problem: string) => void,
): Watching {
  const watched = new Set<Promise<CDPSession | undefined>>();
  let lettingGo = 0;
  const watch = async (target: Target): Promise<CDPSession> => {
    const session = await target.createCDPSession();
    report(session, note);
    await session.send('Runtime.enable');
    return session;
  };
  // A worker may die between its start and our asking; then there is nothing left to watch.
  const tryWatch = (target: Target): void => {
    if (target.type() !== 'service_worker' || !target.url().startsWith(origin)) return;
    if (!lettingGo) watched.add(watch(target).catch(() => undefined));
  };
  browser.on('targetcreated', tryWatch);
  for (const target of browser.targets()) tryWatch(target);
  return {
    async letGo() {
      lettingGo += 1;
      const sessions = await Promise.all(watched);
      watched.clear();
      await Promise.all(sessions.map((session) => session?.detach().catch(() => undefined)));
    },
    goOn() {
      lettingGo -= 1;
    },
  };
}
