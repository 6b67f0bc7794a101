import { recordJson } from './record-json';

const encoder = new TextEncoder();
/** What ends a line, in ASCII. */
const [closing, lineFeed] = [0x7d, 0x0a];

/**
 * The lines of some records of a list, in UTF-8. Each record is encoded by itself: browsers encode what is ASCII, as most
 * are, several times as fast as a text with one letter of another script in it.
 */
export function linesOf(name: string, records: readonly object[]): Uint8Array<ArrayBuffer> {
  const opening = encoder.encode(`{${JSON.stringify(name)}:`);
  const texts = records.map(recordJson);
  const least = texts.reduce((sum, { length }) => sum + opening.length + length + 2, 0);
  let bytes = new Uint8Array(Math.ceil(least * 1.05));
  let at = 0;
  for (const text of texts) {
    let end = writeAfter(bytes, at + opening.length, text);
    while (end === undefined) {
      bytes = twiceAsLong(bytes);
      end = writeAfter(bytes, at + opening.length, text);
    }
    bytes.set(opening, at);
    bytes[end] = closing;
    bytes[end + 1] = lineFeed;
    at = end + 2;
  }
  return bytes.subarray(0, at);
}

/** @returns Where the text ends; `undefined` where there is no room for it and what ends its line. */
function writeAfter(bytes: Uint8Array, from: number, text: string): number | undefined {
  const { read, written } = encoder.encodeInto(text, bytes.subarray(from));
  const end = from + written;
  return read === text.length && end + 2 <= bytes.length ? end : undefined;
}

function twiceAsLong(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(bytes.length * 2);
  longer.set(bytes);
  return longer;
}
