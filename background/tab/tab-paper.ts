import { browser } from '../../lib/browser';
import { type Change, onChange } from '../../lib/changes';
import { report } from '../../lib/report';
import { updateBadge } from '../badge/badge';
import type { Which } from './draw-tabs';

/** What a change may be of for a tab's paper to stand otherwise. */
const stores = ['papers', 'past'];

/** Firefox's `tabs.onUpdated`, of which the types have Chrome's. */
interface FilteredEvent {
  addListener(
    callback: (tab: number) => void,
    filter: { readonly urls: readonly string[]; readonly properties: readonly string[] },
  ): void;
}

/**
 * Keeps icon and tooltip of each tab true to its paper. Call in the first tick.
 *
 * Chrome tells of changes of tabs without a filter: each page that loads in any tab would start the worker several times. There
 * pages that Offprint may see tell by themselves (`entrypoints/tab.content`). Firefox filters, and starts the background for
 * those pages alone; it runs no content script in its PDF viewer, and tells of that, too.
 */
export function keepTabPaper(): void {
  if (import.meta.env.FIREFOX) onMoved((tab) => void draw({ tab }));
  onChange((change) => void redraw(change));
  browser.runtime.onInstalled.addListener(() => void draw({}));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    if (origins.length) void draw({ unseen: true });
  });
}

/** Calls back with each tab that goes to another address which may be seen; Firefox alone takes such a filter. */
function onMoved(callback: (tab: number) => void): void {
  const { onUpdated } = browser.tabs as unknown as { onUpdated: FilteredEvent };
  onUpdated.addListener(callback, { urls: ['https://*/*', 'http://*/*'], properties: ['url'] });
}

/** After the badge, whose words are part of the tooltip. */
async function redraw({ ids, stores: written }: Change): Promise<void> {
  if (written && !stores.some((store) => written.includes(store))) return;
  await updateBadge();
  await draw(ids ? { ids: new Set(ids) } : {});
}

async function draw(which: Which): Promise<void> {
  try {
    await (await import('./draw-tabs')).drawTabs(which);
  } catch (error) {
    report('tab', error);
  }
}
