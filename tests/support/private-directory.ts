/**
 * A browser's private file system (https://fs.spec.whatwg.org/), which neither Node nor jsdom has: folders and files
 * in memory. A file has its old content until what is written is closed.
 */
export function privateDirectory(): FileSystemDirectoryHandle {
  const folders = new Map<string, FileSystemDirectoryHandle>();
  const files = new Map<string, File>();
  const fileHandle = (name: string) => ({
    kind: 'file',
    name,
    getFile: async () => files.get(name),
    createWritable: async () => {
      const parts: BlobPart[] = [];
      return {
        write: async (part: BlobPart) => void parts.push(part),
        close: async () => void files.set(name, new File(parts, name)),
        abort: async () => undefined,
      };
    },
  });
  const missing = () => new DOMException('There is no such entry', 'NotFoundError');
  return {
    getDirectoryHandle: async (name: string) => {
      const folder = folders.get(name) ?? privateDirectory();
      folders.set(name, folder);
      return folder;
    },
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!files.has(name) && !create) throw missing();
      if (!files.has(name)) files.set(name, new File([], name));
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
