import { wholePaper } from '../../exports/along';
import { directoryOf } from '../../exports/folder/directory';
import { type Synced, type SyncWatch, syncFolder } from '../../exports/folder/sync';
import { vault } from '../../exports/formats/vault';
import { downloadFile } from '../../lib/download';
import { readOutgoing } from '../../store/export/read';
import { savedIds } from '../../store/export/saved';

/** What is told of the work under way. */
export interface FolderWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Brings the folder up to date with every saved paper; another window waits until it is done.
 * @throws StoreError, and DOMException as the folder does.
 */
export function syncSaved(
  folder: FileSystemDirectoryHandle,
  now: number,
  { signal, onProgress }: FolderWatch,
): Promise<Synced> {
  return navigator.locks.request('offprint-folder', async () => {
    const ids = await savedIds();
    const watch: SyncWatch = { signal, onProgress: (done) => onProgress(done, ids.length) };
    onProgress(0, ids.length);
    return syncFolder(directoryOf(folder), readOutgoing(ids, { along: wholePaper }, now), watch);
  }) as Promise<Synced>;
}

/**
 * Gives the reader the same notes as a zip.
 * @returns How many.
 * @throws StoreError
 */
export async function downloadSaved(now: number): Promise<number> {
  const ids = await savedIds();
  const pieces: BlobPart[] = [];
  const papers = readOutgoing(ids, { along: wholePaper }, now);
  for await (const piece of vault.write(papers, { title: '', now })) pieces.push(piece);
  const name = `offprint-notes-${new Date(now).toISOString().slice(0, 10)}.${vault.extension}`;
  downloadFile(new Blob(pieces, { type: vault.mediaType }), name, vault.mediaType);
  return ids.length;
}
