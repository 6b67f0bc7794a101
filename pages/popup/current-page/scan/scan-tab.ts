import * as v from 'valibot';
import { browser } from '../../../../lib/browser';
import type { Paper } from '../../../../papers/paper';
import { defined } from '../../../../papers/record';
import { paper } from '../../../../papers/schema';
import type { Scanned } from '../../../../sites/general/scan';

/** What a frame answers: the page is a stranger's, and so is every word of it. */
const scanned = v.object({
  shows: v.picklist(['paper', 'digest', 'mentions', 'nothing']),
  papers: v.pipe(v.array(v.unknown()), v.maxLength(2000)),
  failed: v.pipe(v.array(v.string()), v.maxLength(50)),
});

/**
 * Looks at the page in a tab once. The reader's click on the icon is what allows it (`activeTab`).
 * @returns `undefined` of a page that the browser lets nobody look at: a PDF, a page of its own, a shop of extensions.
 */
export async function scanTab(tabId: number): Promise<Scanned | undefined> {
  const target = { tabId, allFrames: true };
  const results = await browser.scripting
    .executeScript({ target, files: ['/scan.js'] })
    .catch(() => undefined);
  if (!results) return undefined;
  const frames = results
    .toSorted((one, other) => (one.frameId ?? 0) - (other.frameId ?? 0))
    .flatMap(({ result }) => {
      const parsed = v.safeParse(scanned, result);
      return parsed.success ? [parsed.output] : [];
    });
  const [page, ...inFrames] = frames;
  if (!page) return undefined;
  const all = page.shows === 'paper' ? [page] : [page, ...inFrames.filter(isList)];
  const best = all.find(({ shows }) => shows !== 'nothing') ?? page;
  return {
    shows: best.shows,
    papers: eachOnce(all.flatMap(({ papers }) => papers)),
    failed: frames.flatMap(({ failed }) => failed),
  };
}

/** A frame with a paper's own page in it is what is read there: mail and readers show pages in frames. */
function isList({ shows }: Pick<Scanned, 'shows'>): boolean {
  return shows !== 'nothing';
}

function eachOnce(papers: readonly unknown[]): Paper[] {
  const found = new Map<string, Paper>();
  for (const candidate of papers) {
    const parsed = v.safeParse(paper, candidate);
    if (!parsed.success) continue;
    const one = defined(parsed.output) as Paper;
    if (!found.has(one.id)) found.set(one.id, one);
  }
  return [...found.values()];
}
