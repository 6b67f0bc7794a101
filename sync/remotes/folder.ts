import type { Bytes } from '../bytes';
import { type Listed, type Remote, RemoteError, type RemoteErrorKind } from './remote';

/** What goes wrong with files (https://fs.spec.whatwg.org/, https://wicg.github.io/file-system-access/). */
const kindOfName: Readonly<Record<string, RemoteErrorKind>> = {
  NotAllowedError: 'folderNotAllowed',
  SecurityError: 'folderNotAllowed',
  QuotaExceededError: 'full',
  NoModificationAllowedError: 'locked',
  NotFoundError: 'folderAway',
  // What a drive that is away, or a file that its program has not brought down yet, ends in.
  NotReadableError: 'folderAway',
  // The browser takes the file for a dangerous one.
  AbortError: 'forbidden',
};

/** Chrome writes into a file beside the other one, and moves it over that when all is written. */
const unfinished = /\.crswap$/;

/**
 * Files in a folder of this computer that the reader chose (Chrome only), which another program brings to other devices. A
 * file has its old content, or none, until the new one is whole: that is what `createWritable` does by itself.
 */
export class FolderRemote implements Remote {
  readonly #root: FileSystemDirectoryHandle;

  constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
  }

  list(folder: string, signal: AbortSignal): Promise<readonly Listed[]> {
    return told(signal, folder, async () => {
      const directory = await this.#directory(partsOf(folder));
      if (!directory) return [];
      const found: Listed[] = [];
      for await (const handle of directory.values()) {
        signal.throwIfAborted();
        const listed = unfinished.test(handle.name) ? undefined : await listedOf(handle);
        if (listed) found.push(listed);
      }
      return found;
    });
  }

  get(path: string, signal: AbortSignal): Promise<Bytes | undefined> {
    return told(signal, path, async () => {
      const [parts, name] = split(path);
      const directory = await this.#directory(parts);
      const handle = await directory?.getFileHandle(name).catch(notThere);
      const file = await handle?.getFile().catch(notThere);
      return file && new Uint8Array(await file.arrayBuffer());
    });
  }

  put(path: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    return told(signal, path, async () => {
      const [parts, name] = split(path);
      const directory = await this.#made(parts);
      const handle = await directory.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      try {
        await writable.write(bytes);
        signal.throwIfAborted();
        await writable.close();
      } catch (error) {
        await writable.abort().catch(() => undefined);
        throw error;
      }
    });
  }

  remove(path: string, signal: AbortSignal): Promise<void> {
    return told(signal, path, async () => {
      const [parts, name] = split(path);
      const directory = await this.#directory(parts);
      await directory?.removeEntry(name).catch(notThere);
    });
  }

  makeFolder(path: string, signal: AbortSignal): Promise<void> {
    return told(signal, path, async () => void (await this.#made(partsOf(path))));
  }

  /** A folder that is there; the reader's own has to be, or the drive that it was on is gone. */
  async #directory(parts: readonly string[]): Promise<FileSystemDirectoryHandle | undefined> {
    let directory: FileSystemDirectoryHandle | undefined = this.#root;
    for (const part of parts) directory = await directory?.getDirectoryHandle(part).catch(notThere);
    if (parts.length > 0 && !directory) await this.#root.values().next();
    return directory;
  }

  async #made(parts: readonly string[]): Promise<FileSystemDirectoryHandle> {
    let directory = this.#root;
    for (const part of parts)
      directory = await directory.getDirectoryHandle(part, { create: true });
    return directory;
  }
}

async function told<Result>(
  signal: AbortSignal,
  path: string,
  work: () => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    throw new RemoteError(kindOfName[name] ?? 'badAnswer', `${path}: ${message}`, undefined, {
      cause: error,
    });
  }
}

/** Nothing where a file or a folder is missing or has gone while it was looked at. */
function notThere(error: unknown): undefined {
  if (error instanceof Error && error.name === 'NotFoundError') return undefined;
  throw error;
}

async function listedOf(handle: FileSystemHandle): Promise<Listed | undefined> {
  const { name, kind } = handle;
  if (kind === 'directory') return { name, isFolder: true };
  const file = await (handle as FileSystemFileHandle).getFile().catch(notThere);
  if (!file) return undefined;
  const { size, lastModified } = file;
  return { name, isFolder: false, size, tag: `${lastModified}-${size}`, changedAt: lastModified };
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function split(path: string): [string[], string] {
  const parts = partsOf(path);
  const name = parts.pop() ?? '';
  return [parts, name];
}
