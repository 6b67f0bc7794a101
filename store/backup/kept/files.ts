import type { KeptBackup } from './retention';

/** Of the folder in the browser's private file system, apart from the database. */
const folderName = 'backups';
const extension = '.jsonl.gz';

/** What each file is called: when it was made, and the hash of what is in it. */
const nameOf = (at: number, hash: string) => `${at}.${hash}${extension}`;
const namePattern = /^(\d{1,16})\.([0-9a-f]{64})\.jsonl\.gz$/;
/** What is being written, where the browser keeps it beside the file that it is to become. */
const unfinishedPattern = /^\d{1,16}\.[0-9a-f]{64}\.jsonl\.gz\.crswap$/;

/** Lets one window, or the background, at a time change what is kept: the others wait until it is done. */
export function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request('offprint-backups', work) as Promise<Result>;
}

/**
 * The backups that are kept, newest first. One whose writing was cut short is an empty file, which is none. What else
 * may lie in their folder is left alone.
 * @throws DOMException where the browser has no private file system to give, as in private windows of Firefox.
 */
export async function keptBackups(): Promise<KeptBackup[]> {
  const found: KeptBackup[] = [];
  for await (const handle of (await folder()).values()) {
    const [, at, hash] = namePattern.exec(handle.name) ?? [];
    if (handle.kind !== 'file' || at === undefined || hash === undefined) continue;
    const { size } = await (handle as FileSystemFileHandle).getFile();
    if (size > 0) found.push({ name: handle.name, at: Number(at), size, hash });
  }
  return found.sort((one, other) => other.at - one.at);
}

/**
 * Keeps a backup: it is there whole, or not at all, since a browser puts a file in its place when it is closed
 * (https://fs.spec.whatwg.org/#api-filesystemwritablefilestream).
 * @param at When it was made, in ms.
 * @throws DOMException as `keptBackups` does, and where the disk is full.
 */
export async function putBackup(at: number, hash: string, blob: Blob): Promise<KeptBackup> {
  const name = nameOf(at, hash);
  const handle = await (await folder()).getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  try {
    await writable.write(blob);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    await dropBackup(name);
    throw error;
  }
  return { name, at, size: blob.size, hash };
}

/**
 * Takes away what is left of backups whose writing was cut short, by a worker or a browser that was ended. To be done
 * `alone`, when none is being written.
 */
export async function dropUnfinished(): Promise<void> {
  const unfinished: string[] = [];
  for await (const handle of (await folder()).values()) {
    if (handle.kind !== 'file') continue;
    const isEmpty = async () => (await (handle as FileSystemFileHandle).getFile()).size === 0;
    const isLeft = unfinishedPattern.test(handle.name);
    if (isLeft || (namePattern.test(handle.name) && (await isEmpty())))
      unfinished.push(handle.name);
  }
  for (const name of unfinished) await dropBackup(name);
}

/** The file of a backup; `undefined` where it is there no longer. */
export async function fileOf(name: string): Promise<File | undefined> {
  const handle = await (await folder()).getFileHandle(name).catch(notThere);
  return handle?.getFile();
}

/** Whether a backup is there and can be unpacked to its end, where its checksum stands (RFC 1952). */
export async function isSound(name: string): Promise<boolean> {
  const file = await fileOf(name);
  if (!file) return false;
  try {
    const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    while (!(await reader.read()).done);
    return true;
  } catch {
    return false;
  }
}

/** Deletes a backup; one that is not there is none. */
export async function dropBackup(name: string): Promise<void> {
  await (await folder()).removeEntry(name).catch(notThere);
}

function notThere(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
  throw error;
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });
}
