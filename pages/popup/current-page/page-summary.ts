import { browser } from '../../../lib/browser';
import { askTab, type PageReport } from '../../../lib/messages';
import type { Note } from '../../../papers/note';
import type { PaperId, PaperState } from '../../../papers/paper';
import { isMuted, type PaperDetails, type PaperRecord } from '../../../papers/record';
import { openPaper, recordsOf } from '../../../store/records/queries';
import { identityAt, paperTitle } from '../../../store/words/save-address';

/** A digest in the current tab, and how its papers stand. */
export interface PageSummary {
  readonly report: PageReport;
  /** Ids of the papers that wait for a decision, without those that are muted or put off: those never on screen, and those that were seen. */
  readonly fresh: readonly PaperId[];
  readonly seen: readonly PaperId[];
}

/** The paper whose own page is in the current tab. */
export interface PagePaper {
  readonly id: PaperId;
  readonly address: string;
  /** What the tab calls it, where that reads like a title. */
  readonly title?: string | undefined;
  /** Absent while nothing is stored of it. */
  readonly paper?: PaperRecord;
  readonly details?: PaperDetails;
  readonly note?: Note;
}

/** What the current tab shows. */
export interface TabView {
  readonly page?: PageSummary;
  readonly paper?: PagePaper;
  /** The kind of a page that yields nothing. */
  readonly problem?: string;
  /** A page on which none of our scripts runs. */
  readonly other?: OtherPage;
}

/** A page of the web that Offprint is not on. */
export interface OtherPage {
  readonly tabId: number;
  readonly url: URL;
}

/** Looks at the tab the reader came from: by what its page says, else by its address. */
export async function readTab(): Promise<TabView> {
  const { id, url = '', title } = (await readersTab()) ?? {};
  const report = id === undefined ? undefined : await askTab(id, 'page', {});
  if (report?.shows === 'digest') {
    const page = await summaryOf(report);
    return { page, ...(report.problem ? { problem: report.kind } : {}) };
  }
  const paper = report?.ids[0] ?? identityAt(url)?.id;
  return {
    ...(paper === undefined ? {} : { paper: await pagePaper(paper, url, title) }),
    ...(report || id === undefined || !isPage(url)
      ? {}
      : { other: { tabId: id, url: new URL(url) } }),
  };
}

/** Without the reader's click on the icon no address is told. */
function isPage(url: string): boolean {
  return /^https?:\/\//.test(url) && URL.canParse(url);
}

/** How the papers of a digest stand now. */
export async function summaryOf(report: PageReport): Promise<PageSummary> {
  const ids = new Map<PaperId, PaperRecord>();
  for (const record of await recordsOf(report.ids)) ids.set(record.id, record);
  const idsIn = (...states: PaperState[]) =>
    [...ids.values()]
      .filter((record) => states.includes(record.state) && !isMuted(record))
      .map(({ id }) => id);
  return { report, fresh: idsIn('new', 'missed'), seen: idsIn('seen') };
}

/** What is known of the paper of a page. */
export async function pagePaper(
  id: PaperId,
  address: string,
  title: string | undefined,
): Promise<PagePaper> {
  const [paper] = await recordsOf([id]);
  const known = { id: paper?.id ?? id, address, title: paperTitle(title) };
  return paper ? { ...known, paper, ...(await openPaper(paper.id)) } : known;
}

/** The active tab; where the popup is itself a tab (Firefox for Android), the one used before it. */
async function readersTab() {
  const [own, tabs] = await Promise.all([
    browser.tabs.getCurrent(),
    browser.tabs.query({ currentWindow: true }),
  ]);
  if (!own) return tabs.find(({ active }) => active);
  const others = tabs.filter(({ id }) => id !== own.id);
  return others.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0];
}
