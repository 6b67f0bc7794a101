import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LongHash } from '../../lib/long-hash';

it('is the SHA-256 of all that was added, held or not', async () => {
  const bytes = fc.uint8Array({ maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { maxLength: 8 }), fc.nat(200), async (parts, most) => {
      const [hash, expected] = [new LongHash(most), createHash('sha256')];
      for (const part of parts) {
        hash.add(part);
        expected.update(part);
      }
      expect(await hash.digest()).toBe(expected.digest('hex'));
    }),
  );
});

it('holds more than one piece', async () => {
  const bytes = new Uint8Array(2_500_000).map((_, at) => at % 251);
  const hash = new LongHash();
  hash.add(bytes.subarray(0, 1_048_576));
  hash.add(bytes.subarray(1_048_576, 1_048_577));
  hash.add(bytes.subarray(1_048_577));
  expect(await hash.digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
});
