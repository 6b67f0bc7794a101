import type { Browser, CDPSession } from 'puppeteer-core';
import { waitUntil, withTimeout } from './wait';

function report(session: CDPSession, note: (problem: string) => void): void {
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
    note(`background: ${exception?.description ?? text}`);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type !== 'error' && type !== 'assert') return;
    note(`background: ${args.map((arg) => arg.description ?? String(arg.value)).join(' ')}`);
  });
}

/**
 * Follows each service worker from its beginning through all its lives, and notes the errors of an extension's. One that
 * somebody is attached to when it stops waits for a debugger when it starts again, and whoever drives the browser, or
 * looks at a page of the extension, is attached for a moment to each that starts. So this stays attached, and lets it go
 * on each time.
 */
export class WorkerWatch {
  #latest: CDPSession | undefined;

  private constructor(
    private readonly root: CDPSession,
    private readonly note: (problem: string) => void,
  ) {}

  /** Begins to follow. */
  static async begin(
    browser: Browser,
    origin: string,
    note: (problem: string) => void,
  ): Promise<WorkerWatch> {
    const root = await browser.target().createCDPSession();
    const watch = new WorkerWatch(root, note);
    root.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const session = root.connection()?.session(sessionId);
      if (session) watch.#follow(session, targetInfo.url.startsWith(origin));
    });
    await watch.attach(true);
    return watch;
  }

  /** Attaches to every service worker that is there, or is to come; or lets go of all, since that takes time of their start. */
  async attach(isAttached: boolean): Promise<void> {
    await this.root.send('Target.setAutoAttach', {
      autoAttach: isAttached,
      waitForDebuggerOnStart: false,
      flatten: true,
      // To let go of all, Chromium takes none.
      ...(isAttached ? { filter: [{ type: 'service_worker' }, { exclude: true }] } : {}),
    });
  }

  /**
   * Evaluates in the extension's worker, which is awake.
   * @throws What it throws.
   */
  async evaluate<Params extends unknown[], Result>(
    run: (...params: Params) => Result,
    ...params: Params
  ): Promise<Awaited<Result>> {
    const what = 'the service worker to answer';
    const session = await waitUntil(() => this.#latest, { what });
    const asking = session.send('Runtime.evaluate', {
      expression: `(${run})(...${JSON.stringify(params)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    const { result, exceptionDetails } = await withTimeout(asking, { what });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Awaited<Result>;
  }

  #follow(session: CDPSession, isOurs: boolean): void {
    const goOn = () => void session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
    session.on('Inspector.targetReloadedAfterCrash', goOn);
    if (isOurs) {
      this.#latest = session;
      report(session, this.note);
      session.send('Runtime.enable').catch(() => undefined);
    }
    goOn();
  }
}
