/** What one run took, and what the least that could do the same took in the same run. */
export interface Sample {
  readonly ms: number;
  readonly bareMs: number;
}

/** How much more than the bare limit is allowed. */
export type Goal =
  | { readonly times: number }
  | { readonly plusMs: number }
  | { readonly mostMs: number }
  | { readonly mostMB: number }
  | { readonly mostKB: number }
  | { readonly mostRequests: number };

/** The lower and the upper quartile. */
export type Spread = readonly [low: number, high: number];

/** From this many papers on, twice a ratio is allowed. */
export const largest = 100_000;

/** One line of the result; of memory and of what goes to a storage, the figures are what their goal is in. */
export interface Row {
  readonly name: string;
  /** How many papers the store held. */
  readonly papers: number;
  readonly ms: number;
  readonly bareMs: number;
  readonly ratio: number;
  /** Between these lies the middle half of the ratios of all runs. */
  readonly spread: Spread;
  readonly goal: string;
  readonly met: boolean;
}

/** The fewest runs that a median is taken of. */
export const leastRuns = 5;
/** The same of what takes seconds a run, which moves less from run to run and would make the benchmark long. */
export const runsOfSeconds = 3;

/**
 * Sums runs up by their medians.
 * @param of Another way to make one figure of those of all runs.
 * @throws Error when there are too few, or when one of them measured nothing.
 */
export function summarize(
  name: string,
  papers: number,
  samples: readonly Sample[],
  goal: Goal,
  of: (values: readonly number[]) => number = median,
): Row {
  if (samples.length < runsOfSeconds) throw new Error(`${name}: only ${samples.length} runs`);
  const ms = of(samples.map((sample) => sample.ms));
  const bareMs = median(samples.map((sample) => sample.bareMs));
  const held = goalAt(papers, goal);
  if (!(ms > 0 && bareMs > 0)) throw new Error(`${name}: measured ${ms} ms against ${bareMs} ms`);
  return {
    name,
    papers,
    ms: rounded(ms),
    bareMs: rounded(bareMs),
    ratio: rounded(ms / bareMs),
    spread: spreadOf(samples, bareMs, of),
    goal: inWords(held),
    met: ms <= allowed(held, bareMs),
  };
}

function goalAt(papers: number, goal: Goal): Goal {
  return papers >= largest && 'times' in goal ? { times: 2 * goal.times } : goal;
}

/** What is made of all runs, as `p95` is, has no ratio for each: there, the quarters of the runs are compared. */
function spreadOf(
  samples: readonly Sample[],
  bareMs: number,
  of: (values: readonly number[]) => number,
): Spread {
  const ratios =
    of === median
      ? samples.map((sample) => sample.ms / sample.bareMs)
      : quarters(samples.map(({ ms }) => ms)).map((part) => of(part) / bareMs);
  return [rounded(percentile(0.25)(ratios)), rounded(percentile(0.75)(ratios))];
}

/** Four parts, in the order of the runs. */
function quarters(values: readonly number[]): number[][] {
  const at = (part: number) => Math.round((values.length * part) / 4);
  return [0, 1, 2, 3].map((part) => values.slice(at(part), at(part + 1)));
}

/** The value in the middle, or between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)];
  return ((sorted[low] ?? Number.NaN) + (sorted[high] ?? Number.NaN)) / 2;
}

/** Gives the value that a part of all values, from 0 to 1, does not exceed. */
export function percentile(part: number): (values: readonly number[]) => number {
  return (values) => {
    const sorted = values.toSorted((one, other) => one - other);
    return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
  };
}

function allowed(goal: Goal, bareMs: number): number {
  if ('mostMB' in goal) return goal.mostMB;
  if ('mostKB' in goal) return goal.mostKB;
  if ('mostRequests' in goal) return goal.mostRequests;
  if ('times' in goal) return bareMs * goal.times;
  return 'plusMs' in goal ? bareMs + goal.plusMs : goal.mostMs;
}

function inWords(goal: Goal): string {
  if ('mostMB' in goal) return `${goal.mostMB} MB`;
  if ('mostKB' in goal) return `${goal.mostKB} kB`;
  if ('mostRequests' in goal) return `${goal.mostRequests} requests`;
  if ('times' in goal) return `${goal.times} × bare`;
  return 'plusMs' in goal ? `bare + ${goal.plusMs} ms` : `${goal.mostMs} ms`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
