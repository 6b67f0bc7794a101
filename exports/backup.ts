import { linesOf } from './backup-file/lines';
import { openBackupFile } from './backup-file/open';

/** The format's name and version, in the first line of every file; docs/formats.md describes it. */
export const backupFormat = { format: 'offprint-backup', version: 3 } as const;

/** How much a backup holds, as its first line says. */
export interface BackupCounts {
  readonly papers: number;
  readonly notes: number;
}

/** Some records of one of a backup's lists; those of a list come one after the other. */
export interface BackupPage {
  /** Of the list. */
  readonly name: string;
  readonly records: readonly object[];
}

/** What is written, and of what. */
export interface BackupSource {
  /** Begins to read; the pages are read at once, without waiting for anything between two. */
  read(): Promise<BackupPages> | BackupPages;
  /** The version of the extension. */
  readonly app: string;
  /** When, as an ISO instant. */
  readonly created: string;
}

/** What goes into a backup, page by page. */
export interface BackupPages {
  readonly counts: BackupCounts;
  readonly pages: AsyncIterable<BackupPage> | Iterable<BackupPage>;
}

/** A backup as a file. */
export interface BackupFile {
  readonly counts: BackupCounts;
  readonly blob: Blob;
  /** Of its records alone: equal for two backups of the same content. In hexadecimal digits. */
  readonly sha256: string;
}

/** What a file of this kind is called, without its name. */
export const backupExtension = 'jsonl.gz';

/**
 * Writes a backup: a line of JSON that says what it is, a line for each record, and one with their number and the
 * SHA-256 of all of theirs; compressed (RFC 1952), beside what reads it where the browser can do that. The browser keeps the parts outside
 * of the page's memory.
 * @throws What reading does, and what the browser does where it cannot compress.
 */
export async function backupFile({ read, app, created }: BackupSource): Promise<BackupFile> {
  const file = await openBackupFile();
  try {
    const { counts, pages } = await read();
    file.begin(`${JSON.stringify({ ...backupFormat, app, created, counts })}\n`);
    // A transaction ends when its pages wait for anything else, so that what is written is not waited for.
    for await (const page of pages) {
      const { length } = page.records;
      if (length > 0) file.add(linesOf(page.name, page.records), length);
    }
    return { counts, ...(await file.end()) };
  } finally {
    file.close();
  }
}
