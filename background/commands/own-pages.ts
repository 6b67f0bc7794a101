import { browser } from '../../lib/browser';

/** Tells whether any page of the extension is on the screen: library, options, popup, side panel. */
export async function isAnyPageOpen(): Promise<boolean> {
  if (import.meta.env.FIREFOX)
    return browser.extension.getViews().some((view) => view !== globalThis);
  const contextTypes = ['TAB', 'POPUP', 'SIDE_PANEL'] as const;
  const pages = await browser.runtime.getContexts({ contextTypes: [...contextTypes] });
  return pages.length > 0;
}
