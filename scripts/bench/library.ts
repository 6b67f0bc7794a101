import { waitUntil } from '../../tests/e2e/harness/wait';
import { openLibrary, readRow } from './library-page';
import { type Bench, inTurns, type Measure, rest } from './measure';
import { type Opening, openPainted, paintedScreen } from './painted';
import { leastRuns, summarize } from './result';
import { writeScreen } from './screen';

const viewport = { width: 1280, height: 900 };

/** The library from navigation to its first rows, against the same screen drawn from memory. */
export const library: Measure = {
  title: 'library',
  sizes: [1000, 20_000],
  grows: true,
  async run(bench) {
    const real = { path: 'library.html', viewport, selector: readRow };
    const screen = await paintedScreen(bench, real);
    const drawn = { ...real, path: await writeScreen(bench, 'library', screen) };
    const rowsOf = (opening: Opening) => async () => (await openPainted(bench, opening)).rowsAt;
    const samples = await inTurns(bench.runs, rowsOf(real), rowsOf(drawn));
    return [summarize('library, first rows', bench.papers, samples, { times: 1.3 })];
  },
};

/** From a click until the pictures are painted. Runs in the page. */
function showStatistics(): Promise<number> {
  const link = document.querySelector<HTMLElement>('.side a[href*="view=statistics"]');
  if (!link) throw new Error('No way to the statistics');
  const start = performance.now();
  link.click();
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('.statistics .plot canvas')) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    };
    look();
  });
}

async function clickStatistics(bench: Bench): Promise<number> {
  const page = await openLibrary(bench);
  const ms = await page.evaluate(showStatistics);
  await page.close();
  return ms;
}

/** The statistics, from the click on a page that never showed them. */
export const statistics: Measure = {
  title: 'statistics',
  sizes: [20_000],
  async run(bench) {
    const samples = await inTurns(
      leastRuns,
      () => clickStatistics(bench),
      async () => (await openPainted(bench, { path: 'one-word.html', viewport })).firstPaint,
      1,
    );
    return [summarize('statistics on screen', bench.papers, samples, { mostMs: 300 })];
  },
};

const megabyte = 2 ** 20;

/** What a page holds after a collection of garbage, in MB. All pages of the extension share one heap. */
export async function heapOf(bench: Bench, path: string, selector: string): Promise<number> {
  const page = await bench.session.openExtensionPage(path);
  const isThere = (wanted: string) => document.querySelector(wanted) !== null;
  await waitUntil(() => page.evaluate(isThere, selector), { what: path, timeout: 120_000 });
  await rest(2500);
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await page.close();
  const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  return used / megabyte;
}

/** The memory of the two pages, against that of a page that renders one word. */
export const memory: Measure = {
  title: 'memory',
  sizes: [20_000],
  grows: true,
  async run(bench) {
    const bare = () => heapOf(bench, 'one-word.html', 'p');
    const of = (path: string, selector: string) => () => heapOf(bench, path, selector);
    const [big, small] = [
      await inTurns(leastRuns, of('library.html', readRow), bare, 1),
      await inTurns(leastRuns, of('popup.html', 'li[data-paper]'), bare, 1),
    ];
    return [
      summarize('memory with the library, MB', bench.papers, big, { mostMB: 150 }),
      summarize('memory with the popup, MB', bench.papers, small, { mostMB: 40 }),
    ];
  },
};
