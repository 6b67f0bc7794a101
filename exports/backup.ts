import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
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
  // A transaction ends when its pages wait for anything else, so that nothing is compressed before the last of them.
  const parts: Blob[] = [];
  for await (const piece of backupLines(source, (digest) => {
    sha256 = digest;
  }))
    parts.push(new Blob([piece]));
  const zipped = new Blob(parts).stream().pipeThrough(new CompressionStream('gzip'));
  return { blob: new Blob(await partsOf(zipped), { type: 'application/gzip' }), sha256 };
}

async function partsOf(stream: ReadableStream<BlobPart>): Promise<BlobPart[]> {
  const reader = stream.getReader();
  const parts: BlobPart[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read())
    parts.push(next.value);
  return parts;
}

/**
 * The same, uncompressed and piece by piece.
 * @param onHash Is told the hash at the end.
 */
export async function* backupLines(
  { counts, pages, app, created }: BackupSource,
  onHash: (digest: string) => void = () => undefined,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ ...backupFormat, app, created, counts })}\n`;
  const hash = sha256.create();
  const encoder = new TextEncoder();
  let records = 0;
  for await (const page of pages) {
    const name = JSON.stringify(page.name);
    const lines = page.records.map((record) => `{${name}:${canonical(record)}}\n`);
    if (lines.length === 0) continue;
    const piece = lines.join('');
    hash.update(encoder.encode(piece));
    records += lines.length;
    yield piece;
  }
  const digest = bytesToHex(hash.digest());
  onHash(digest);
  yield `${JSON.stringify({ end: true, records, sha256: digest })}\n`;
}
