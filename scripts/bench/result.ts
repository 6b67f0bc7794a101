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
  | { readonly mostMB: number };

/** One line of the result; of memory, the figures are MB. */
export interface Row {
  readonly name: string;
  /** How many papers the store held. */
  readonly papers: number;
  readonly ms: number;
  readonly bareMs: number;
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
}

/** The fewest runs that a median is taken of. */
export const leastRuns = 5;

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
  if (samples.length < leastRuns) throw new Error(`${name}: only ${samples.length} runs`);
  const ms = of(samples.map((sample) => sample.ms));
  const bareMs = median(samples.map((sample) => sample.bareMs));
  if (!(ms > 0 && bareMs > 0)) throw new Error(`${name}: measured ${ms} ms against ${bareMs} ms`);
  return {
    name,
    papers,
    ms: rounded(ms),
    bareMs: rounded(bareMs),
    ratio: rounded(ms / bareMs),
    goal: inWords(goal),
    met: ms <= allowed(goal, bareMs),
  };
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
  if ('times' in goal) return bareMs * goal.times;
  return 'plusMs' in goal ? bareMs + goal.plusMs : goal.mostMs;
}

function inWords(goal: Goal): string {
  if ('mostMB' in goal) return `${goal.mostMB} MB`;
  if ('times' in goal) return `${goal.times} × bare`;
  return 'plusMs' in goal ? `bare + ${goal.plusMs} ms` : `${goal.mostMs} ms`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
