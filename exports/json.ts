import type { PaperDetails, PaperRecord } from '../papers/record';

/** Everything a backup holds; the same shape as `Contents` of store/backup/contents.ts. */
export interface BackupContents {
  readonly papers: readonly PaperRecord[];
  readonly details: readonly PaperDetails[];
  readonly notes: readonly object[];
  readonly lists: readonly object[];
  /** What was said of the hues of tags. */
  readonly tags: readonly object[];
  readonly rules: readonly object[];
  readonly tombstones: readonly object[];
  readonly decisions: readonly object[];
  readonly past: readonly object[];
}

/** The format's name and version, in the first line of every file. */
export const backupFormat = { format: 'offprint-backup', version: 2 } as const;

/**
 * Writes everything as one JSON document with a record a line, so that two backups can be compared
 * by any tool that compares lines.
 * @param app The version of the extension.
 * @param created When, as an ISO instant.
 */
export function exportJson(contents: BackupContents, app: string, created: string): string {
  const { papers, details, notes, lists, tags, rules, tombstones, decisions, past } = contents;
  const head = headOf({ papers: papers.length, notes: notes.length }, app, created);
  const sections = { papers, details, notes, lists, tags, rules, tombstones, decisions, past };
  const parts = Object.entries(sections).map(
    ([name, records]) => `"${name}":[\n${linesOf(records)}\n]`,
  );
  return `${head},\n${parts.join(',\n')}\n}\n`;
}

/** How much a backup holds, as its first line says. */
export interface BackupCounts {
  readonly papers: number;
  readonly notes: number;
}

/** Some records of one of a backup's lists; those of a list come one after the other. */
export interface BackupPage {
  readonly name: keyof BackupContents;
  readonly records: readonly object[];
}

/**
 * Writes the same document piece by piece, so that it need not be held whole.
 * @param pages Of every list at least one, in the order of `exportJson`.
 */
export async function* jsonChunks(
  counts: BackupCounts,
  pages: AsyncIterable<BackupPage>,
  app: string,
  created: string,
): AsyncGenerator<string> {
  yield headOf(counts, app, created);
  let open: string | undefined;
  let isEmpty = true;
  for await (const { name, records } of pages) {
    const isNext = name !== open;
    const start = isNext ? `${open === undefined ? '' : '\n]'},\n"${name}":[\n` : '';
    isEmpty = isNext || isEmpty;
    yield `${start}${isEmpty || !records.length ? '' : ',\n'}${linesOf(records)}`;
    isEmpty &&= records.length === 0;
    open = name;
  }
  yield '\n]\n}\n';
}

/**
 * Writes it into parts that the browser holds outside of the page's memory, on disk where there are many of
 * them; each piece is handed over as soon as it is written.
 */
export async function jsonFile(
  counts: BackupCounts,
  pages: AsyncIterable<BackupPage>,
  app: string,
  created: string,
): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const chunk of jsonChunks(counts, pages, app, created)) parts.push(new Blob([chunk]));
  return new Blob(parts);
}

function headOf(counts: BackupCounts, app: string, created: string): string {
  return JSON.stringify({ ...backupFormat, app, created, counts }).slice(0, -1);
}

function linesOf(records: readonly object[]): string {
  return records.map((record) => JSON.stringify(record, inOrder)).join(',\n');
}

/** Keys in the order of the alphabet, so that the same data is the same file. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
