import type { Row } from './result';

const heads = ['', 'papers', 'ms', 'bare ms', 'ratio', 'goal', ''];

/** The rows as a plain table, one line each. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    row.papers.toLocaleString('en'),
    row.ms.toFixed(1),
    row.bareMs.toFixed(1),
    row.ratio.toFixed(2),
    row.goal,
    row.met ? 'met' : 'MISSED',
  ]);
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...cells.map((line) => line[at]?.length ?? 0)),
  );
  const isNumber = (at: number) => at > 0 && at < 5;
  const pad = (text: string, at: number) =>
    isNumber(at) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  return [heads, ...cells].map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}
