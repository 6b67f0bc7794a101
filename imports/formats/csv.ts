import { type Cells, dialectOf } from '../parts/csv-dialects';
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
      const cells: Cells = new Map(names.map((name, at) => [name, row.cells[at] ?? '']));
      const draft: Omit<Draft, 'line'> | undefined = read(cells);
      if (draft) yield* entryOf({ line: row.line, ...draft });
      else yield { kind: 'skipped', line: row.line, reason: 'noAddress' };
    }
  }
}
