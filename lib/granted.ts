import { browser } from './browser';
import { syncOrigins } from './sync-origin';

/** The content script of sites that the reader has let Offprint on to. */
export const anywhereScript = {
  id: 'anywhere',
  js: ['content-scripts/anywhere.js'],
  css: ['content-scripts/anywhere.css'],
} as const;

const oneSite = /^https:\/\/[^/*]+\/\*$/;

/** The permission that being on a site takes: that host and no other. */
export function permissionFor({ host }: Pick<URL, 'host'>): string {
  return `https://${host}/*`;
}

/**
 * Sites that the reader has let Offprint on to one by one, as match patterns, sorted. A permission for all sites at once, as
 * a browser's own menus give it, is none for any: nobody asked for Offprint there. Nor did they at the storage that their
 * devices are synced by.
 * @param required Those of the manifest.
 */
export async function grantedSites(required: readonly string[]): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const others = [...required, ...(await syncOrigins())];
  return origins.filter((origin) => oneSite.test(origin) && !others.includes(origin)).sort();
}
