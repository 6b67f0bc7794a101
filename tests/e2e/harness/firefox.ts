import puppeteer, { type Browser } from 'puppeteer-core';
import { outputPreferences } from './firefox-output';
import type { Started, StartOptions } from './start';
import { withTimeout } from './wait';

const extensionId = 'offprint@offprint.example';
/** Fixed, so that addresses and storage are the same after a restart. */
const extensionUuid = '7d1f0a52-6d3b-4f7e-9f5e-0ff9417e0001';

const quiet: Record<string, unknown> = {
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: extensionUuid }),
  // A temporary add-on is removed when Firefox closes; its data must outlive that, as a real one's does.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'ui.prefersReducedMotion': 1,
  // Processes and pages made in advance cost more than they save while each page is opened once.
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.newtab.preload': false,
  // Each site has its process, as a reader's Firefox has it; it is kept for the next page of the site, not begun anew.
  'dom.ipc.processCount': 1,
  'dom.ipc.processCount.webIsolated': 1,
  'dom.ipc.keepProcessesAlive.web': 1,
  'dom.ipc.keepProcessesAlive.webIsolated.max': 20,
  'dom.ipc.keepProcessesAlive.webIsolated.perOrigin': 20,
  'dom.ipc.keepProcessesAlive.webIsolated.time': 600,
  'browser.translations.enable': false,
  'reader.parse-on-load.enabled': false,
  'browser.pagethumbnails.capturing_disabled': true,
  'layout.frame_rate': 30,
  ...outputPreferences,
};

function preferences({ site }: StartOptions): Record<string, unknown> {
  if (!site) return quiet;
  return {
    ...quiet,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': site.proxy.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': site.proxy.port,
  };
}

/** Starts Firefox through WebDriver BiDi, with the extension unless there is none. */
export async function startFirefox(options: StartOptions): Promise<Started> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: !options.headed,
    acceptInsecureCerts: true,
    userDataDir: options.userDataDir,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(options),
    protocolTimeout: 30_000,
  });
  if (options.extensionDir) await browser.installExtension(options.extensionDir);
  return { browser, extensionOrigin: `moz-extension://${extensionUuid}` };
}

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

/** Tells which engine a browser is. */
export function isFirefox(browser: Browser): boolean {
  return 'connection' in browser;
}

function connectionOf(browser: Browser): BidiConnection {
  return (browser as unknown as { connection: BidiConnection }).connection;
}

const windows = new WeakMap<Browser, Promise<string>>();

/** The browser's own window, which is there as long as the browser. */
function windowOf(browser: Browser): Promise<string> {
  const known = windows.get(browser);
  if (known) return known;
  const asking = async () => {
    const tree = await connectionOf(browser).send('browsingContext.getTree', {
      'moz:scope': 'chrome',
      maxDepth: 0,
    });
    const [window] = (tree.result as { contexts: { context: string }[] }).contexts;
    if (!window) throw new Error('Firefox has no window');
    return window.context;
  };
  const found = asking();
  windows.set(browser, found);
  found.catch(() => windows.delete(browser));
  return found;
}

/**
 * Evaluates an expression with the browser's own rights, where WebExtensions, preferences and the
 * error console are; puppeteer has no call for it.
 */
export async function inChromeScope(browser: Browser, expression: string): Promise<string> {
  const connection = connectionOf(browser);
  const what = `Firefox's own scope evaluating ${expression.slice(0, 80)}`;
  const asking = async () =>
    connection.send('script.evaluate', {
      expression,
      target: { context: await windowOf(browser) },
      awaitPromise: true,
    });
  const answer = await withTimeout(asking(), { what });
  const outcome = answer.result as {
    type: string;
    result?: { value?: unknown };
    exceptionDetails?: { text: string };
  };
  if (outcome.type !== 'success') throw new Error(outcome.exceptionDetails?.text ?? what);
  return String(outcome.result?.value);
}

/** The running extension, as an expression for `inChromeScope`. */
export const extension = `WebExtensionPolicy.getByID('${extensionId}').extension`;

/** How often the event page is put to sleep before it is given up: an event may wake it at once. */
const attempts = 5;

/** Puts the event page to sleep, as Firefox does after some idle seconds. */
export async function stopFirefoxWorker(browser: Browser): Promise<void> {
  let state = '';
  for (let left = attempts; left > 0 && state !== 'stopped'; left -= 1)
    state = await inChromeScope(
      browser,
      `${extension}.terminateBackground({ ignoreDevToolsAttached: true }).then(() => ${extension}.backgroundState)`,
    );
  if (state !== 'stopped') throw new Error(`The event page is ${state} after it was stopped`);
}

/** Tells whether the event page is awake. */
export async function isFirefoxWorkerRunning(browser: Browser): Promise<boolean> {
  return (await inChromeScope(browser, `${extension}.backgroundState`)) === 'running';
}

/** Sets what `prefers-color-scheme` says to every page. */
export async function setFirefoxDark(browser: Browser, dark: boolean): Promise<void> {
  const preference = 'layout.css.prefers-color-scheme.content-override';
  await inChromeScope(browser, `Services.prefs.setIntPref('${preference}', ${dark ? 0 : 1})`);
}

/**
 * Tells whether the tab that was brought to the front is the one that clicks go to. It counts as visible, and draws, before
 * the window shows it in place of the one before, which gets what is pressed until then.
 */
export async function isFrontShown(browser: Browser): Promise<boolean> {
  const shown = await inChromeScope(
    browser,
    `(() => {
      const { _switcher: switcher } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser;
      return !switcher || switcher.visibleTab === switcher.requestedTab;
    })()`,
  );
  return shown === 'true';
}

/**
 * Uncaught errors of the extension, its event page included, from the error console.
 * @param mark Written to Firefox's output, after what pages have logged until now.
 */
export async function firefoxErrors(browser: Browser, mark: string): Promise<string[]> {
  const errors = await inChromeScope(
    browser,
    `dump('${mark}\\n'),
    JSON.stringify(Services.console.getMessageArray()
      .filter((entry) => entry instanceof Ci.nsIScriptError && !(entry.flags & Ci.nsIScriptError.warningFlag))
      .filter((entry) => entry.sourceName.startsWith('moz-extension://${extensionUuid}'))
      .map((entry) => entry.errorMessage + ' (' + entry.sourceName + ':' + entry.lineNumber + ')'))`,
  );
  return JSON.parse(errors) as string[];
}
