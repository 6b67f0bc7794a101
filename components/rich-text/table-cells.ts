import { Closings, formulaAt } from './formula-at';

/** Where a span of code that begins at a place ends, by the run of backticks that closes it. */
class CodeSpans {
  /** The runs of each length that are not passed yet, the next one last. */
  readonly #runs = new Map<number, number[]>();

  constructor(readonly row: string) {
    for (const { 0: run, index } of [...row.matchAll(/`+/g)].reverse()) {
      const same = this.#runs.get(run.length);
      if (same) same.push(index);
      else this.#runs.set(run.length, [index]);
    }
  }

  endFrom(at: number): number {
    let after = at;
    while (this.row[after] === '`') after += 1;
    const runs = this.#runs.get(after - at) ?? [];
    while ((runs.at(-1) ?? after) < after) runs.pop();
    const close = runs.at(-1);
    return close === undefined ? after : close + after - at;
  }
}

/** Where what begins at a place ends: code or a formula, which may hold pipes, else one character. */
function endOf(row: string, at: number, code: CodeSpans, closings: Closings): number {
  if (row[at] === '`') return code.endFrom(at);
  if (row[at] === '$' || row.startsWith('\\(', at)) {
    const formula = formulaAt(closings, at, row.length);
    if (formula) return formula.end;
  }
  return row[at] === '\\' ? at + 2 : at + 1;
}

/** The places of the pipes that part a row. */
function pipes(row: string, isWhole: boolean): number[] {
  const code = new CodeSpans(row);
  const closings = new Closings(row);
  const found: number[] = [];
  for (let at = 0; at < row.length; ) {
    if (row[at] === '|') found.push(at);
    const step = row[at] === '\\' ? 2 : 1;
    at = isWhole ? endOf(row, at, code, closings) : at + step;
  }
  return found;
}

function cellsBetween(row: string, places: readonly number[]): string[] {
  const cells = [...places, row.length].map((place, index) =>
    row
      .slice(index === 0 ? 0 : (places[index - 1] ?? 0) + 1, place)
      .trim()
      .replace(/\\\|/g, '|'),
  );
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

/**
 * The cells of a row of a table. By GitHub's specification each pipe parts that no backslash
 * escapes; here one in a formula or in code does not, unless the row fits the table only if it
 * does. Linear in the row's length.
 * @param columns How many the table has.
 */
export function tableCells(row: string, columns: number): string[] {
  const whole = cellsBetween(row, pipes(row, true));
  if (whole.length === columns) return whole;
  const parted = cellsBetween(row, pipes(row, false));
  return parted.length === columns ? parted : whole;
}
