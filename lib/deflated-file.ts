import { Deflate } from 'pako';
import { BlobParts } from './blob-parts';
import { Crc32 } from './crc32';
import { joined } from './joined';

/**
 * Of 9: a fifth more bytes than the browser's own stream makes, in less than half its time; that one has no choice of it.
 * Of zlib, since what fflate compresses piece by piece does not always come back; see docs/decisions/0037-fast-in-and-out.md.
 */
const level = 1;

type Bytes = Uint8Array<ArrayBuffer>;

/** To end with a whole byte and no last block (zlib's manual, `Z_SYNC_FLUSH`). */
const openEnd = 2;

/** Compresses a piece so that what comes before and after it may be compressed elsewhere. */
export function deflated(bytes: Uint8Array): Bytes {
  const parts: Uint8Array[] = [];
  const stream = new Deflate({ level, raw: true });
  stream.onData = (part) => parts.push(part as Uint8Array);
  stream.push(bytes, openEnd);
  return joined(parts);
}

/** A header without a name or a time (RFC 1952, 2.3), and a last block with nothing in it (RFC 1951, 3.2.3). */
const [header, lastBlock] = [
  [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff],
  [3, 0],
];

/** A compressed file of pieces that were compressed by themselves, wherever that was. */
export class DeflatedFile {
  readonly #file = new BlobParts();
  readonly #crc = new Crc32();
  #length = 0;

  constructor() {
    this.#file.add(Uint8Array.from(header));
  }

  /** Counts what a piece was before it was compressed, in the order of the file. */
  count(piece: Uint8Array): void {
    this.#crc.add(piece);
    this.#length += piece.length;
  }

  /** Adds a piece as `deflated` made it, in the order of the file. */
  add(piece: Bytes): void {
    this.#file.add(piece);
  }

  /** The file, with everything that was added. */
  end(type: string): Blob {
    const end = new DataView(new ArrayBuffer(8));
    end.setUint32(0, this.#crc.sum, true);
    end.setUint32(4, this.#length % 2 ** 32, true);
    this.#file.add(Uint8Array.from(lastBlock));
    this.#file.add(new Uint8Array(end.buffer));
    return this.#file.whole(type);
  }
}
