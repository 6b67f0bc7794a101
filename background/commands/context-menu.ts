import { type Browser, browser } from '../../lib/browser';
import { report } from '../../lib/report';
import { text } from '../../lib/text';
import { paperLinkPatterns } from '../../papers/identity';
import { saveAddress } from '../../store/words/save-address';
import { flash } from '../badge/badge';
import { showLibrary } from './open-page';

import { hasPanel, openPanel } from './side-panel';

type Tab = Browser.tabs.Tab;
/** Firefox says what the link reads. */
type LinkClick = Browser.contextMenus.OnClickData & { readonly linkText?: string };

type Item = Browser.contextMenus.CreateProperties;

/** Offers "Save to Offprint" on every link that names a paper, and the library at the toolbar icon. */
export function offerContextMenu(): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      for (const item of menuItems()) browser.contextMenus.create(item);
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    clicked(info, tab).catch((error: unknown) => report('context menu', error));
  });
}

function menuItems(): Item[] {
  const panel: Item = { id: 'open-panel', title: text('menuOpenPanel'), contexts: ['action'] };
  return [
    {
      id: 'save-link',
      title: text('menuSaveLink'),
      contexts: ['link'],
      targetUrlPatterns: [...paperLinkPatterns],
    },
    { id: 'open-library', title: text('menuOpenLibrary'), contexts: ['action'] },
    ...(hasPanel() ? [panel] : []),
  ];
}

/** The panel is opened before anything is waited for, since browsers open it for a click alone. */
async function clicked(info: LinkClick, tab: Tab | undefined): Promise<void> {
  switch (info.menuItemId) {
    case 'open-panel':
      return openPanel(tab?.windowId ?? browser.windows.WINDOW_ID_CURRENT);
    case 'open-library':
      return showLibrary();
    case 'save-link':
      return saveLink(info, tab);
  }
}

async function saveLink(info: LinkClick, tab: Tab | undefined): Promise<void> {
  const address = info.linkUrl ?? '';
  const title = info.linkText ?? (await linkText(address, info.frameId, tab));
  if (!(await saveAddress(address, title, 'menu'))) await flash(text('badgeNoPaper'));
}

/** Chrome does not say what a link reads; the click itself grants a look at the page. */
async function linkText(
  address: string,
  frameId = 0,
  tab: Tab | undefined,
): Promise<string | undefined> {
  if (tab?.id === undefined) return undefined;
  const results = await browser.scripting
    .executeScript({
      target: { tabId: tab.id, frameIds: [frameId] },
      func: longestLinkText,
      args: [address],
    })
    .catch(() => []);
  const found = results[0]?.result;
  return typeof found === 'string' ? found : undefined;
}

/** Runs in the page: several links may lead to one paper, and the title is the longest of them. */
function longestLinkText(address: string): string {
  const links = [...document.querySelectorAll('a')].filter((link) => link.href === address);
  const texts = links.map((link) => link.textContent ?? '');
  return texts.reduce((longest, next) => (next.length > longest.length ? next : longest), '');
}
