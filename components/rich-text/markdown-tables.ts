import type { Tokenizer, Tokens } from 'marked';
import { tableCells } from './table-cells';

type Align = Tokens.Table['align'][number];

/** Rows are filled up with empty cells to so many; without a limit, few characters could ask for millions. */
const mostFilled = 30;

function alignOf(column: string): Align {
  const sides = column.trim();
  if (/^:.*:$/.test(sides)) return 'center';
  if (sides.endsWith(':')) return 'right';
  return sides.startsWith(':') ? 'left' : null;
}

/**
 * Reads a table as marked does, with two differences: pipes in formulas and code do not part
 * cells, and a row with more cells than the head widens the table instead of losing them.
 */
export function table(this: Tokenizer, source: string): Tokens.Table | undefined {
  const [whole, head = '', line = '', body = ''] = this.rules.block.table.exec(source) ?? [];
  if (!whole || !/[:|]/.test(line)) return undefined;
  const aligns = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(alignOf);
  const names = tableCells(head, aligns.length);
  if (names.length !== aligns.length) return undefined;
  const lines = body.trim() ? body.replace(/\n[ \t]*$/, '').split('\n') : [];
  const rows = lines.map((row) => tableCells(row, aligns.length));
  const widest = rows.reduce((most, { length }) => Math.max(most, length), names.length);
  const filled = (cells: readonly string[], to: number, header: boolean) =>
    Array.from({ length: Math.max(cells.length, to) }, (_, column): Tokens.TableCell => {
      const text = cells[column] ?? '';
      return { text, tokens: this.lexer.inline(text), header, align: aligns[column] ?? null };
    });
  return {
    type: 'table',
    raw: whole.replace(/\n+$/, ''),
    header: filled(names, widest, true),
    align: aligns,
    rows: rows.map((row) => filled(row, Math.min(widest, mostFilled), false)),
  };
}
