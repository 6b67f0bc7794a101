import { expect, it } from 'vitest';
import { BlobParts } from '../../lib/blob-parts';

/** Letters of one, two, three and four bytes, which do not fit evenly into any buffer, and half a letter. */
const text = 'aé家😀\ud800'.repeat(150_001);

it('is what was added, text in UTF-8 and bytes as they are', async () => {
  const bytes = new Uint8Array(1_200_000).map((_, at) => at % 251);
  const pieces = ['', 'start', bytes, text, bytes.subarray(0, 3), text, 'end', new Uint8Array()];
  const parts = new BlobParts();
  for (const piece of pieces) parts.add(piece);
  const blob = parts.whole('text/plain');
  const expected = new Blob(pieces);
  expect(blob.type).toBe('text/plain');
  expect(Buffer.from(await blob.arrayBuffer()).equals(await bufferOf(expected))).toBe(true);
});

async function bufferOf(blob: Blob): Promise<Buffer> {
  return Buffer.from(await blob.arrayBuffer());
}

it('may be empty', () => {
  expect(new BlobParts().whole('').size).toBe(0);
});
