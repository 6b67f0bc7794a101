import { browser } from '../../lib/browser';
import { grantedSites, permissionFor } from '../../lib/granted';
import { askTab, type PageReport } from '../../lib/messages';
import { type MessageKey, text } from '../../lib/text';
import { identify } from '../../papers/identity';
import { isSaved, type PaperId, type SavedState } from '../../papers/paper';
import { requiredHosts, siteAt } from '../../sites/hosts';
import { statesOnPage } from '../../store/records/queries';

/** Which tabs are drawn. */
export interface Which {
  /** One tab; without it all whose address may be seen. */
  readonly tab?: number;
  /** Those with one of these papers alone. */
  readonly ids?: ReadonlySet<PaperId> | undefined;
  /** Those as well whose address may be seen no longer. */
  readonly unseen?: boolean;
}

interface ShownTab {
  readonly tabId: number;
  /** The paper whose page it shows. */
  readonly paper?: PaperId | undefined;
}

const words: Readonly<Record<SavedState, MessageKey>> = {
  unread: 'tabUnread',
  reading: 'tabReading',
  read: 'tabRead',
  snoozed: 'tabSnoozed',
};
const sizes = [16, 32] as const;
let drawing: Promise<unknown> = Promise.resolve();

/**
 * Has icon and tooltip of tabs say whether the paper of the tab's page is saved and how far it was read. Addresses are looked
 * at and not kept, and the store is read once for all tabs. Each tab has its own icon and tooltip, which the browser takes away
 * when another document comes, so that switching tabs and windows needs nothing of us.
 * @throws StoreError
 */
export function drawTabs(which: Which = {}): Promise<void> {
  const drawn = drawing.then(() => draw(which));
  drawing = drawn.catch(() => {});
  return drawn;
}

async function draw({ tab, ids, unseen = false }: Which): Promise<void> {
  const shown = await tabsWith(tab, unseen);
  const concerned = ids ? shown.filter(({ paper }) => paper && ids.has(paper)) : shown;
  const papers = new Set(concerned.flatMap(({ paper }) => paper ?? []));
  const states = papers.size ? await statesOnPage([...papers]) : {};
  const usual = await browser.action.getTitle({});
  // A tab may be gone by now.
  await Promise.allSettled(
    concerned.map(({ tabId, paper }) => {
      const state = paper && states[paper];
      return tell(tabId, state && isSaved(state) ? state : undefined, usual);
    }),
  );
}

/** @param usual The tooltip of all tabs, which the badge's count gives. */
async function tell(tabId: number, state: SavedState | undefined, usual: string): Promise<void> {
  const title = state ? text('tabPaper', text(words[state]), usual) : usual;
  // The title says what the icon shows; whoever has it has both.
  if ((await browser.action.getTitle({ tabId })) === title) return;
  const name = state === 'snoozed' ? 'unread' : state;
  const paths = sizes.map((size) => [size, `/icon/${name ? `${name}-` : ''}${size}.png`]);
  await Promise.all([
    browser.action.setTitle({ tabId, title }),
    browser.action.setIcon({ tabId, path: Object.fromEntries(paths) }),
  ]);
}

async function tabsWith(tab: number | undefined, unseen: boolean): Promise<ShownTab[]> {
  const tabs =
    tab === undefined
      ? await browser.tabs.query({})
      : await browser.tabs.get(tab).then(
          (one) => [one],
          () => [],
        );
  const seen = tabs.flatMap(({ id: tabId, url = '' }) =>
    tabId !== undefined && (url || unseen) ? [{ tabId, url }] : [],
  );
  const tells = seen.length ? await tellers() : () => false;
  return Promise.all(
    seen.map(async ({ tabId, url }) => {
      const address = URL.canParse(url) ? new URL(url) : undefined;
      const paper = address && tells(address) ? await paperAt(tabId, address) : undefined;
      return { tabId, paper };
    }),
  );
}

/**
 * Tells of an address whether Offprint hears of it when the page goes on: what cannot be kept true is not said. Firefox tells of
 * each address that may be seen, for as long as the reader's click on the icon allows it as well. In Chrome pages tell
 * that run a script of ours.
 */
async function tellers(): Promise<(address: URL) => boolean> {
  const isWeb = ({ protocol }: URL) => /^https?:$/.test(protocol);
  if (import.meta.env.FIREFOX) return isWeb;
  const ours = new Set([...requiredHosts, ...(await grantedSites(requiredHosts))]);
  return (address) => address.protocol === 'https:' && ours.has(permissionFor(address));
}

/** The paper of a page: by its address, or by what our script on the page has read there. */
async function paperAt(tabId: number, address: URL): Promise<PaperId | undefined> {
  const named = identify(address)?.id;
  if (named || siteAt(address.origin)) return named;
  const page: PageReport | undefined = await askTab(tabId, 'page', {}).catch(() => undefined);
  return page?.shows === 'paper' ? page.ids[0] : undefined;
}
