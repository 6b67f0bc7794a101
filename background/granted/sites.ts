import { browser } from '../../lib/browser';
import { anywhereScript, grantedSites } from '../../lib/granted';
import { askTab } from '../../lib/messages';
import { optionalHosts, requiredHosts } from '../../sites/hosts';

let registering: Promise<void> = Promise.resolve();

/** Has the browser run the general content script on the granted sites and nowhere else; others come after this one. */
export function register(): Promise<void> {
  registering = registering.catch(() => {}).then(registerNow);
  return registering;
}

/** Sites that have readers of their own are registered with those. */
async function registerNow(): Promise<void> {
  const matches = (await grantedSites(requiredHosts)).filter(
    (site) => !optionalHosts.includes(site),
  );
  const { id, js, css } = anywhereScript;
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (known && known.matches?.toSorted().join() === matches.join()) return;
  if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (!matches.length) return;
  await browser.scripting.registerContentScripts([
    {
      id,
      js: [...js],
      css: [...css],
      matches,
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
}

/** The reader lets Offprint on to sites: it is there from now on, on pages that are open as well. */
export async function comeTo(origins: readonly string[]): Promise<void> {
  await register();
  const granted = (await grantedSites(requiredHosts)).filter(
    (site) => origins.includes(site) && !optionalHosts.includes(site),
  );
  if (!granted.length) return;
  const tabs = await browser.tabs.query({ url: granted });
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const target = { tabId: id };
      await browser.scripting.insertCSS({ target, files: anywhereScript.css.map(fromRoot) });
      await browser.scripting.executeScript({ target, files: anywhereScript.js.map(fromRoot) });
    }),
  );
}

/** The reader takes sites away: Offprint leaves their pages at once, those that are open as well. */
export async function leave(origins: readonly string[]): Promise<void> {
  await register();
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) => id !== undefined && askTab(id, 'withdrawn', { origins: [...origins] })),
  );
}

function fromRoot<Path extends string>(path: Path): `/${Path}` {
  return `/${path}`;
}
