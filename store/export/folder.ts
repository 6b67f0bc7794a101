import { withDatabase } from '../database/with-database';

const key = 'folder';

/**
 * The folder that notes are kept in; `undefined` where the reader chose none. The browser may have to be asked anew to let it be written to.
 * @throws StoreError
 */
export async function readFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  const kept = await withDatabase((database) => database.get('profile', key));
  const isFolder = (kept as Partial<FileSystemHandle> | undefined)?.kind === 'directory';
  return isFolder ? (kept as FileSystemDirectoryHandle) : undefined;
}

/**
 * Keeps it, so that it is chosen once.
 * @throws StoreError
 */
export async function keepFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  await withDatabase((database) => database.put('profile', folder, key));
}

/**
 * Forgets it; what is in it stays.
 * @throws StoreError
 */
export async function forgetFolder(): Promise<void> {
  await withDatabase((database) => database.delete('profile', key));
}
