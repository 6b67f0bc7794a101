import { launch } from '../../tests/e2e/harness/launch';
import { type Site, startSite } from '../../tests/e2e/harness/site';
import { fillLibrary } from '../library/fill';
import { backup, restoring } from './backup';
import { bulk } from './bulk';
import { controls } from './controls';
import { deck } from './deck';
import { duplicates } from './duplicates';
import { exporting } from './exporting';
import { withOneWordPage } from './extension';
import { imports } from './imports';
import { library, memory, statistics } from './library';
import { listing } from './listing';
import { type Bench, type Measure, openTools } from './measure';
import { parts } from './parts';
import { TooLate, within } from './patience';
import { popup } from './popup';
import { ranking } from './ranking';
import { largest, type Row } from './result';
import { coldSave, save, wakeUp } from './save';
import { scanning } from './scan';
import { scrolling } from './scrolling';
import { badge, inLibrary, note, searching } from './store';
import { sync } from './sync';
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
  /** Whether, instead, it is said what some lines are made of. */
  readonly parts?: boolean;
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
  duplicates,
  note,
  inLibrary,
  badge,
  save,
  coldSave,
  wakeUp,
  controls,
  listing,
  scanning,
  deck,
  bulk,
  imports,
  backup,
  restoring,
  exporting,
  sync,
  years,
  ranking,
];

/** Says what lines are made of; it has no goals, and so no rows. */
function partsMeasure({ say }: BenchOptions): Measure {
  const run = async (bench: Bench) => {
    for (const line of await parts(bench)) say(`  ${line}`);
    return [];
  };
  return { title: 'parts', sizes: [20_000], run };
}

interface Run extends BenchOptions {
  readonly site: Site;
  readonly extensionDir: string;
  readonly rows: Row[];
  readonly failures: string[];
}

/** Measures everything, in one browser and on one fresh profile for each size of the list. */
export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const all = options.parts ? [partsMeasure(options)] : measures;
  const wanted = all.filter(
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

/** How long filling the list and each measure may take on a busy machine, in ms, and closing a browser; the others go on then. */
const [patience, patienceToClose] = [15 * 60_000, 60_000];

/** Measures at one size. What hangs takes its browser with it, and the next one is filled anew. */
async function runAt(run: Run, papers: number, due: readonly Measure[]): Promise<string> {
  const { site, extensionDir } = run;
  let version = '';
  for (let left = due; left.length > 0; ) {
    const { session, dispose } = await launch('chromium', { site, extensionDir });
    try {
      version = await session.browser.version();
      await fill(run, { session, papers });
      left = await measureAll(run, left, { session, papers });
      if (!left.length) run.failures.push(...(await session.problems()));
    } finally {
      await within(patienceToClose, 'closing the browser', dispose()).catch(() => session.kill());
    }
  }
  return version;
}

async function fill({ say }: Run, { session, papers }: Where): Promise<void> {
  const start = performance.now();
  const filled = fillLibrary(session, { seed: 20_260_327, count: papers });
  await within(patience, `making ${papers} papers`, filled);
  say(`${papers} papers made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** @returns Those that were not come to, since one before them hangs. */
async function measureAll(
  run: Run,
  due: readonly Measure[],
  where: Where,
): Promise<readonly Measure[]> {
  for (const [at, measure] of due.entries()) {
    run.say(`measuring: ${measure.title}`);
    const began = performance.now();
    const isDone = await tryMeasure(run, measure, where);
    run.say(`  in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    if (!isDone) return due.slice(at + 1);
  }
  return [];
}

/** How often something is measured before it counts as failed: a busy machine may break a run. */
const tries = 2;

type Where = Pick<Bench, 'session' | 'papers'>;

/** @returns False when it hangs, and the browser with it. */
async function tryMeasure(run: Run, measure: Measure, where: Where): Promise<boolean> {
  for (let left = tries - 1; left >= 0; left -= 1) {
    try {
      const rows = await within(patience, measure.title, measureOnce(run, measure, where));
      run.rows.push(...rows);
      for (const row of rows) run.say(`  ${row.name}: ${row.ms} / ${row.bareMs}, ${row.goal}`);
      return true;
    } catch (error) {
      const hangs = error instanceof TooLate;
      if (left > 0 && !hangs) run.say(`  once more: ${reasonOf(error)}`);
      else run.failures.push(`${measure.title} at ${where.papers} papers: ${reasonOf(error)}`);
      if (hangs) return false;
    }
  }
  return true;
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
