/**
 * A number for a text, as good as drawn: the same text has the same one, and texts that are alike have others.
 * FNV-1a, and the finisher of MurmurHash3, since neighbouring ids must not stay neighbours.
 * @returns 32 bits, from 0.
 */
export function drawnNumber(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
