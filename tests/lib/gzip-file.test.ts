import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GzipFile } from '../../lib/gzip-file';

const bytesOf = async (file: GzipFile) =>
  new Uint8Array(await file.end('application/gzip').arrayBuffer());

async function asBrowsersRead(piece: Uint8Array<ArrayBuffer>): Promise<Buffer> {
  const stream = new Blob([piece]).stream().pipeThrough(new DecompressionStream('gzip'));
  return Buffer.from(await new Response(stream).arrayBuffer());
}

it('is what was added, as zlib and the browser read it, however long the pieces are', async () => {
  const unit = fc.constantFrom('{"papers":{"id":"arxiv:', '1', 'abstract ', 'λ', '\n', '😀');
  const pieces = fc.array(
    fc.tuple(fc.string({ unit, maxLength: 40 }), fc.constantFrom(1, 700, 9000)),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(pieces, async (list) => {
      const file = new GzipFile();
      const added = list.map(([text, times]) => new TextEncoder().encode(text.repeat(times)));
      for (const piece of added) file.add(piece);
      const packed = await bytesOf(file);
      expect(gunzipSync(packed).equals(Buffer.concat(added))).toBe(true);
      expect((await asBrowsersRead(packed)).equals(Buffer.concat(added))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

it('is the same file whenever it is made', async () => {
  const make = () => {
    const file = new GzipFile();
    file.add(new TextEncoder().encode('the same'));
    return bytesOf(file);
  };
  const made = await make();
  expect(await make()).toEqual(made);
  // No time (RFC 1952, 2.3).
  expect([...made.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
});
