import type { OwnScript } from '../../sites/scripts';

/** Tells the background when the page goes on; Firefox does that itself. See background/tab/tab-paper.ts. */
const tab = 'content-scripts/tab.js' as const;

/** What comes to open pages of a site beside the script that reads them. */
export const filesBeside: readonly (typeof tab)[] = import.meta.env.FIREFOX ? [] : [tab];

/**
 * The scripts that run on granted sites beside those that read their pages.
 * @param granted Match patterns of the sites.
 */
export async function scriptsBeside(granted: readonly string[]): Promise<OwnScript[]> {
  const about = { css: [], matches: [...granted] };
  const telling: OwnScript = { ...about, id: 'tab', js: [...filesBeside], runAt: 'document_idle' };
  return granted.length && filesBeside.length ? [telling] : [];
}
