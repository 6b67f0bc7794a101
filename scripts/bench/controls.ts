import type { Page } from 'puppeteer-core';
import { waitUntil } from '../../tests/e2e/harness/wait';
import { entryOf } from '../../tests/fixtures/papers';
import { serveDigest } from '../../tests/fixtures/svelte/page';
import { bareControls, takeControls } from './bare-controls';
import { ContentWorld } from './content-world';
import { type Bench, beside, type Measure, rest, tool, turns } from './measure';
import { summarize } from './result';
import { installSibling } from './sibling';

const day = '2026-03-27';
const cards = 120;
/** Where the same page is served without the extension acting on it. */
const elsewhere = 'bare.example';

interface ProbedWindow {
  __shownAt: number;
}

/** Notes when the frame with the last control that tells how its paper stands has been painted. Runs in the page, before anything of it. */
function probe(count: number): void {
  const scope = globalThis as unknown as ProbedWindow;
  scope.__shownAt = 0;
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll('offprint-card[data-state]').length < count) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        scope.__shownAt = performance.now();
      };
      port2.postMessage('');
    });
  });
  const attributeFilter = ['data-state'];
  observer.observe(document, { childList: true, subtree: true, attributeFilter });
}

/** From when the page's markup is there until the last control is painted. Runs in the page. */
function read(): number | undefined {
  const { __shownAt: shownAt } = globalThis as unknown as ProbedWindow;
  const [navigation] = performance.getEntriesByType('navigation');
  if (!shownAt || !(navigation instanceof PerformanceNavigationTiming)) return undefined;
  return Math.max(1, shownAt - navigation.domInteractive);
}

/** Opens an address in a page of `openProbed`; gives how long it took from its markup to its last control, in ms. */
export async function visit(page: Page, url: string): Promise<number> {
  // A page behind another one has no frames.
  await page.bringToFront();
  await page.goto(url);
  // A question asked while the page draws itself would be part of what is measured.
  await rest(600);
  return waitUntil(() => page.evaluate(read), { what: 'all controls', timeout: 120_000 });
}

function idsOf(run: number): string[] {
  return Array.from({ length: cards }, (_, at) => `arxiv:2403.${20_000 + run * cards + at}`);
}

/** A page of cards that nobody has met before. */
function servePage({ site }: Bench, run: number, host?: string): Promise<string> {
  const papers = idsOf(run).map((id, at) => entryOf(id.slice('arxiv:'.length), day, at));
  return serveDigest(site, { day, papers, hydrate: 'never', ...(host ? { host } : {}) });
}

/** A page that notes when the last of so many controls was painted. */
export async function openProbed({ session }: Bench, count = cards): Promise<Page> {
  const page = await session.open('about:blank');
  page.setDefaultTimeout(120_000);
  await page.evaluateOnNewDocument(probe, count);
  return page;
}

/** What the controls of a page are made of; its papers are met by nobody after. */
async function makeBare(bench: Bench, page: Page) {
  await visit(page, await servePage(bench, 500));
  const world = await ContentWorld.of(page, bench.session.extensionUrl('').slice(0, -1));
  return installSibling(bench.session, {
    matches: `https://${elsewhere}/papers*`,
    ...(await bareControls(await world.evaluate(takeControls), bench.extensionDir)),
  });
}

/** The controls of a large digest, on the first visit and on the next, against as many put in by a bare script. */
export const controls: Measure = {
  title: 'controls',
  sizes: [0, 20_000],
  async run(bench) {
    const page = await openProbed(bench);
    const sibling = await makeBare(bench, page);
    try {
      const taken = await turns(bench.runs, {
        first: async (run) => visit(page, await servePage(bench, run)),
        next: async (run) => visit(page, await servePage(bench, run)),
        likely: async (run) => {
          await tool(bench, 'makeLikely')(idsOf(run));
          return visit(page, await servePage(bench, run));
        },
        bare: async (run) => visit(page, await servePage(bench, run, elsewhere)),
      });
      const line = (name: string, ms: readonly number[]) =>
        summarize(name, bench.papers, beside(ms, taken.bare), { times: 1.5 });
      return [
        line(`${cards} controls, first visit`, taken.first),
        line(`${cards} controls, next visit`, taken.next),
        line(`${cards} controls, a mark on each`, taken.likely),
        summarize('the same, against none', bench.papers, beside(taken.likely, taken.next), {
          plusMs: 10,
        }),
      ];
    } finally {
      await sibling.remove();
    }
  },
};
