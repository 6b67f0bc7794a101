import { browser } from '../../lib/browser';
import { libraryPath } from '../../lib/library-address';

/** A tab and its window. */
export interface Place {
  readonly tabId: number;
  readonly windowId: number;
}

/** A page of the extension as Firefox hands it to the background. */
interface View {
  readonly location: { readonly pathname: string };
  readonly browser: {
    readonly tabs: { getCurrent(): Promise<{ id?: number; windowId?: number }> };
  };
}

/** Finds the tab with the library; see `ownTab`. */
export function libraryTab(): Promise<Place | undefined> {
  return ownTab(libraryPath);
}

/**
 * Finds the tab with a page of the extension. Asking for tabs by address would need a permission.
 * @param path Of the page, with a slash in front.
 * @returns `undefined` when no tab has it.
 */
export async function ownTab(path: string): Promise<Place | undefined> {
  if (import.meta.env.FIREFOX) {
    const views = browser.extension.getViews({ type: 'tab' }) as unknown as readonly View[];
    const view = views.find(({ location }) => location.pathname === path);
    const { id, windowId } = (await view?.browser.tabs.getCurrent()) ?? {};
    return id === undefined || windowId === undefined ? undefined : { tabId: id, windowId };
  }
  const tabs = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return tabs.find(({ documentUrl = 'about:blank' }) => {
    return new URL(documentUrl).pathname === path;
  });
}

/** Tells whether any page of the extension is on the screen: library, options, popup, side panel. */
export async function isAnyPageOpen(): Promise<boolean> {
  if (import.meta.env.FIREFOX)
    return browser.extension.getViews().some((view) => view !== globalThis);
  const contextTypes = ['TAB', 'POPUP', 'SIDE_PANEL'] as const;
  const pages = await browser.runtime.getContexts({ contextTypes: [...contextTypes] });
  return pages.length > 0;
}
