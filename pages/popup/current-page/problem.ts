import { browser } from '../../../lib/browser';

const key = 'dismissedProblems';

/** The version of this extension. */
function version(): string {
  return browser.runtime.getManifest().version;
}

/**
 * What a reader may send us of a page that could not be read: no address, no title.
 * @param kind The name of the page kind.
 * @param agent The browser's user agent string.
 */
export function problemReport(kind: string, agent: string, now: Date): string {
  return [
    `Offprint ${version()}`,
    `Page kind: ${kind}, nothing found`,
    `Browser: ${browserName(agent)}`,
    `Date: ${now.toISOString().slice(0, 10)}`,
  ].join('\n');
}

/** The browser's name and version, for example `Firefox 147.0`. */
export function browserName(agent: string): string {
  const found =
    /(Edg|OPR|Vivaldi)\/([\d.]+)/.exec(agent) ?? /(Firefox|Chrome|Safari)\/([\d.]+)/.exec(agent);
  return found ? `${found[1]} ${found[2]}` : 'unknown';
}

/** Whether the reader has put the banner away for this kind and this version. */
export async function isProblemDismissed(kind: string): Promise<boolean> {
  return (await read())[kind] === version();
}

/** Remembers that the reader has put the banner away. */
export async function dismissProblem(kind: string): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await read()), [kind]: version() } });
}

async function read(): Promise<Record<string, unknown>> {
  const stored = (await browser.storage.local.get(key))[key];
  return typeof stored === 'object' && stored ? (stored as Record<string, unknown>) : {};
}
