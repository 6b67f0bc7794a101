import { launch } from '../../tests/e2e/harness/launch';
import { type Site, startSite } from '../../tests/e2e/harness/site';
import { bundle } from '../library/bundle';
import { fillLibrary } from '../library/fill';
import { bulk } from './bulk';
import { controls } from './controls';
import { deck } from './deck';
import { withOneWordPage } from './extension';
import { library, memory, statistics } from './library';
import type { Bench, Measure } from './measure';
import { popup } from './popup';
import type { Row } from './result';
import { coldSave, save } from './save';
import { scrolling } from './scrolling';
import { badge, inLibrary, note, searching } from './store';
import { typing } from './typing';
import { years } from './years';

/** What to measure. */
export interface BenchOptions {
  /** The built extension for Chromium. */
  readonly builtDir: string;
  /** Sizes at which everything is measured; each measure's own unless given. */
  readonly sizes?: readonly number[];
  readonly runs: number;
  /** Whether what grows with the list is measured at the largest one, too. */
  readonly growth?: boolean;
  /** Parts of the titles of the measures wanted; all of them unless given. */
  readonly only?: readonly string[];
  /** Told what goes on. */
  say(sentence: string): void;
}

/** What came out. */
export interface BenchReport {
  readonly rows: readonly Row[];
  /** Sentences on what could not be measured. */
  readonly failures: readonly string[];
  /** Name and version of the browser. */
  readonly browser: string;
}

// What adds papers comes last, so that the others meet the size that they are named by.
/** In this order, since what changes the list most comes last. */
const measures: readonly Measure[] = [
  popup,
  library,
  searching,
  typing,
  scrolling,
  memory,
  statistics,
  note,
  inLibrary,
  badge,
  save,
  coldSave,
  controls,
  deck,
  bulk,
  years,
];

/** The list that shows how what grows goes on. */
const largest = 100_000;

interface Run extends BenchOptions {
  readonly site: Site;
  readonly extensionDir: string;
  readonly rows: Row[];
  readonly failures: string[];
}

/** Measures everything, in one browser and on one fresh profile for each size of the list. */
export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const wanted = measures.filter(
    ({ title }) => !options.only || options.only.some((part) => title.includes(part)),
  );
  const sizesOf = ({ sizes: own, grows }: Measure) =>
    options.sizes ?? (options.growth && grows ? [...own, largest] : own);
  const sizes = [...new Set(wanted.flatMap(sizesOf))];
  const site = await startSite();
  const extension = await withOneWordPage(options.builtDir);
  const run: Run = { ...options, site, extensionDir: extension.folder, rows: [], failures: [] };
  let browser = '';
  try {
    for (const papers of sizes.toSorted((one, other) => one - other)) {
      const due = wanted.filter((measure) => sizesOf(measure).includes(papers));
      browser = await runAt(run, papers, due);
    }
  } finally {
    site.close();
    await extension.remove();
  }
  return { rows: run.rows, failures: run.failures, browser };
}

async function runAt(run: Run, papers: number, due: readonly Measure[]): Promise<string> {
  const { site, extensionDir, runs, say } = run;
  const { session, dispose } = await launch('chromium', { site, extensionDir });
  try {
    const start = performance.now();
    await fillLibrary(session, { seed: 20_260_327, count: papers });
    say(`${papers} papers made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    const tools = await session.openExtensionPage('icon/16.png');
    await tools.evaluate(await bundle('scripts/bench/in-page.ts'));
    for (const measure of due)
      await tryMeasure(run, measure, { session, site, papers, tools, runs });
    for (const problem of await session.problems()) run.failures.push(problem);
    return await session.browser.version();
  } finally {
    await dispose();
  }
}

async function tryMeasure(run: Run, measure: Measure, bench: Bench): Promise<void> {
  run.say(`measuring: ${measure.title}`);
  try {
    const rows = await measure.run(bench);
    run.rows.push(...rows);
    for (const { name, ms, bareMs, goal } of rows) run.say(`  ${name}: ${ms} / ${bareMs}, ${goal}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    run.failures.push(`${measure.title} at ${bench.papers} papers: ${why}`);
  }
}
