import type { Page } from 'puppeteer-core';
import { waitUntil } from '../../tests/e2e/harness/wait';
import { openProbed, visit } from './controls';
import { type Bench, beside, type Measure, rest, turns } from './measure';
import { summarize } from './result';

const entries = 800;
/** On the first screen; those far below are drawn when their entries come near. */
const onScreen = 6;
/** 60 ms for each 120 entries. */
const allowedMs = (60 * entries) / 120;

/** A week of a large subject on arXiv, all on one page: titles and authors, as the site writes them. */
function listOf(run: number): string {
  const entry = (at: number) => {
    const id = `2403.${String(20_000 + ((run * entries + at) % 79_999)).padStart(5, '0')}`;
    return `<dt><a name='item${at}'>[${at}]</a> <a href ="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> [<a href="/pdf/${id}">pdf</a>, <a href="https://arxiv.org/html/${id}v1">html</a>]</dt>
<dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span> Entry ${at} of a long list of the week</div>
<div class='list-authors'><a href="https://arxiv.org/search/cs?query=E,+A">Ada Example</a>, <a href="https://arxiv.org/search/cs?query=E,+B">Bo Example</a></div>
<div class='list-subjects'><span class='descriptor'>Subjects:</span> <span class="primary-subject">Computation and Language (cs.CL)</span></div></div></dd>`;
  };
  const all = Array.from({ length: entries }, (_, at) => entry(at));
  return `<!doctype html><html lang="en"><head><title>cs.CL</title></head><body><main id="content"><dl id="articles">${all.join('')}</dl></main></body></html>`;
}

/** How long a page takes from its markup to its first frame. Runs in the page. */
function painted(): Promise<number> {
  const [navigation] = performance.getEntriesByType('navigation');
  const from = navigation instanceof PerformanceNavigationTiming ? navigation.domInteractive : 0;
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return Promise.resolve(Math.max(1, (paint?.startTime ?? 0) - from));
}

async function visitBare({ site }: Bench, page: Page, run: number): Promise<number> {
  site.page('bare.example', '/list/cs.CL/recent', listOf(run));
  await page.bringToFront();
  await page.goto('https://bare.example/list/cs.CL/recent');
  await rest(600);
  return waitUntil(() => page.evaluate(painted), { what: 'a frame' });
}

/** The controls on the first screen of a long list of arXiv, on the first visit and on the next, against the list without any. */
export const listing: Measure = {
  title: 'listing',
  sizes: [20_000],
  async run(bench) {
    const page = await openProbed(bench, onScreen);
    const bare = await bench.session.open('about:blank');
    const open = (run: number) => {
      bench.site.page('arxiv.org', '/list/cs.CL/recent', listOf(run));
      return visit(page, 'https://arxiv.org/list/cs.CL/recent');
    };
    const taken = await turns(bench.runs, {
      first: open,
      next: open,
      bare: (run) => visitBare(bench, bare, run),
    });
    const line = (name: string, ms: readonly number[]) =>
      summarize(name, bench.papers, beside(ms, taken.bare), { plusMs: allowedMs });
    return [
      line(`${entries} entries of arXiv, first visit`, taken.first),
      line(`${entries} entries of arXiv, next visit`, taken.next),
    ];
  },
};
