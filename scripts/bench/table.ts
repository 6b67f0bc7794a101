import type { Compared } from './compare';
import type { Row } from './result';

const heads = ['', 'papers', 'ms', 'bare ms', 'ratio', 'middle half', 'goal', ''];

/**
 * The rows as a plain table, one line each.
 * @param compared What an earlier result says of the rows, in their order.
 */
export function table(rows: readonly Row[], compared?: readonly Compared[]): string {
  const cells = rows.map((row, at) => [
    row.name,
    row.papers.toLocaleString('en'),
    row.ms.toFixed(1),
    row.bareMs.toFixed(1),
    row.ratio.toFixed(2),
    row.spread.map((end) => end.toFixed(2)).join('–'),
    row.goal,
    row.met ? 'met' : 'MISSED',
    ...(compared ? [inWords(compared[at])] : []),
  ]);
  const named = compared ? [...heads, 'before'] : heads;
  const widths = named.map((head, at) =>
    Math.max(head.length, ...cells.map((line) => line[at]?.length ?? 0)),
  );
  const isNumber = (at: number) => at > 0 && at < 6;
  const pad = (text: string, at: number) =>
    isNumber(at) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  return [named, ...cells].map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

function inWords(line: Compared | undefined): string {
  if (line?.before === undefined) return 'new';
  const ratio = line.before.toFixed(2);
  return line.verdict === 'same' ? ratio : `${ratio} ${line.verdict.toUpperCase()}`;
}
