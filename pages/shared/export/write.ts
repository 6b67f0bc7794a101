import type { Along } from '../../../exports/along';
import { backupExtension, backupFile } from '../../../exports/backup';
import type { ExportFormat } from '../../../exports/format';
import { exportFormats } from '../../../exports/formats';
import { BlobParts } from '../../../lib/blob-parts';
import { browser } from '../../../lib/browser';
import type { PaperId } from '../../../papers/paper';
import { readInPages } from '../../../store/backup/contents';
import { readOutgoing } from '../../../store/export/read';

/** What is to be written. */
export interface Taking {
  readonly ids: readonly PaperId[];
  readonly format: FileFormat;
  readonly along: Along;
  readonly keyPattern: string;
  /** Of the list, for formats that have one. */
  readonly title: string;
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** What papers can be taken along as: one of the formats, or a backup. */
export type FileFormat = Pick<
  ExportFormat,
  'id' | 'extension' | 'mediaType' | 'carries' | 'hasKeys'
> & {
  /** Absent of the backup, which has a way of its own. */
  readonly write?: ExportFormat['write'];
};

const backup: FileFormat = {
  id: 'backup',
  extension: backupExtension,
  mediaType: 'application/gzip',
  carries: [],
};

/** Everything that papers can be taken along as, in the order in which it is offered. */
export const fileFormats: readonly FileFormat[] = [...exportFormats, backup];

/** Tells whether it is a text, which can be copied. */
export function isText({ id }: FileFormat): boolean {
  return id !== 'vault' && id !== 'backup';
}

/**
 * Writes papers into a file, which the browser keeps outside of the page's memory while it grows.
 * @param now ms since the epoch.
 * @throws StoreError; what the signal was aborted with.
 */
export async function writeFile(taking: Taking, now: number): Promise<Blob> {
  const { format, ids } = taking;
  if (!format.write) return writeBackup(ids, now);
  const parts = new BlobParts();
  for await (const piece of piecesOf(taking, now)) parts.add(piece);
  return parts.whole(format.mediaType);
}

/**
 * Writes papers as one text.
 * @param now ms since the epoch.
 * @throws StoreError; what the signal was aborted with.
 */
export async function writeText(taking: Taking, now: number): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of piecesOf(taking, now))
    if (typeof piece === 'string') pieces.push(piece);
  return pieces.join('').replace(/^\uFEFF/, '');
}

/** What a file is called: `offprint-2026-11-30-12.bib`. */
export function fileNameOf({ format, ids }: Pick<Taking, 'format' | 'ids'>, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10);
  return `offprint-${day}-${ids.length}.${format.extension}`;
}

function piecesOf(
  { ids, format, along, keyPattern, title, onProgress, signal }: Taking,
  now: number,
): AsyncIterable<string | Uint8Array<ArrayBuffer>> {
  const papers = readOutgoing(
    ids,
    { along, onProgress, signal, ...(format.hasKeys ? { keyPattern } : {}) },
    now,
  );
  return format.write?.(papers, { title, now, keyPattern }) ?? noPieces();
}

async function* noPieces(): AsyncGenerator<string> {}

async function writeBackup(ids: readonly PaperId[], now: number): Promise<Blob> {
  const app = browser.runtime.getManifest().version;
  const created = new Date(now).toISOString();
  return (await backupFile({ read: () => readInPages(ids), app, created })).blob;
}
