import type { Bytes } from '../bytes';
import type { Listed, Remote } from './remote';

interface Kept {
  readonly bytes: Bytes;
  readonly tag: string;
}

/** A storage in memory, for tests: what the others have to do. */
export class MemoryRemote implements Remote {
  readonly files = new Map<string, Kept>();
  /** What was asked, in order, as `put d/x/s1`. */
  readonly asked: string[] = [];
  /** How many bytes were put, and got. */
  sent = 0;
  fetched = 0;
  private writes = 0;

  async list(folder: string, signal: AbortSignal): Promise<readonly Listed[]> {
    this.note('list', folder, signal);
    const start = folder === '' ? '' : `${folder}/`;
    const inside = new Map<string, Listed>();
    for (const [path, { bytes, tag }] of this.files) {
      if (!path.startsWith(start)) continue;
      const [name = '', ...rest] = path.slice(start.length).split('/');
      const isFolder = rest.length > 0;
      inside.set(name, { name, isFolder, ...(isFolder ? {} : { size: bytes.length, tag }) });
    }
    return [...inside.values()];
  }

  async get(path: string, signal: AbortSignal): Promise<Bytes | undefined> {
    this.note('get', path, signal);
    const bytes = this.files.get(path)?.bytes.slice();
    this.fetched += bytes?.length ?? 0;
    return bytes;
  }

  async put(path: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    this.note('put', path, signal);
    this.sent += bytes.length;
    this.keep(path, bytes);
  }

  async remove(path: string, signal: AbortSignal): Promise<void> {
    this.note('remove', path, signal);
    this.files.delete(path);
  }

  async makeFolder(path: string, signal: AbortSignal): Promise<void> {
    this.note('makeFolder', path, signal);
  }

  /** Writes without being asked, for faults. */
  keep(path: string, bytes: Bytes): void {
    this.writes += 1;
    this.files.set(path, { bytes: bytes.slice(), tag: String(this.writes) });
  }

  private note(method: string, path: string, signal: AbortSignal): void {
    signal.throwIfAborted();
    this.asked.push(`${method} ${path}`);
  }
}
