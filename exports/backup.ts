import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { GzipFile } from '../lib/gzip-file';
import { canonical } from '../papers/words/stamp';

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
  readonly counts: BackupCounts;
  readonly pages: AsyncIterable<BackupPage> | Iterable<BackupPage>;
  /** The version of the extension. */
  readonly app: string;
  /** When, as an ISO instant. */
  readonly created: string;
}

/** A backup as a file. */
export interface BackupFile {
  readonly blob: Blob;
  /** Of its records alone: equal for two backups of the same content. In hexadecimal digits. */
  readonly sha256: string;
}

/** What a file of this kind is called, without its name. */
export const backupExtension = 'jsonl.gz';

/**
 * Writes a backup: a line of JSON that says what it is, a line for each record, and one with their number and the
 * SHA-256 of all of theirs; compressed (RFC 1952). The browser keeps the parts outside of the page's memory.
 */
export async function backupFile(source: BackupSource): Promise<BackupFile> {
  let sha256 = '';
  const file = new GzipFile();
  // A transaction ends when its pages wait for anything else, so that what is compressed is not waited for.
  for await (const piece of backupLines(source, (digest) => {
    sha256 = digest;
  }))
    file.add(piece);
  return { blob: await file.end('application/gzip'), sha256 };
}

/**
 * The same in UTF-8, uncompressed and piece by piece.
 * @param onHash Is told the hash at the end.
 */
export async function* backupLines(
  { counts, pages, app, created }: BackupSource,
  onHash: (digest: string) => void = () => undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${JSON.stringify({ ...backupFormat, app, created, counts })}\n`);
  const hash = sha256.create();
  let records = 0;
  for await (const page of pages) {
    const name = JSON.stringify(page.name);
    const lines = page.records.map((record) => `{${name}:${canonical(record)}}\n`);
    if (lines.length === 0) continue;
    const piece = encoder.encode(lines.join(''));
    hash.update(piece);
    records += lines.length;
    yield piece;
  }
  const digest = bytesToHex(hash.digest());
  onHash(digest);
  yield encoder.encode(`${JSON.stringify({ end: true, records, sha256: digest })}\n`);
}
