import type { Page } from 'puppeteer-core';
import type { Session } from '../../tests/e2e/harness/session';
import type { Site } from '../../tests/e2e/harness/site';
import { bundle } from '../library/bundle';
import type { BenchWindow } from './in-page';
import type { Row, Sample } from './result';

/** What every measure works with. */
export interface Bench {
  readonly session: Session;
  readonly site: Site;
  /** Where the extension lies; a page that is written there can be opened at once. */
  readonly extensionDir: string;
  /** How many papers the store was filled with. */
  readonly papers: number;
  /** A page of the extension with in-page.ts evaluated in it. */
  readonly tools: Page;
  readonly runs: number;
}

/** Something that is measured. */
export interface Measure {
  readonly title: string;
  /** The sizes of the list that it is measured at, unless others are asked for. */
  readonly sizes: readonly number[];
  /** Whether it is measured at the largest list as well, where growth is asked for. */
  readonly grows?: boolean;
  run(bench: Bench): Promise<readonly Row[]>;
}

/** Lets what a run has set off come to rest. */
export function rest(ms = 150): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Runs the costly and the bare way in turns, so that a busy moment of the machine hits both. */
export async function inTurns(
  runs: number,
  costly: (run: number) => Promise<number>,
  bare: (run: number) => Promise<number>,
  warmUps = 2,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let run = 0; run < runs + warmUps; run += 1) {
    const ms = await costly(run);
    await rest();
    const bareMs = await bare(run);
    await rest();
    if (run >= warmUps) samples.push({ ms, bareMs });
  }
  return samples;
}

/** What several ways of doing the same took, by the way's name, in the order of the runs. */
export type Turns<Way extends string> = Readonly<Record<Way, number[]>>;

/** Goes several ways in turns; see `inTurns`. */
export async function turns<Way extends string>(
  runs: number,
  ways: Readonly<Record<Way, (run: number) => Promise<number>>>,
  warmUps = 2,
): Promise<Turns<Way>> {
  const names = Object.keys(ways) as Way[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Turns<Way>;
  for (let run = 0; run < runs + warmUps; run += 1) {
    for (const name of names) {
      const ms = await ways[name](run);
      if (run >= warmUps) taken[name].push(ms);
      await rest();
    }
  }
  return taken;
}

/** Sets what was measured beside its limit, run by run. */
export function beside(ms: readonly number[], bareMs: readonly number[]): Sample[] {
  return ms.map((value, at) => ({ ms: value, bareMs: bareMs[at] ?? Number.NaN }));
}

type Tools = BenchWindow['offprintBench'];
type Given<Name extends keyof Tools> = Parameters<Tools[Name]>[0];
type Answer<Name extends keyof Tools> =
  ReturnType<Tools[Name]> extends Promise<infer Value> ? Value : never;

/** What a tool of in-page.ts may take on a busy machine, in ms. */
const patience = 600_000;

/**
 * A tool of in-page.ts, to be called from here; most resolve to the ms that they took. It is asked after, since
 * the browser's protocol gives up on one long call.
 */
export function tool<Name extends keyof Tools>(
  { tools }: Pick<Bench, 'tools'>,
  name: Name,
): (given: Given<Name>) => Promise<Answer<Name>> {
  return async (given) => {
    const end = Date.now() + patience;
    await tools.evaluate(
      (wanted, argument) => {
        const { offprintBenchDriver: driver } = globalThis as unknown as BenchWindow;
        driver.begin(wanted, argument as never);
      },
      name,
      given ?? null,
    );
    while (Date.now() < end) {
      const settled = await tools.evaluate(() =>
        (globalThis as unknown as BenchWindow).offprintBenchDriver.settled(),
      );
      if (settled.length > 0) return settled[0] as Answer<Name>;
    }
    throw new Error(`${name} took more than ${patience / 60_000} minutes`);
  };
}

/** Opens a page of the extension that shows nothing, with the tools of in-page.ts in it. */
export async function openTools(session: Session): Promise<Page> {
  const page = await session.openExtensionPage('icon/16.png');
  await page.evaluate(await bundle('scripts/bench/in-page.ts'));
  return page;
}
