import { browser } from '../../../lib/browser';
import { askTab, type PageReport } from '../../../lib/messages';
import { statesOnPage, undecidedOf } from '../../../store/records/queries';

/** What the page in the current tab is, and how its papers stand. */
export interface PageSummary {
  readonly report: PageReport;
  readonly newCount: number;
  /** Ids of the papers that are neither saved nor dismissed. */
  readonly undecided: readonly string[];
}

/**
 * Looks at the tab the reader came from.
 * @returns `undefined` when it is no digest.
 */
export async function readPageSummary(): Promise<PageSummary | undefined> {
  const tabId = await readersTab();
  const report = tabId === undefined ? undefined : await askTab(tabId, 'page', {});
  if (report?.shows !== 'digest') return undefined;
  const [states, undecided] = await Promise.all([
    statesOnPage(report.ids),
    undecidedOf(report.ids),
  ]);
  const newCount = Object.values(states).filter((state) => state === 'new').length;
  return { report, newCount, undecided: [...new Set(undecided)] };
}

/** The active tab; where the popup is itself a tab (Firefox for Android), the one used before it. */
async function readersTab(): Promise<number | undefined> {
  const [own, tabs] = await Promise.all([
    browser.tabs.getCurrent(),
    browser.tabs.query({ currentWindow: true }),
  ]);
  if (!own) return tabs.find(({ active }) => active)?.id;
  const others = tabs.filter(({ id }) => id !== own.id);
  return others.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0]?.id;
}
