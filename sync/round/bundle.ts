import * as v from 'valibot';
import { type Bytes, bytesOf, joined, textOf } from '../bytes';
import { allDocuments } from '../documents/names';
import type { Card } from '../local';

/** What a segment, a part of a snapshot or a pack holds. */
export interface Bundle {
  /** Changes of documents, or whole ones. */
  readonly updates: readonly { readonly document: number; readonly update: Bytes }[];
  readonly cards: readonly Card[];
}

const updateKind = 1;
const cardsKind = 2;

/** A bundle as bytes: sections, each a kind, four bytes of length (the greatest first), and what it holds. */
export function bundleBytes({ updates, cards }: Bundle): Bytes {
  const parts = updates.map(({ document, update }) =>
    section(updateKind, joined(Uint8Array.of(document), update)),
  );
  if (cards.length) parts.push(section(cardsKind, bytesOf(JSON.stringify(cards))));
  return joined(...parts);
}

/**
 * The other way. Kinds and documents that this version does not know are left out.
 * @throws RangeError, SyntaxError or TypeError where it is none.
 */
export function readBundle(bytes: Bytes): Bundle {
  const updates: Bundle['updates'][number][] = [];
  const cards: Card[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at + 1);
    const content = bytes.slice(at + 5, at + 5 + length);
    if (content.length < length) throw new RangeError('cut off');
    const [document = 0] = content;
    if (bytes[at] === updateKind && allDocuments.includes(document))
      updates.push({ document, update: content.slice(1) });
    if (bytes[at] === cardsKind) cards.push(...cardsIn(content));
    at += 5 + length;
  }
  return { updates, cards };
}

function section(kind: number, content: Uint8Array): Bytes {
  const head = new Uint8Array(5);
  head[0] = kind;
  new DataView(head.buffer).setUint32(1, content.length);
  return joined(head, content);
}

const ids = v.array(v.pipe(v.string(), v.nonEmpty()));
const fact = v.object({
  value: v.unknown(),
  said: v.looseObject({ source: v.string(), at: v.number() }),
});
const cardSchema = v.looseObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  aliases: ids,
  suggested: ids,
  distinct: ids,
  facts: v.record(v.string(), fact),
  faces: v.optional(v.record(v.string(), v.record(v.string(), fact))),
  met: v.looseObject({ firstSeenAt: v.number(), lastSeenAt: v.number() }),
});

function cardsIn(content: Bytes): Card[] {
  const all: unknown = JSON.parse(textOf(content));
  if (!Array.isArray(all)) throw new TypeError('no cards');
  return all.filter((card) => v.is(cardSchema, card)) as Card[];
}
