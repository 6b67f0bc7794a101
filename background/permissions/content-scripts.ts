import { browser } from '../../lib/browser';
import { anywhereScript, forgetSite, grantedSites } from '../../lib/granted';
import { askTab } from '../../lib/messages';
import { optionalHosts, requiredHosts } from '../../sites/hosts';
import { type OwnScript, ownScripts } from '../../sites/scripts';
import { extraFiles, extraScripts, marksScript } from './extra-scripts';

let registering: Promise<readonly string[]> = Promise.resolve([]);

/**
 * Has the browser run our scripts on the granted sites and nowhere else; others come after this one.
 * @returns The sites on which the general script was not before.
 */
export function registerContentScripts(): Promise<readonly string[]> {
  registering = registering.catch(() => []).then(registerNow);
  return registering;
}

/** Sites with readers of their own have those there, and all others the general ones. */
async function registerNow(): Promise<readonly string[]> {
  const granted = await grantedSites(requiredHosts);
  const matches = granted.filter((site) => !optionalHosts.includes(site));
  const { id, js, css } = anywhereScript;
  const general: OwnScript = { id, js: [...js], css: [...css], matches, runAt: 'document_start' };
  const own = ownScripts(granted.map((site) => site.replace('/*', '')));
  const wanted = [...own, ...(matches.length ? [general] : []), ...(await extraScripts(granted))];
  const known = await browser.scripting.getRegisteredContentScripts();
  if (keyOf(known) === keyOf(wanted)) return [];
  const before = known.find((script) => script.id === id)?.matches ?? [];
  if (known.length) await browser.scripting.unregisterContentScripts();
  if (wanted.length)
    await browser.scripting.registerContentScripts(
      wanted.map((script) => ({ ...script, persistAcrossSessions: true })),
    );
  return matches.filter((site) => !before.includes(site));
}

/** What tells two sets of scripts apart. */
function keyOf(
  scripts: readonly { readonly id: string; readonly matches?: string[] | undefined }[],
): string {
  const each = scripts.map(({ id, matches = [] }) => [id, ...matches.toSorted()].join(' '));
  return each.sort().join('\n');
}

/** The reader lets Offprint on to sites: it is there from now on, on pages that are open as well. */
export async function startOnGrantedSites(): Promise<void> {
  const added = await registerContentScripts();
  if (!added.length) return;
  await comeInto<string>(added, anywhereScript.css, [...anywhereScript.js, ...extraFiles]);
  if ((await marked()).length) await comeInto(added, [...marksScript.css], [...marksScript.js]);
}

/** The options changed: links are marked from now on, on pages that are open as well, or no longer. */
export async function updateLinkMarks(): Promise<void> {
  const before = await marked();
  await registerContentScripts();
  const added = before.length ? [] : await marked();
  if (added.length) await comeInto(added, [...marksScript.css], [...marksScript.js]);
}

async function marked(): Promise<readonly string[]> {
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [marksScript.id] });
  return known[0]?.matches ?? [];
}

/** Runs on open pages what they would have had if they came now. A page that refuses is left alone. */
async function comeInto<File extends string>(
  matches: readonly string[],
  css: readonly File[],
  js: readonly File[],
): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...matches] });
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const target = { tabId: id };
      await browser.scripting.insertCSS({ target, files: css.map(fromRoot) as never });
      await browser.scripting.executeScript({ target, files: js.map(fromRoot) as never });
    }),
  );
}

/** The reader takes sites away: Offprint leaves their pages at once, those that are open as well. */
export async function stopOnSites(origins: readonly string[]): Promise<void> {
  await Promise.all(origins.map(forgetSite));
  await registerContentScripts();
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) => id !== undefined && askTab(id, 'withdrawn', { origins: [...origins] })),
  );
}

function fromRoot<Path extends string>(path: Path): `/${Path}` {
  return `/${path}`;
}
