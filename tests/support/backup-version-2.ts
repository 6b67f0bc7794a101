import type { PaperDetails, PaperRecord } from '../../papers/record';

/** Everything a backup holds; the same shape as `Contents` of store/backup/contents.ts. */
interface BackupContents {
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
const backupFormat = { format: 'offprint-backup', version: 2 } as const;

/**
 * Writes everything as version 2 did, as one JSON document with a record a line, so that two backups can be compared
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

function headOf(counts: object, app: string, created: string): string {
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
