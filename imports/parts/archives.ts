import { Gunzip, Unzip, type UnzipFile, UnzipInflate } from 'fflate';
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
    const bytes = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
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
  stream.register(UnzipInflate);
  await feed(
    bytes,
    (part, isLast) => stream.push(part, isLast),
    () => files.length > 0,
  );
  return files;
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
