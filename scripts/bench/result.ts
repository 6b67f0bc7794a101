/** What one run took, and what the least that could do the same took in the same run. */
export interface Sample {
  readonly ms: number;
  readonly bareMs: number;
}

/** How much more than the bare limit is allowed. */
export type Goal =
  | { readonly times: number }
  | { readonly plusMs: number }
  | { readonly mostMs: number };

/** One line of the result. */
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
 * @throws Error when there are too few, or when one of them measured nothing.
 */
export function summarize(
  name: string,
  papers: number,
  samples: readonly Sample[],
  goal: Goal,
): Row {
  if (samples.length < leastRuns) throw new Error(`${name}: only ${samples.length} runs`);
  const ms = median(samples.map((sample) => sample.ms));
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

function allowed(goal: Goal, bareMs: number): number {
  if ('times' in goal) return bareMs * goal.times;
  return 'plusMs' in goal ? bareMs + goal.plusMs : goal.mostMs;
}

function inWords(goal: Goal): string {
  if ('times' in goal) return `${goal.times} × bare`;
  return 'plusMs' in goal ? `bare + ${goal.plusMs} ms` : `${goal.mostMs} ms`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
