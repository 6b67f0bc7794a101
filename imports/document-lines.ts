import { type SectionName, sectionNames } from '../store/backup/sections';

/** A record of a document. */
export interface DocumentEntry {
  readonly name: SectionName;
  /** `undefined` where its line is no JSON. */
  readonly entry: unknown;
  /** Counted from one. */
  readonly line: number;
}

/** A backup of version 1 or 2 is one JSON document, which was written with a record a line. */
export interface DocumentLines {
  /** What its first line says. */
  readonly head: object;
  /** Its records as they stand. */
  readonly entries: Iterable<DocumentEntry>;
  /** Whether the document is closed. */
  readonly isWhole: boolean;
}

/**
 * Reads such a document line by line, so that what is wrong with a line, or a cut, costs that line and what follows the cut.
 * @returns `undefined` where the lines are none of such a document.
 */
export function documentLines(lines: readonly string[]): DocumentLines | undefined {
  const [first = '', ...rest] = lines;
  const head = parsed(`${first.replace(/^\uFEFF/, '').replace(/,$/, '')}}`);
  if (!isObject(head) || head.format !== 'offprint-backup') return undefined;
  while (rest.at(-1) === '') rest.pop();
  const isWhole = rest.at(-1) === '}';
  return { head, entries: entriesIn(rest, isWhole), isWhole };
}

function* entriesIn(lines: readonly string[], isWhole: boolean): Generator<DocumentEntry> {
  let open: SectionName | undefined;
  for (const [at, line] of lines.entries()) {
    const header = /^"(\w+)":\[$/.exec(line)?.[1];
    if (header !== undefined) open = sectionNames.find((name) => name === header);
    else if (/^\],?$/.test(line)) open = undefined;
    else if (open && line !== '') {
      const entry = parsed(line.replace(/,$/, ''));
      const isCut = !isWhole && at === lines.length - 1;
      if (entry !== undefined || !isCut) yield { name: open, entry, line: at + 2 };
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
