import { type Browser, browser } from '../../lib/browser';
import { text } from '../../lib/text';
import { paperLinkPatterns } from '../../papers/link-patterns';
import { saveAddress } from '../../store/words/save-address';
import { flash } from '../badge/badge';
import { showLibrary } from './open-page';
import { hasPanel } from './side-panel';

type Tab = Browser.tabs.Tab;
/** Firefox says what the link reads. */
export type LinkClick = Browser.contextMenus.OnClickData & { readonly linkText?: string };

type Item = Browser.contextMenus.CreateProperties;

/** Makes the menu anew: what an older version had is gone. */
export async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const item of menuItems()) browser.contextMenus.create(item);
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

/**
 * Does what an item of the menu says, the panel's left out.
 * @throws StoreError
 */
export async function choose(info: LinkClick, tab: Tab | undefined): Promise<void> {
  switch (info.menuItemId) {
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
