import type { Bytes } from '../../../sync/bytes';
import type { MemoryRemote } from '../../../sync/remotes/memory';
import { type Listed, type Remote, RemoteError } from '../../../sync/remotes/remote';

/** That a device was killed: its store and the storage keep what they had. */
export class Killed extends Error {}

/** How likely each fault is, of one call. */
export interface Faults {
  readonly cutOff: number;
  readonly lostAnswer: number;
  readonly lateFile: number;
  readonly oldListing: number;
  readonly busy: number;
}

export const noFaults: Faults = { cutOff: 0, lostAnswer: 0, lateFile: 0, oldListing: 0, busy: 0 };

/** A storage as bad as real ones: see the reports in docs/sync-format.md's sources. */
export class FaultyRemote implements Remote {
  faults: Faults = noFaults;
  /** How many bytes a file may have. */
  limit = Number.POSITIVE_INFINITY;
  /** How often each fault came. */
  readonly met: Record<keyof Faults, number> = { ...noFaults };
  /** How many files were refused for their size. */
  refused = 0;
  /** Called before and after each request: may throw, as a kill does. */
  step: () => void = () => {};
  /** Where a write is cut that a kill comes into: which part of its bytes is kept. Else by chance. */
  cutAt: number | undefined;
  private readonly listings = new Map<string, readonly Listed[]>();

  constructor(
    private readonly real: MemoryRemote,
    private readonly chance: () => number,
  ) {}

  async list(folder: string, signal: AbortSignal): Promise<readonly Listed[]> {
    this.before();
    const now = await this.real.list(folder, signal);
    const old = this.listings.get(folder);
    this.listings.set(folder, now);
    return old && this.comes('oldListing') ? old : now;
  }

  async get(path: string, signal: AbortSignal): Promise<Bytes | undefined> {
    this.before();
    const file = await this.real.get(path, signal);
    this.step();
    return this.comes('lateFile') ? undefined : file;
  }

  async put(path: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    this.before();
    if (bytes.length > this.limit) {
      this.refused += 1;
      throw new RemoteError('tooLarge', '413');
    }
    if (this.comes('cutOff')) {
      await this.real.put(path, bytes.slice(0, Math.floor(this.chance() * bytes.length)), signal);
      // Some storages say so, and some say that all went well.
      if (this.chance() < 0.5) return;
      throw new RemoteError('unreachable', 'cut off');
    }
    try {
      this.step();
    } catch (killed) {
      const length = Math.floor((this.cutAt ?? this.chance()) * bytes.length);
      await this.real.put(path, bytes.slice(0, length), signal);
      throw killed;
    }
    await this.real.put(path, bytes, signal);
    this.step();
    if (this.comes('lostAnswer')) throw new RemoteError('unreachable', 'no answer');
  }

  async remove(path: string, signal: AbortSignal): Promise<void> {
    this.before();
    await this.real.remove(path, signal);
    this.step();
  }

  async makeFolder(path: string, signal: AbortSignal): Promise<void> {
    await this.real.makeFolder(path, signal);
  }

  private comes(fault: keyof Faults): boolean {
    const isHere = this.chance() < this.faults[fault];
    if (isHere) this.met[fault] += 1;
    return isHere;
  }

  private before(): void {
    this.step();
    if (this.comes('busy')) throw new RemoteError('busy', '429', 1_000);
  }
}
