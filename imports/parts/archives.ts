import {
  type AsyncFlateStreamHandler,
  Gunzip,
  inflateSync,
  Unzip,
  type UnzipDecoder,
  type UnzipFile,
  UnzipInflate,
} from 'fflate';
import { joined } from '../../lib/joined';
import { pause } from '../../lib/slices';
import { most } from './limits';
import { mayHoldPapers } from './wanted';

/** A file out of an archive. */
export interface Unpacked {
  /** With the folders it lies in; a mere label, which is never used as a path. */
  readonly name: string;
  /** Absent of one that is damaged, or packed in a way that is not known. */
  readonly bytes?: Uint8Array;
}

/** What was in an archive. */
export interface Archive {
  readonly files: readonly Unpacked[];
  /** That it ends too early: what stands before the cut was unpacked. */
  readonly isCut: boolean;
}

/** Why an archive was not taken. */
export class ArchiveError extends Error {
  constructor(readonly reason: 'damagedArchive' | 'archiveTooLarge') {
    super(reason);
    this.name = 'ArchiveError';
  }
}

/** How many bytes are handed over at once: they may become a thousand times as many. */
const piece = 4096;

/** Collects what comes out, and says when it is too much. */
class Basket {
  readonly parts: Uint8Array[] = [];
  length = 0;

  add(part: Uint8Array, left: number): void {
    this.length += part.length;
    if (this.length > left) throw new ArchiveError('archiveTooLarge');
    this.parts.push(part);
  }

  whole(): Uint8Array {
    return joined(this.parts);
  }
}

/**
 * Unpacks a gzip file, bit by bit, so that a bomb is found out before it goes off. Of one that is cut off, what
 * stands before the cut is given.
 * @returns The file, and whether it was cut off.
 * @param atMost How many bytes may come out.
 * @throws ArchiveError
 */
export async function gunzip(
  bytes: Uint8Array,
  atMost: number = most.unpacked,
): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  const basket = new Basket();
  const stream = new Gunzip((part) => basket.add(part, atMost));
  const isWhole = await feed(
    bytes,
    (part, isLast) => stream.push(part, isLast),
    () => basket.length > 0,
  );
  return { bytes: basket.whole(), isCut: !isWhole };
}

/**
 * Unpacks the files of a zip that may hold papers, one by one; see `mayHoldPapers`. What is wrong with one costs that one.
 * @param atMost How many bytes may come out.
 * @throws ArchiveError
 */
export async function unzip(bytes: Uint8Array, atMost: number = most.unpacked): Promise<Archive> {
  const files: Unpacked[] = [];
  let total = 0;
  let open: { readonly name: string; readonly basket: Basket } | undefined;
  const take = (file: UnzipFile): void => {
    if (!mayHoldPapers(file.name) || files.length >= most.files) return;
    const { name } = file;
    if (file.compression !== 0 && file.compression !== Inflating.compression) {
      files.push({ name });
      return;
    }
    const basket = new Basket();
    open = { name, basket };
    let isOver = false;
    file.ondata = (error, part, isLast) => {
      if (error instanceof ArchiveError) throw error;
      if (isOver) return;
      if (!error) basket.add(part, atMost - total);
      if (!error && !isLast) return;
      [isOver, open] = [true, undefined];
      total += basket.length;
      files.push(error ? { name } : { name, bytes: basket.whole() });
    };
    file.start();
  };
  const stream = new Unzip(take);
  stream.register(Inflating);
  const isWhole = await feed(
    bytes,
    (part, isLast) => stream.push(part, isLast),
    () => files.length > 0 || open !== undefined,
  );
  if (open?.basket.length) files.push({ name: open.name, bytes: open.basket.whole() });
  return { files, isCut: !isWhole || !hasDirectory(bytes) };
}

/** Whether a zip has its end, which stands before a comment of 65,535 bytes at most (APPNOTE 6.3.10, section 4.3.16). */
function hasDirectory(bytes: Uint8Array): boolean {
  const first = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= first; at -= 1)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6)
      return true;
  return false;
}

/** The largest file that is inflated at once, in bytes: they become a thousand times as many at most. */
const smallest = 16_384;

/** Inflates: fflate's own makes room of 130 kB for each file, which is most of the time that many notes take. */
class Inflating implements UnzipDecoder {
  static readonly compression = 8;
  ondata: AsyncFlateStreamHandler = () => {};
  readonly #held: Uint8Array[] = [];
  #length = 0;
  #large: UnzipInflate | undefined;

  push(data: Uint8Array, isLast: boolean): void {
    this.#length += data.length;
    if (this.#length > smallest) this.#pushLarge(data, isLast);
    else {
      this.#held.push(data);
      if (isLast) this.#inflate();
    }
  }

  #pushLarge(data: Uint8Array, isLast: boolean): void {
    if (!this.#large) {
      this.#large = new UnzipInflate();
      this.#large.ondata = (...came) => this.ondata(...came);
      for (const part of this.#held.splice(0)) this.#large.push(part, false);
    }
    this.#large.push(data, isLast);
  }

  #inflate(): void {
    let bytes = new Uint8Array();
    try {
      bytes = inflateSync(joined(this.#held));
    } catch (error) {
      this.ondata(error as never, bytes, true);
      return;
    }
    this.ondata(null, bytes, true);
  }
}

/**
 * Hands bytes over in pieces; a failure counts as the end where something has come out before.
 * @returns Whether there was none.
 */
async function feed(
  bytes: Uint8Array,
  push: (part: Uint8Array, isLast: boolean) => void,
  hasAny: () => boolean,
): Promise<boolean> {
  let until = performance.now() + 8;
  for (let at = 0; at < bytes.length; at += piece) {
    if (performance.now() >= until) {
      await pause();
      until = performance.now() + 8;
    }
    try {
      push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
    } catch (error) {
      if (error instanceof ArchiveError && error.reason === 'archiveTooLarge') throw error;
      if (hasAny()) return false;
      throw new ArchiveError('damagedArchive');
    }
  }
  return true;
}
