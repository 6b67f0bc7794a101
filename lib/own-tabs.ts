import { browser } from './browser';

/** A tab and its window. */
export interface TabPlace {
  readonly tabId: number;
  readonly windowId: number;
}

/** A page of the extension as Firefox hands it out. */
interface View {
  readonly location: { readonly pathname: string };
  readonly browser: {
    readonly tabs: { getCurrent(): Promise<{ id?: number; windowId?: number }> };
  };
}

/**
 * Finds the tab with a page of the extension. Asking for tabs by address would need a permission.
 * @param path The page's path within the extension, with its slash.
 * @returns `undefined` when no tab has it.
 */
export async function ownTab(path: string): Promise<TabPlace | undefined> {
  if (import.meta.env.FIREFOX) {
    const views = browser.extension.getViews({ type: 'tab' }) as unknown as readonly View[];
    const view = views.find(({ location }) => location.pathname === path);
    const { id, windowId } = (await view?.browser.tabs.getCurrent()) ?? {};
    return id === undefined || windowId === undefined ? undefined : { tabId: id, windowId };
  }
  const tabs = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return tabs.find(({ documentUrl = 'about:blank' }) => new URL(documentUrl).pathname === path);
}

/**
 * Shows a page of the extension: the tab that has it, whatever it shows, or else a new one.
 * @param url Its address.
 */
export async function showOwnTab(url: string): Promise<void> {
  const open = await ownTab(new URL(url).pathname);
  if (!open) return void (await browser.tabs.create({ url, active: true }));
  await browser.tabs.update(open.tabId, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
}
