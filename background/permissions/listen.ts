import { browser } from '../../lib/browser';
import { isWish } from '../../lib/granted';
import { onAnyOption } from '../../lib/page-options';
import { report } from '../../lib/report';

/**
 * Keeps Offprint on the sites that the reader lets it on to, and off all others. Call in the first tick: the popup that
 * asked is often gone by the time the browser has its answer.
 */
export function listenToPermissions(): void {
  const run = (work: (grants: typeof import('./content-scripts')) => Promise<unknown>) =>
    void import('./content-scripts').then(work).catch((error: unknown) => report('sites', error));
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length) run(({ startOnGrantedSites }) => startOnGrantedSites());
  });
  // Where the browser had allowed it before.
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.keys(changes).some(isWish))
      run(({ startOnGrantedSites }) => startOnGrantedSites());
  });
  // The reader may have turned on what marks links.
  onAnyOption(() => run(({ updateLinkMarks }) => updateLinkMarks()));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    if (origins.length) run(({ stopOnSites }) => stopOnSites(origins));
  });
  // An update takes registered scripts away.
  browser.runtime.onInstalled.addListener(() =>
    run(({ registerContentScripts }) => registerContentScripts()),
  );
  browser.runtime.onStartup.addListener(() =>
    run(({ registerContentScripts }) => registerContentScripts()),
  );
}
