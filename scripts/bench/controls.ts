import type { Page } from 'puppeteer-core';
import { waitUntil } from '../../tests/e2e/harness/wait';
import { entryOf } from '../../tests/fixtures/papers';
import { serveDigest } from '../../tests/fixtures/svelte/page';
import { type Bench, type Measure, rest } from './measure';
import { type Sample, summarize } from './result';

const day = '2026-03-27';
const cards = 120;

interface ProbedWindow {
  __shownAt: number;
}

/** Notes when the page has its last control. Runs in the page, before anything of it. */
function probe(count: number): void {
  const scope = globalThis as unknown as ProbedWindow;
  scope.__shownAt = 0;
  const observer = new MutationObserver(() => {
    if (document.getElementsByTagName('offprint-card').length < count) return;
    scope.__shownAt = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** From when the content script may start until the last control; and its data parsed. Runs in the page. */
function read(): Sample | undefined {
  const { __shownAt: shownAt } = globalThis as unknown as ProbedWindow;
  const [navigation] = performance.getEntriesByType('navigation');
  if (!shownAt || !(navigation instanceof PerformanceNavigationTiming)) return undefined;
  const start = performance.now();
  for (const element of document.querySelectorAll('[data-props]'))
    JSON.parse(element.getAttribute('data-props') ?? '');
  const bareMs = performance.now() - start;
  return { ms: shownAt - navigation.domContentLoadedEventStart, bareMs };
}

async function visit(page: Page, url: string): Promise<Sample> {
  await page.goto(url);
  // A question asked while the page draws itself would be part of what is measured.
  await rest(600);
  const sample = await waitUntil(() => page.evaluate(read), { what: `${cards} controls` });
  await rest();
  return sample;
}

/** A page of cards that nobody has met before. */
async function servePage({ site }: Bench, run: number): Promise<string> {
  const papers = Array.from({ length: cards }, (_, at) =>
    entryOf(`2403.${20_000 + run * cards + at}`, day, at),
  );
  return serveDigest(site, { day, papers, hydrate: 'never' });
}

/** The controls of a large digest, on the first visit and on the next. */
export const controls: Measure = {
  title: 'controls',
  sizes: [0, 20_000],
  async run(bench) {
    const page = await bench.session.open('about:blank');
    await page.evaluateOnNewDocument(probe, cards);
    const [first, again]: [Sample[], Sample[]] = [[], []];
    for (let run = 0; run < bench.runs; run += 1) {
      const url = await servePage(bench, run);
      first.push(await visit(page, url));
      again.push(await visit(page, url));
    }
    await page.close();
    const goal = { plusMs: 60 };
    return [
      summarize(`${cards} controls, first visit`, bench.papers, first, goal),
      summarize(`${cards} controls, next visit`, bench.papers, again, goal),
    ];
  },
};
