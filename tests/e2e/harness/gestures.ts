import type { Browser } from 'puppeteer-core';
import { extension, inChromeScope } from './firefox';

/** A click on the extension's item in the context menu of a link. */
export interface MenuClick {
  readonly menuItemId: string;
  readonly linkUrl: string;
  /** Firefox tells it; Chromium does not. */
  readonly linkText: string;
}

interface EventWithDispatch {
  dispatch(...args: unknown[]): void;
}

interface StorageScope {
  chrome: { storage: { session: { set(items: object): Promise<void> } } };
}

interface WorkerScope {
  chrome: {
    commands: { onCommand: EventWithDispatch };
    contextMenus: { onClicked: EventWithDispatch };
    tabs: { query(filter: object): Promise<unknown[]> };
  };
}

/** Any page of the extension may write there, and each change is an event that wakes the worker. */
async function wakeWorker(browser: Browser): Promise<void> {
  const pages = await browser.pages();
  const page = pages.find((one) => one.url().startsWith('chrome-extension://'));
  await page?.evaluate(() => {
    const { storage } = (globalThis as unknown as StorageScope).chrome;
    return storage.session.set({ wake: Math.random() });
  });
}

/** The service worker, woken where it sleeps, to fire events in. */
export async function chromiumWorker(browser: Browser) {
  await wakeWorker(browser);
  const target = await browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('The service worker cannot be reached');
  return worker;
}

/** The letters of the manifest's suggested keys, by which Firefox's own key elements are found. */
const letters: Readonly<Record<string, string>> = {
  'save-paper': 'S',
  'next-unread': 'J',
  'open-library': 'Y',
};

/**
 * Fires a keyboard command of the manifest. Neither browser turns a driver's key press into a
 * command, so the event is sent by the browser's own machinery behind the key.
 */
export async function fireCommand(
  browser: Browser,
  isFirefox: boolean,
  name: string,
): Promise<void> {
  if (isFirefox) {
    await inChromeScope(
      browser,
      `(() => {
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        const keys = [...window.document.querySelectorAll('keyset[id^="ext-keyset-id"] key')];
        const key = keys.find((candidate) => candidate.getAttribute('key') === '${letters[name]}');
        key.doCommand();
        return '';
      })()`,
    );
    return;
  }
  const worker = await chromiumWorker(browser);
  await worker.evaluate(async (command) => {
    const { chrome } = globalThis as unknown as WorkerScope;
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch(command, tab);
  }, name);
}

/** Fires a click in the context menu, which no driver can open without a screen. */
export async function fireMenuClick(
  browser: Browser,
  isFirefox: boolean,
  click: MenuClick,
): Promise<void> {
  if (isFirefox) {
    await inChromeScope(
      browser,
      `(() => {
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        ${extension}.emit('webext-menu-menuitem-click', ${JSON.stringify(click)}, window.gBrowser.selectedTab);
        return '';
      })()`,
    );
    return;
  }
  const { linkText: _unknown, ...told } = click;
  const worker = await chromiumWorker(browser);
  await worker.evaluate(async (info) => {
    const { chrome } = globalThis as unknown as WorkerScope;
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.contextMenus.onClicked.dispatch({ ...info, frameId: 0 }, tab);
  }, told);
}
