import { browser } from '../../lib/browser';
import { isWish } from '../../lib/granted';
import { onAnyOption } from '../../lib/page-options';
import { report } from '../../lib/report';

/**
 * Keeps Offprint on the sites that the reader lets it on to, and off all others. Call in the first tick: the popup that
 * asked is often gone by the time the browser has its answer.
 */
export function followGrants(): void {
  const run = (work: (grants: typeof import('./sites')) => Promise<unknown>) =>
    void import('./sites').then(work).catch((error: unknown) => report('sites', error));
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length) run(({ comeTo }) => comeTo());
  });
  // Where the browser had allowed it before.
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.keys(changes).some(isWish)) run(({ comeTo }) => comeTo());
  });
  // The reader may have turned on what marks links.
  onAnyOption(() => run(({ comeMarking }) => comeMarking()));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    if (origins.length) run(({ leave }) => leave(origins));
  });
  // An update takes registered scripts away.
  browser.runtime.onInstalled.addListener(() => run(({ register }) => register()));
  browser.runtime.onStartup.addListener(() => run(({ register }) => register()));
}
