import { Gunzip } from 'fflate';
import { joined } from '../lib/joined';
import { Pauses } from '../lib/slices';

/** A line of a file. */
export interface Line {
  /** Without its end. */
  readonly text: string;
  /** With it. */
  readonly bytes: Uint8Array;
  /** False of a last line that nothing ends. */
  readonly isEnded: boolean;
}

/** The longest line that is looked at, in bytes: far more than a paper with everything has. */
const longestLine = 32_000_000;

/**
 * The lines of a file in UTF-8, compressed (RFC 1952) or not. Of a compressed one that was cut off it gives what
 * stands before the cut.
 */
export async function* linesIn(file: Blob): AsyncGenerator<Line, undefined> {
  const decoder = new TextDecoder();
  let rest: Uint8Array[] = [];
  let length = 0;
  const line = (end: Uint8Array, isEnded: boolean): Line => {
    const bytes = rest.length ? joined([...rest, end]) : end;
    rest = [];
    length = 0;
    return { text: withoutEnd(decoder.decode(bytes)), bytes, isEnded };
  };
  for await (const piece of unzipped(file)) {
    let from = 0;
    for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, from)) {
      yield line(piece.subarray(from, at + 1), true);
      from = at + 1;
    }
    if (from < piece.length) rest.push(piece.subarray(from));
    length += piece.length - from;
    if (length > longestLine) return undefined;
  }
  if (rest.length) yield line(new Uint8Array(), false);
  return undefined;
}

const lineFeed = 10;

function withoutEnd(line: string): string {
  if (!line.endsWith('\n')) return line;
  return line.slice(0, line.endsWith('\r\n') ? -2 : -1);
}

/**
 * The bytes of a file. The browser's own stream is several times as fast, and drops what it had read when it comes upon the
 * cut: then the file is read once more by one that does not, from where the first one ended.
 */
async function* unzipped(file: Blob): AsyncGenerator<Uint8Array> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (start[0] !== 0x1f || start[1] !== 0x8b) {
    for await (const piece of piecesOf(file)) yield piece;
    return;
  }
  let given = 0;
  try {
    const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      yield next.value;
      given += next.value.length;
    }
    return;
  } catch {
    // Told apart by what the other one finds.
  }
  for await (const piece of unzippedToTheCut(file)) {
    if (piece.length > given) yield piece.subarray(given);
    given = Math.max(0, given - piece.length);
  }
}

async function* unzippedToTheCut(file: Blob): AsyncGenerator<Uint8Array> {
  const found: Uint8Array[] = [];
  const gunzip = new Gunzip((piece) => found.push(piece));
  const pauses = new Pauses();
  for await (const piece of piecesOf(file))
    for (let at = 0; at < piece.length; at += fewBytes) {
      const isDamaged = !pushed(gunzip, piece.subarray(at, at + fewBytes));
      yield* found.splice(0);
      if (isDamaged) return;
      await pauses.due();
    }
}

/** How much is unpacked at once, in bytes: they may become a thousand times as many. */
const fewBytes = 4096;

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += pieceSize)
    yield new Uint8Array(await file.slice(at, at + pieceSize).arrayBuffer());
}

/** How much is taken from a file at once, in bytes. */
const pieceSize = 262_144;

/** False of bytes that are no compressed data; what stood before them has been given. */
function pushed(gunzip: Gunzip, piece: Uint8Array): boolean {
  try {
    gunzip.push(piece);
    return true;
  } catch {
    return false;
  }
}
