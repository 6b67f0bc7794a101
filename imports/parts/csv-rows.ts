import Papa from 'papaparse';
import { LineCounter } from './lines';

/** A row of a table. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Where it begins. */
  readonly line: number;
  /** That it is too long to be one, and was passed over. */
  readonly isTooLong?: true;
}

/** How much is read at once, and how long a row may be, in characters. */
const piece = 65_536;
const mostRow = 1_048_576;

/** Separators, as the first line has them most. */
const separators = [',', '\t', ';', '|'];

/**
 * Reads a table row by row (RFC 4180, with any of the usual separators), piece by piece, so that a long one does not
 * keep the page busy. `undefined` is a step without a row.
 */
export function* csvRows(text: string): Generator<CsvRow | undefined, void> {
  const lines = new LineCounter(text);
  const delimiter = separatorOf(text);
  let from = 0;
  for (let length = piece; from < text.length; ) {
    const isLast = from + length >= text.length;
    const { rows, ends } = parsedPiece(text.slice(from, from + length), delimiter, !isLast);
    if (rows.length === 0 && !isLast && length < mostRow) length *= 4;
    else if (rows.length === 0) {
      if (!isLast) yield { cells: [], line: lines.at(from), isTooLong: true };
      const next = isLast ? -1 : text.indexOf('\n', from + length);
      from = next < 0 ? text.length : next + 1;
      length = piece;
    } else {
      for (const [at, cells] of rows.entries())
        yield { cells, line: lines.at(from + (at === 0 ? 0 : (ends[at - 1] ?? 0)) + 1) };
      from += ends.at(-1) ?? length;
      length = piece;
    }
    yield undefined;
  }
}

function parsedPiece(input: string, delimiter: string, ignoreLastRow: boolean) {
  const rows: string[][] = [];
  const ends: number[] = [];
  const parser = new Papa.Parser({
    delimiter,
    step: ({ data, meta }) => {
      for (const row of data as string[][]) rows.push(withoutReturn(row));
      ends.push(meta.cursor);
    },
  });
  parser.parse(input, 0, ignoreLastRow);
  return { rows, ends };
}

/** Lines may end as on Windows, which the parser tells by a whole file and not by a piece. */
function withoutReturn(row: string[]): string[] {
  const last = row.at(-1);
  return last?.endsWith('\r') ? [...row.slice(0, -1), last.slice(0, -1)] : row;
}

function separatorOf(text: string): string {
  const [first = ''] = text.slice(0, 10_000).split(/\r?\n/, 1);
  const counts = separators.map((sign) => first.split(sign).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The cells of the first row, in small letters, as the columns are called. */
export function headerOf(text: string): string[] {
  const [first] = parsedPiece(text.slice(0, 20_000), separatorOf(text), false).rows;
  return (first ?? []).map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
}
