import {
  type AsyncFlateStreamHandler,
  Gunzip,
  inflateSync,
  Unzip,
  type UnzipDecoder,
  type UnzipFile,
  UnzipInflate,
} from 'fflate';
import { pause } from '../../lib/slices';
import { most } from './limits';
import { mayHoldPapers } from './wanted';

/** A file out of an archive. */
export interface Unpacked {
  /** With the folders it lies in; a mere label, which is never used as a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
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
    return joined(this.parts, this.length);
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * Unpacks a gzip file, bit by bit, so that a bomb is found out before it goes off. Of one that is cut off, what
 * stands before the cut is given.
 * @param atMost How many bytes may come out.
 * @throws ArchiveError
 */
export async function gunzip(
  bytes: Uint8Array,
  atMost: number = most.unpacked,
): Promise<Uint8Array> {
  const basket = new Basket();
  const stream = new Gunzip((part) => basket.add(part, atMost));
  await feed(
    bytes,
    (part, isLast) => stream.push(part, isLast),
    () => basket.length > 0,
  );
  return basket.whole();
}

/**
 * Unpacks the files of a zip that may hold papers, one by one; see `mayHoldPapers`.
 * @param atMost How many bytes may come out.
 * @throws ArchiveError
 */
export async function unzip(
  bytes: Uint8Array,
  atMost: number = most.unpacked,
): Promise<Unpacked[]> {
  const files: Unpacked[] = [];
  let total = 0;
  const take = (file: UnzipFile): void => {
    if (!mayHoldPapers(file.name) || files.length >= most.files) return;
    const basket = new Basket();
    file.ondata = (error, part, isLast) => {
      if (error) throw error instanceof ArchiveError ? error : new ArchiveError('damagedArchive');
      basket.add(part, atMost - total);
      if (!isLast) return;
      total += basket.length;
      files.push({ name: file.name, bytes: basket.whole() });
    };
    file.start();
  };
  const stream = new Unzip(take);
  stream.register(Inflating);
  await feed(
    bytes,
    (part, isLast) => stream.push(part, isLast),
    () => files.length > 0,
  );
  return files;
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
      bytes = inflateSync(joined(this.#held, this.#length));
    } catch (error) {
      this.ondata(error as never, bytes, true);
      return;
    }
    this.ondata(null, bytes, true);
  }
}

/** Hands bytes over in pieces; a failure counts as the end where something has come out before. */
async function feed(
  bytes: Uint8Array,
  push: (part: Uint8Array, isLast: boolean) => void,
  hasAny: () => boolean,
): Promise<void> {
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
      if (hasAny()) return;
      throw new ArchiveError('damagedArchive');
    }
  }
}
