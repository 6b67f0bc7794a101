import type { NoteFolder } from './sync';

/** How deep folders are looked through, and how large a note may be, in bytes. */
const deepest = 12;
const largest = 2_000_000;

/** A folder that the reader chose (https://wicg.github.io/file-system-access/) as one of notes. */
export function directoryOf(root: FileSystemDirectoryHandle): NoteFolder {
  const fileAt = async (path: string, options?: FileSystemGetFileOptions) => {
    const names = path.split('/');
    const name = names.pop() ?? '';
    let directory = root;
    for (const one of names) directory = await directory.getDirectoryHandle(one);
    return directory.getFileHandle(name, options);
  };
  return {
    paths: () => pathsIn(root, '', deepest),
    read: async (path) => {
      const handle = await fileAt(path).catch(notThere);
      return (await handle?.getFile())?.text();
    },
    write: async (path, text) => {
      const writable = await (await fileAt(path, { create: true })).createWritable();
      try {
        await writable.write(text);
        await writable.close();
      } catch (error) {
        await writable.abort().catch(() => undefined);
        throw error;
      }
    },
  };
}

/** What programs keep for themselves is passed over: their files and folders begin with a dot. */
async function* pathsIn(
  directory: FileSystemDirectoryHandle,
  before: string,
  deeper: number,
): AsyncGenerator<string> {
  for await (const handle of directory.values()) {
    const path = `${before}${handle.name}`;
    if (handle.name.startsWith('.')) continue;
    if (handle.kind === 'directory') {
      if (deeper > 0) yield* pathsIn(handle as FileSystemDirectoryHandle, `${path}/`, deeper - 1);
    } else if (/\.md$/i.test(handle.name)) {
      const { size } = await (handle as FileSystemFileHandle).getFile();
      if (size <= largest) yield path;
    }
  }
}

function notThere(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
  throw error;
}
