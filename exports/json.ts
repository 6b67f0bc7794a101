import type { PaperDetails, PaperRecord } from '../papers/record';

/** Everything a backup holds; the same shape as `Contents` of store/backup.ts. */
export interface BackupContents {
  readonly papers: readonly PaperRecord[];
  readonly details: readonly PaperDetails[];
  readonly notes: readonly object[];
  readonly lists: readonly object[];
  /** Tags with a hue. */
  readonly tags: readonly object[];
  readonly rules: readonly object[];
  readonly tombstones: readonly object[];
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
  const { papers, details, notes, lists, tags, rules, tombstones } = contents;
  const counts = { papers: papers.length, notes: notes.length };
  const head = JSON.stringify({ ...backupFormat, app, created, counts }).slice(0, -1);
  const sections = { papers, details, notes, lists, tags, rules, tombstones };
  const parts = Object.entries(sections).map(
    ([name, records]) =>
      `"${name}":[\n${records.map((record) => JSON.stringify(record, inOrder)).join(',\n')}\n]`,
  );
  return `${head},\n${parts.join(',\n')}\n}\n`;
}

/** Keys in the order of the alphabet, so that the same data is the same file. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
