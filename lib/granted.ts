import { browser } from './browser';

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
 * Notes that the reader wants Offprint on a site. Call before the browser is asked, which closes the popup.
 * @param origin See `permissionFor`.
 */
export function wantSite(origin: string): Promise<void> {
  return browser.storage.local.set({ [keyOf(origin)]: true });
}

/** Notes that the reader does not want Offprint there, or not any more. */
export function forgetSite(origin: string): Promise<void> {
  return browser.storage.local.remove(keyOf(origin));
}

/**
 * Sites that the reader has let Offprint on to one by one, as match patterns, sorted. What the browser allows is not
 * enough: it may be for the storage that devices are synced by, or for all sites at once, as a browser's own menus give it.
 * @param required Those of the manifest.
 */
export async function grantedSites(required: readonly string[]): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const sites = origins.filter((origin) => oneSite.test(origin) && !required.includes(origin));
  const wanted = await browser.storage.local.get(sites.map(keyOf));
  return sites.filter((site) => wanted[keyOf(site)] === true).sort();
}

const prefix = 'site ';

/** Tells whether a key of `storage.local` is that of a site that the reader wants Offprint on. */
export function isWish(key: string): boolean {
  return key.startsWith(prefix);
}

function keyOf(origin: string): string {
  return prefix + origin;
}
