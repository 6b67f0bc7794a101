import type { Row, Spread } from './result';

/** A line beside the same line of a run before. */
export interface Compared {
  readonly name: string;
  readonly papers: number;
  /** The ratio before; absent where the line is new. */
  readonly before?: number;
  readonly now: number;
  readonly verdict: 'worse' | 'better' | 'same' | 'new';
}

/** What is compared of a line; a result written before there were spreads has none. */
export type Kept = Pick<Row, 'name' | 'papers' | 'ratio'> & { readonly spread?: Spread };

/**
 * Compares ratios, since milliseconds differ from machine to machine. A line is worse, or better, when its ratio
 * moved by more than the spread of its runs is wide, in either result.
 * @param rows What was measured now.
 * @param before The rows of a result that was written earlier; those that were not measured now are left out.
 */
export function compare(rows: readonly Row[], before: readonly Kept[]): Compared[] {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  return rows.map((row) => {
    const { name, papers, ratio: now } = row;
    const old = known.get(keyOf(row));
    if (!old) return { name, papers, now, verdict: 'new' };
    return { name, papers, before: old.ratio, now, verdict: verdictOn(row, old) };
  });
}

/** The lines of an earlier result that are not among these rows. */
export function missing(rows: readonly Kept[], before: readonly Kept[]): Kept[] {
  const known = new Set(rows.map(keyOf));
  return before.filter((row) => !known.has(keyOf(row)));
}

function verdictOn(row: Kept, old: Kept): 'worse' | 'better' | 'same' {
  const moved = row.ratio - old.ratio;
  if (Math.abs(moved) <= Math.max(widthOf(row), widthOf(old))) return 'same';
  return moved > 0 ? 'worse' : 'better';
}

function widthOf({ spread }: Kept): number {
  return spread ? spread[1] - spread[0] : 0;
}

function keyOf({ name, papers }: Kept): string {
  return `${name}\n${papers}`;
}
