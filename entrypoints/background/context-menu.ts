import { type Browser, browser } from '../../lib/browser';
import { report } from '../../lib/report';
import { text } from '../../lib/text';
import { paperLinkPatterns } from '../../papers/identity';
import { flashNothingToSave } from './badge';
import { saveAddress } from './save-address';

const itemId = 'save-link';

type Tab = Browser.tabs.Tab;
/** Firefox says what the link reads. */
type LinkClick = Browser.contextMenus.OnClickData & { readonly linkText?: string };

/** Offers "Save to Offprint" on every link that names a paper. */
export function offerContextMenu(): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({
        id: itemId,
        title: text('menuSaveLink'),
        contexts: ['link'],
        targetUrlPatterns: [...paperLinkPatterns],
      });
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== itemId || !info.linkUrl) return;
    saveLink(info, tab).catch((error: unknown) => report('context menu', error));
  });
}

async function saveLink(info: LinkClick, tab: Tab | undefined): Promise<void> {
  const address = info.linkUrl ?? '';
  const title = info.linkText ?? (await linkText(address, info.frameId, tab));
  if (!(await saveAddress(address, title))) await flashNothingToSave();
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
