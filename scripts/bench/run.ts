import { launch } from '../../tests/e2e/harness/launch';
import { type Site, startSite } from '../../tests/e2e/harness/site';
import { fillLibrary } from '../library/fill';
import { backup, restoring } from './backup';
import { bulk } from './bulk';
import { controls } from './controls';
import { deck } from './deck';
import { exporting } from './exporting';
import { withOneWordPage } from './extension';
import { imports } from './imports';
import { library, memory, statistics } from './library';
import { type Bench, type Measure, openTools } from './measure';
import { popup } from './popup';
import { largest, type Row } from './result';
import { coldSave, save, wakeUp } from './save';
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
  wakeUp,
  controls,
  deck,
  bulk,
  backup,
  restoring,
  imports,
  exporting,
  years,
];

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
      await runAt(run, papers, due).then(
        (version) => {
          browser = version;
        },
        (error: unknown) => {
          run.failures.push(`${papers} papers: ${reasonOf(error)}`);
        },
      );
    }
  } finally {
    site.close();
    await extension.remove();
  }
  return { rows: run.rows, failures: run.failures, browser };
}

async function runAt(run: Run, papers: number, due: readonly Measure[]): Promise<string> {
  const { site, extensionDir, say } = run;
  const { session, dispose } = await launch('chromium', { site, extensionDir });
  try {
    const start = performance.now();
    await fillLibrary(session, { seed: 20_260_327, count: papers });
    say(`${papers} papers made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    for (const measure of due) {
      say(`measuring: ${measure.title}`);
      const began = performance.now();
      await tryMeasure(run, measure, { session, papers });
      say(`  in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
    for (const problem of await session.problems()) run.failures.push(problem);
    return await session.browser.version();
  } finally {
    await dispose();
  }
}

/** How often something is measured before it counts as failed: a busy machine may break a run. */
const tries = 2;

type Where = Pick<Bench, 'session' | 'papers'>;

async function tryMeasure(run: Run, measure: Measure, where: Where): Promise<void> {
  for (let left = tries - 1; left >= 0; left -= 1) {
    try {
      const rows = await measureOnce(run, measure, where);
      run.rows.push(...rows);
      for (const row of rows) run.say(`  ${row.name}: ${row.ms} / ${row.bareMs}, ${row.goal}`);
      return;
    } catch (error) {
      if (left > 0) run.say(`  once more: ${reasonOf(error)}`);
      else run.failures.push(`${measure.title} at ${where.papers} papers: ${reasonOf(error)}`);
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Measures with tools of its own; whatever came of it leaves no page behind. */
async function measureOnce(run: Run, measure: Measure, where: Where): Promise<readonly Row[]> {
  const { site, extensionDir, runs } = run;
  try {
    const tools = await openTools(where.session);
    return await measure.run({ ...where, site, extensionDir, tools, runs });
  } finally {
    await where.session.closePages();
  }
}
