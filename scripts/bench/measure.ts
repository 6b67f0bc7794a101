import type { Page } from 'puppeteer-core';
import type { Session } from '../../tests/e2e/harness/session';
import type { Site } from '../../tests/e2e/harness/site';
import type { BenchWindow } from './in-page';
import type { Row, Sample } from './result';

/** What every measure works with. */
export interface Bench {
  readonly session: Session;
  readonly site: Site;
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

type Tool = Exclude<keyof BenchWindow['offprintBench'], 'keys'>;

/** A tool of in-page.ts, to be called from here; resolves to the ms that it took. */
export function tool({ tools }: Bench, name: Tool): (run: number) => Promise<number> {
  return (run) =>
    tools.evaluate(
      (wanted, at) => (globalThis as unknown as BenchWindow).offprintBench[wanted](at),
      name,
      run,
    );
}
