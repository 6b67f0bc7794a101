import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, bytesOf, joined } from '../../sync/bytes';
import { bundleBytes, readBundle } from '../../sync/round/bundle';
import { headBytes, readHead } from '../../sync/round/head';

const card = {
  ...{ id: 'arxiv:1', aliases: [], suggested: [], distinct: [] },
  facts: { title: { value: 'Title', said: { source: 'origin' as const, at: 1 } } },
  met: { firstSeenAt: 1, lastSeenAt: 1 },
};
const bundle = { updates: [{ document: 64, update: Uint8Array.of(1, 2, 3) }], cards: [card] };

/** A section as docs/sync-format.md has it. */
function section(kind: number, content: Uint8Array): Bytes {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, content.length);
  return joined(Uint8Array.of(kind), length, content);
}

describe('a bundle', () => {
  it('reads as it was written', () => {
    expect(readBundle(bundleBytes(bundle))).toEqual(bundle);
    expect(readBundle(new Uint8Array())).toEqual({ updates: [], cards: [] });
  });

  it('of a later version is read as far as it is understood', () => {
    const later = joined(
      section(9, bytesOf('something else')),
      section(1, Uint8Array.of(200, 1)),
      bundleBytes(bundle),
    );
    expect(readBundle(later)).toEqual(bundle);
  });

  it('leaves out cards that have no shape of ours', () => {
    const cards = [card, null, 1, {}, { ...card, id: '' }, { ...card, facts: { title: 'Title' } }];
    expect(readBundle(section(2, bytesOf(JSON.stringify(cards)))).cards).toEqual([card]);
  });

  it('is told where it is cut off, or none at all', () => {
    const bytes = bundleBytes({ ...bundle, cards: [] });
    for (let length = 1; length < bytes.length; length += 1)
      expect(() => readBundle(bytes.slice(0, length))).toThrow();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (some) => {
        try {
          readBundle(new Uint8Array(some));
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });
});

describe('a head', () => {
  const head = {
    ...{ device: '0a1b2c3d', count: 3, nonce: 'n', at: 1, name: 'Laptop', app: '1.0', vault: 1 },
    ...{ trail: [{ nonce: 'n', at: 1 }], forked: {}, seq: 2, segments: ['s2-00'], packs: [] },
    ...{ snapshot: { seq: 1, files: ['n1-0-00'] }, merged: { ffffffff: 4 }, missing: [] },
  };

  it('reads as it was written, also with more in it', () => {
    expect(readHead(headBytes(head))).toEqual(head);
    expect(readHead(bytesOf(JSON.stringify({ ...head, later: true })))).toEqual(head);
  });

  it.each(['segments', 'packs', 'snapshot', 'count', 'merged', 'device'])(
    'with another kind of %s is none',
    (name) => {
      expect(() => readHead(bytesOf(JSON.stringify({ ...head, [name]: '../x' })))).toThrow();
    },
  );

  it('names nothing outside its folder', () => {
    for (const name of ['../x', 'a/b', '', 'A', 'x'.repeat(65)])
      expect(() => readHead(headBytes({ ...head, segments: [name] }))).toThrow();
  });
});
