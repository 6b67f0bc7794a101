/** How many documents hold papers; the one after them holds the rows. */
export const paperDocuments = 64;
export const rowDocument = 64;

/** Every document there is. */
export const allDocuments = Array.from({ length: paperDocuments + 1 }, (_, at) => at);

/**
 * The document that a paper's words are in: FNV-1a over its UTF-16 units, mixed as in MurmurHash3's end, so that ids
 * that follow each other spread. Part of the format: see docs/sync-format.md.
 */
export function documentOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % paperDocuments;
}

/** The parts of a key: whose word, which, and which device's. */
export interface Key {
  readonly id: string;
  readonly group: string;
  readonly device: string;
}

/** A key of a document's map. */
export function keyOf({ id, group, device }: Key): string {
  return `${id}\0${group}\0${device}`;
}

/** The other way; `undefined` of a key that is none of ours. */
export function partsOf(key: string): Key | undefined {
  const [id, group, device, ...more] = key.split('\0');
  if (!id || !group || !device || more.length) return undefined;
  return { id, group, device };
}
