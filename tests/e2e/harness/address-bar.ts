import { inChromeScope } from './firefox';
import type { Session } from './session';

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
export async function typeInAddressBar(session: Session, input: string): Promise<readonly Shown[]> {
  if (session.name === 'firefox') {
    const data = JSON.stringify({ keyword: 'op', text: `op ${input}`, inPrivateWindow: false });
    const shown = await inChromeScope(
      session.browser,
      `new Promise((resolve) => {
        ${firefoxHandler}.handleSearch(${data}, (found) => resolve(JSON.stringify(found)));
      })`,
    );
    return JSON.parse(shown) as Shown[];
  }
  return session.inWorker(async (text) => {
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
  session: Session,
  input: string,
  where: 'currentTab' | 'newForegroundTab',
): Promise<void> {
  if (session.name === 'firefox') {
    const place = where === 'currentTab' ? 'current' : 'tab';
    await inChromeScope(
      session.browser,
      `(() => {
        ${firefoxHandler}.handleInputEntered('op', ${JSON.stringify(`op ${input}`)}, '${place}');
        return '';
      })()`,
    );
    return;
  }
  await session.inWorker(
    (text, disposition) => {
      const { omnibox } = (globalThis as unknown as WorkerScope).chrome;
      omnibox.onInputEntered.dispatch(text, disposition);
    },
    input,
    where,
  );
}
