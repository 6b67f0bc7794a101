import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What a test makes go wrong; thrown where a file is about to be written, or read. */
export interface DiskTrouble {
  writing?: DOMException | undefined;
  reading?: DOMException | undefined;
}

/**
 * A folder on this disk as Chrome hands one to a page (https://wicg.github.io/file-system-access/): writing goes to a file
 * beside, which is moved when it is closed.
 */
export function diskDirectory(path: string, trouble: DiskTrouble = {}): FileSystemDirectoryHandle {
  const kindOf = (name: string) => {
    const isThere = existsSync(join(path, name));
    return isThere && (statSync(join(path, name)).isDirectory() ? 'directory' : 'file');
  };
  const checked = (name: string, kind: 'file' | 'directory', create: boolean) => {
    if (!existsSync(path)) throw problem('NotFoundError');
    const is = kindOf(name);
    if (is && is !== kind) throw problem('TypeMismatchError');
    if (!is && !create) throw problem('NotFoundError');
    return !is;
  };
  const handle = {
    kind: 'directory',
    name: path,
    getDirectoryHandle: async (name: string, { create = false } = {}) => {
      if (checked(name, 'directory', create)) mkdirSync(join(path, name));
      return diskDirectory(join(path, name), trouble);
    },
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (checked(name, 'file', create)) writeFileSync(join(path, name), '');
      return diskFile(join(path, name), name, trouble);
    },
    removeEntry: async (name: string) => {
      const kind = kindOf(name);
      if (!kind) throw problem('NotFoundError');
      if (kind === 'directory' && readdirSync(join(path, name)).length > 0)
        throw problem('InvalidModificationError');
      if (kind === 'directory') rmdirSync(join(path, name));
      else rmSync(join(path, name));
    },
    async *values() {
      if (!existsSync(path)) throw problem('NotFoundError');
      for (const name of readdirSync(path)) {
        const isFolder = kindOf(name) === 'directory';
        yield isFolder ? { kind: 'directory', name } : diskFile(join(path, name), name, trouble);
      }
    },
  };
  return handle as unknown as FileSystemDirectoryHandle;
}

function diskFile(path: string, name: string, trouble: DiskTrouble) {
  return {
    kind: 'file',
    name,
    getFile: async () => {
      if (trouble.reading) throw trouble.reading;
      if (!existsSync(path)) throw problem('NotFoundError');
      return new File([readFileSync(path)], name, { lastModified: statSync(path).mtimeMs });
    },
    createWritable: async () => {
      const beside = `${path}.crswap`;
      writeFileSync(beside, '');
      return {
        write: async (bytes: Uint8Array) => {
          if (trouble.writing) throw trouble.writing;
          writeFileSync(beside, bytes);
        },
        close: async () => renameSync(beside, path),
        abort: async () => rmSync(beside, { force: true }),
      };
    },
  };
}

function problem(name: string): DOMException {
  return new DOMException('as the browser says it', name);
}
