import { browser } from '../../lib/browser';

interface Sidebar {
  open(): Promise<void>;
}

/** Tells whether the browser can show the library beside a page. */
export function hasPanel(): boolean {
  return sidebar() !== undefined || browser.sidePanel !== undefined;
}

/**
 * Opens the library beside the page. Call at once in the listener of a click or key: browsers allow
 * it for those alone.
 */
export async function openPanel(windowId: number): Promise<void> {
  const bar = sidebar();
  if (bar) return bar.open();
  await browser.sidePanel.open({ windowId });
}

/** Firefox only. */
function sidebar(): Sidebar | undefined {
  return (browser as unknown as { readonly sidebarAction?: Sidebar }).sidebarAction;
}
