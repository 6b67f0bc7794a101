interface StoredFile {
  /** Absent where nothing was written to its end. */
  content: Blob;
}

/** What a test makes go wrong with a private file system. */
export interface Trouble {
  /** Thrown where a file is written, as by a full disk. */
  writing?: DOMException | undefined;
  /** Resolved when something begins to be written, which then never ends, as in a worker that is killed. */
  killed?: (() => void) | undefined;
}

/**
 * A browser's private file system (https://fs.spec.whatwg.org/), which neither Node nor jsdom has: folders and files
 * in memory. A file has its old content, or none, until what is written is closed.
 */
export function privateDirectory(trouble: Trouble = {}): FileSystemDirectoryHandle {
  const folders = new Map<string, FileSystemDirectoryHandle>();
  const files = new Map<string, StoredFile>();
  const fileHandle = (name: string) => ({
    kind: 'file',
    name,
    getFile: async () => new File([files.get(name)?.content ?? new Blob()], name),
    createWritable: async () => {
      const parts: BlobPart[] = [];
      return {
        write: async (part: BlobPart) => {
          if (trouble.writing) throw trouble.writing;
          if (trouble.killed) {
            trouble.killed();
            await new Promise(() => {});
          }
          parts.push(part);
        },
        close: async () => void files.set(name, { content: new Blob(parts) }),
        abort: async () => undefined,
      };
    },
  });
  const missing = () => new DOMException('There is no such entry', 'NotFoundError');
  return {
    kind: 'directory',
    getDirectoryHandle: async (name: string) => {
      const folder = folders.get(name) ?? privateDirectory(trouble);
      folders.set(name, folder);
      return folder;
    },
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!files.has(name) && !create) throw missing();
      if (!files.has(name)) files.set(name, { content: new Blob() });
      return fileHandle(name);
    },
    removeEntry: async (name: string) => {
      if (!files.delete(name)) throw missing();
    },
    async *values() {
      for (const name of [...files.keys()]) yield fileHandle(name);
    },
  } as unknown as FileSystemDirectoryHandle;
}

/**
 * Locks as a browser has them (https://w3c.github.io/web-locks/): one of a name is held at a time, but for those that are shared,
 * of which none is ever asked for beside one that is not.
 */
export function lockManager(): LockManager {
  const last = new Map<string, Promise<unknown>>();
  const held = new Set<{ readonly name: string }>();
  const request = (name: string, ...rest: readonly unknown[]) => {
    const work = rest.at(-1) as () => unknown;
    const { mode } = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    const hold = async () => {
      const lock = { name };
      held.add(lock);
      try {
        return await work();
      } finally {
        held.delete(lock);
      }
    };
    if (mode === 'shared') return hold();
    const done = (last.get(name) ?? Promise.resolve()).then(hold);
    const ended = done.catch(() => undefined);
    last.set(name, ended);
    return done;
  };
  return { request, query: async () => ({ held: [...held], pending: [] }) } as LockManager;
}

/**
 * Gives Node what of a browser backups are kept with, empty.
 * @param trouble May be changed later.
 * @returns Its folders, and what ends a lock whose holder was killed.
 */
export function usePrivateDirectory(trouble: Trouble = {}): FileSystemDirectoryHandle {
  const directory = privateDirectory(trouble);
  const define = (name: string, value: unknown) =>
    Object.defineProperty(navigator, name, { configurable: true, value });
  define('storage', { getDirectory: async () => directory });
  define('locks', lockManager());
  return directory;
}
