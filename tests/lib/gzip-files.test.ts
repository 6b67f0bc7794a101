import { crc32, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Crc32 } from '../../lib/crc32';
import { DeflatedFile, deflated } from '../../lib/deflated-file';
import { GzipFile } from '../../lib/gzip-file';

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

async function asBrowsersRead(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function atOnce(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<Blob> {
  const file = new GzipFile();
  for (const piece of pieces) file.add(piece);
  return file.end('application/gzip');
}

async function pieceByPiece(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<Blob> {
  const file = new DeflatedFile();
  for (const piece of pieces) {
    file.count(piece);
    file.add(deflated(piece));
  }
  return file.end('application/gzip');
}

/** Words, the same over and over, and noise, as long as what is read of a store at once and longer. */
const piece = fc
  .tuple(
    fc.constantFrom('{"papers":{"id":"arxiv:', 'λ abstract\n', 'ab', '1'),
    fc.constantFrom(0, 1, 700, 8192, 30_222),
    fc.uint8Array({ maxLength: 300 }),
    fc.nat(300),
  )
  .map(([text, times, noise, every]) => {
    const bytes = new TextEncoder().encode(text.repeat(times));
    noise.forEach((byte, at) => {
      if (at * every < bytes.length) bytes[at * every] = byte;
    });
    return bytes;
  });

it.each([
  ['at once', atOnce],
  ['piece by piece', pieceByPiece],
] as const)('compressed %s is what was added, as zlib and the browser read it', async (_, pack) => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
      const whole = Buffer.concat(pieces);
      const packed = await bytesOf(await pack(pieces));
      expect(gunzipSync(packed).equals(whole)).toBe(true);
      expect(whole.equals(await asBrowsersRead(packed))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('is the same file whenever it is made', async () => {
  const pieces = [new TextEncoder().encode('the same')];
  for (const pack of [atOnce, pieceByPiece]) {
    const made = await bytesOf(await pack(pieces));
    expect(await bytesOf(await pack(pieces))).toEqual(made);
    // No time (RFC 1952, 2.3).
    expect([...made.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  }
});

it('sums bytes up as zlib does', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (pieces) => {
      const crc = new Crc32();
      for (const one of pieces) crc.add(one);
      expect(crc.sum).toBe(crc32(Buffer.concat(pieces)));
    }),
  );
});
