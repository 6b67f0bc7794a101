import * as v from 'valibot';
import { type Bytes, bytesOf, joined, textOf } from '../bytes';
import { allDocuments } from '../documents/names';
import type { Card } from '../local';

/** What a segment, a part of a snapshot or a pack holds. */
export interface Bundle {
  /** Changes of documents, or whole ones. */
  readonly updates: readonly { readonly document: number; readonly update: Bytes }[];
  readonly cards: readonly Card[];
  /** Parts of documents that are too large for one file, each with its place among those of its document. */
  readonly pieces?: readonly Piece[];
}

/** A part of a document's update. */
export interface Piece {
  readonly document: number;
  readonly at: number;
  readonly of: number;
  readonly part: Bytes;
}

const updateKind = 1;
const cardsKind = 2;
const pieceKind = 3;
/** A document's number, which part, and of how many. */
const pieceHead = 5;

/** A bundle as bytes: sections, each a kind, four bytes of length (the greatest first), and what it holds. */
export function bundleBytes({ updates, cards, pieces = [] }: Bundle): Bytes {
  const parts = updates.map(({ document, update }) =>
    section(updateKind, joined(Uint8Array.of(document), update)),
  );
  if (cards.length) parts.push(section(cardsKind, bytesOf(JSON.stringify(cards))));
  for (const piece of pieces) parts.push(section(pieceKind, packedPiece(piece)));
  return joined(...parts);
}

/**
 * The other way. Kinds and documents that this version does not know are left out.
 * @throws RangeError, SyntaxError or TypeError where it is none.
 */
export function readBundle(bytes: Bytes): Bundle {
  const updates: Bundle['updates'][number][] = [];
  const cards: Card[] = [];
  const pieces: Piece[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at + 1);
    const content = bytes.slice(at + 5, at + 5 + length);
    if (content.length < length) throw new RangeError('cut off');
    const [document = 0] = content;
    if (bytes[at] === updateKind && allDocuments.includes(document))
      updates.push({ document, update: content.slice(1) });
    if (bytes[at] === cardsKind) cards.push(...cardsIn(content));
    if (bytes[at] === pieceKind && allDocuments.includes(document)) pieces.push(pieceIn(content));
    at += 5 + length;
  }
  return pieces.length ? { updates, cards, pieces } : { updates, cards };
}

/** An update in parts of at most so many bytes. */
export function piecesOf(
  { document, update }: Bundle['updates'][number],
  most: number,
): readonly Piece[] {
  const of = Math.ceil(update.length / most);
  return Array.from({ length: of }, (_, at) => ({
    ...{ document, at, of },
    part: update.slice(at * most, (at + 1) * most),
  }));
}

/** The updates that pieces make together; `undefined` where one is missing. */
export function joinedPieces(pieces: readonly Piece[]): Bundle['updates'] | undefined {
  const byDocument = new Map<number, Piece[]>();
  for (const piece of pieces)
    byDocument.set(piece.document, [...(byDocument.get(piece.document) ?? []), piece]);
  const updates: Bundle['updates'][number][] = [];
  for (const [document, all] of byDocument) {
    all.sort((one, other) => one.at - other.at);
    if (all.length !== all[0]?.of || all.some(({ at }, index) => at !== index)) return undefined;
    updates.push({ document, update: joined(...all.map(({ part }) => part)) });
  }
  return updates;
}

function packedPiece({ document, at, of, part }: Piece): Bytes {
  const head = new DataView(new ArrayBuffer(pieceHead));
  head.setUint8(0, document);
  head.setUint16(1, at);
  head.setUint16(3, of);
  return joined(new Uint8Array(head.buffer), part);
}

function pieceIn(content: Bytes): Piece {
  const head = new DataView(content.buffer, content.byteOffset, content.length);
  const [document, at, of] = [head.getUint8(0), head.getUint16(1), head.getUint16(3)];
  return { document, at, of, part: content.slice(pieceHead) };
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
