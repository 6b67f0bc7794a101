import type { Browser } from 'puppeteer-core';
import { inChromeScope } from './firefox';
import { chromiumWorker } from './gestures';

/** What the address bar showed under the input. */
export interface Shown {
  readonly content: string;
  readonly description: string;
}

interface EventWithDispatch {
  dispatch(...args: unknown[]): void;
}

interface WorkerScope {
  chrome: {
    omnibox: {
      onInputStarted: EventWithDispatch;
      onInputChanged: EventWithDispatch;
      onInputEntered: EventWithDispatch;
      setDefaultSuggestion(suggestion: { description: string }): Promise<void>;
    };
  };
}

const firefoxHandler = `ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs').ExtensionSearchHandler`;

/**
 * Types after the keyword in the address bar, which no driver can reach: the browser's own events
 * are fired. In Chromium every description is also given to the browser's own reader of XML.
 */
export async function typeInAddressBar(
  browser: Browser,
  isFirefox: boolean,
  input: string,
): Promise<readonly Shown[]> {
  if (isFirefox) {
    const data = JSON.stringify({ keyword: 'op', text: `op ${input}`, inPrivateWindow: false });
    const shown = await inChromeScope(
      browser,
      `new Promise((resolve) => {
        ${firefoxHandler}.handleSearch(${data}, (found) => resolve(JSON.stringify(found)));
      })`,
    );
    return JSON.parse(shown) as Shown[];
  }
  const worker = await chromiumWorker(browser);
  return worker.evaluate(async (text) => {
    const { omnibox } = (globalThis as unknown as WorkerScope).chrome;
    omnibox.onInputStarted.dispatch();
    const shown = await new Promise<Shown[]>((resolve) => {
      omnibox.onInputChanged.dispatch(text, resolve);
    });
    for (const { description } of shown) await omnibox.setDefaultSuggestion({ description });
    return shown;
  }, input);
}

/** Presses Enter on what is typed, or on a suggestion by its content. */
export async function enterInAddressBar(
  browser: Browser,
  isFirefox: boolean,
  input: string,
  where: 'currentTab' | 'newForegroundTab',
): Promise<void> {
  if (isFirefox) {
    const place = where === 'currentTab' ? 'current' : 'tab';
    await inChromeScope(
      browser,
      `(() => {
        ${firefoxHandler}.handleInputEntered('op', ${JSON.stringify(`op ${input}`)}, '${place}');
        return '';
      })()`,
    );
    return;
  }
  const worker = await chromiumWorker(browser);
  await worker.evaluate(
    (text, disposition) => {
      const { omnibox } = (globalThis as unknown as WorkerScope).chrome;
      omnibox.onInputEntered.dispatch(text, disposition);
    },
    input,
    where,
  );
}
