import type { Cells } from '../parts/csv-cells';
import { dialectOf } from '../parts/csv-dialects';
import { csvRows, headerOf } from '../parts/csv-rows';
import { type Draft, entryOf } from '../parts/entry';
import type { ImportFormat, Steps } from '../types';

/**
 * Tables: Zotero's 87 columns, Raindrop's, Pocket's, Instapaper's, Offprint's own, and any with a column of titles
 * and one of ids or addresses. Excel's "Unicode text" is one with tabs.
 */
export const csv: ImportFormat = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'txt', 'tab'],
  recognises: ({ start }) => dialectOf(headerOf(start)) !== undefined,
  parse: parseCsv,
};

function* parseCsv({ text }: { readonly text: string }): Steps {
  const names = headerOf(text);
  const read = dialectOf(names);
  if (!read) return;
  let isHeader = true;
  for (const row of csvRows(text)) {
    if (!row) yield undefined;
    else if (isHeader) isHeader = false;
    else if (row.isTooLong) yield { kind: 'damaged', line: row.line, reason: 'tooLong' };
    else if (row.cells.some((cell) => cell.trim() !== '')) {
      const cells: Cells = cellsOf(names, row.cells);
      const draft: Omit<Draft, 'line'> | undefined = read(cells);
      if (draft) yield* entryOf({ line: row.line, ...draft });
      else yield { kind: 'skipped', line: row.line, reason: 'noAddress' };
    }
  }
}

/** Columns of which several of one name tell one thing together, by what stands between. */
const together: Readonly<Record<string, string>> = {
  ...{ tags: '; ', tag: '; ', keywords: '; ', keyword: '; ', author: '; ', authors: '; ' },
  ...{ note: '\n\n', notes: '\n\n' },
};

/** The cells of a row by their columns; of two columns of one name the second one is told apart by a number. */
function cellsOf(names: readonly string[], cells: readonly string[]): Cells {
  const byName = new Map<string, string>();
  for (const [at, name] of names.entries()) {
    const cell = cells[at] ?? '';
    const before = byName.get(name);
    const between = Object.hasOwn(together, name) ? together[name] : undefined;
    if (before === undefined) byName.set(name, cell);
    else if (between !== undefined) byName.set(name, [before, cell].filter(Boolean).join(between));
    else byName.set(`${name} ${at + 1}`, cell);
  }
  return byName;
}
