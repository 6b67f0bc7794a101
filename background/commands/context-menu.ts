import { type Browser, browser } from '../../lib/browser';
import { report } from '../../lib/report';
import type { LinkClick } from './menu';
import { openPanel } from './side-panel';

const menu = () => import('./menu');

/** Offers "Save to Offprint" on every link that names a paper, and the library at the toolbar icon. */
export function offerContextMenu(): void {
  const failed = (error: unknown): void => report('context menu', error);
  browser.runtime.onInstalled.addListener(() => {
    menu()
      .then(({ makeMenu }) => makeMenu())
      .catch(failed);
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    clicked(info, tab).catch(failed);
  });
}

/** The panel is opened before anything is waited for, since browsers open it for a click alone. */
async function clicked(info: LinkClick, tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (info.menuItemId === 'open-panel')
    return openPanel(tab?.windowId ?? browser.windows.WINDOW_ID_CURRENT);
  await (await menu()).choose(info, tab);
}
