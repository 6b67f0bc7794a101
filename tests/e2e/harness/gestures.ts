import { extension, inChromeScope } from './firefox';
import type { Session } from './session';

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

interface WorkerScope {
  chrome: {
    commands: { onCommand: EventWithDispatch };
    contextMenus: { onClicked: EventWithDispatch };
    tabs: { query(filter: object): Promise<unknown[]> };
  };
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
export async function fireCommand(session: Session, name: string): Promise<void> {
  if (session.name === 'firefox') {
    await inChromeScope(
      session.browser,
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
  await session.inWorker(async (command) => {
    const { chrome } = globalThis as unknown as WorkerScope;
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch(command, tab);
  }, name);
}

/** Fires a click in the context menu, which no driver can open without a screen. */
export async function fireMenuClick(session: Session, click: MenuClick): Promise<void> {
  if (session.name === 'firefox') {
    await inChromeScope(
      session.browser,
      `(() => {
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        ${extension}.emit('webext-menu-menuitem-click', ${JSON.stringify(click)}, window.gBrowser.selectedTab);
        return '';
      })()`,
    );
    return;
  }
  const { linkText: _unknown, ...told } = click;
  await session.inWorker(async (info) => {
    const { chrome } = globalThis as unknown as WorkerScope;
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.contextMenus.onClicked.dispatch({ ...info, frameId: 0 }, tab);
  }, told);
}
