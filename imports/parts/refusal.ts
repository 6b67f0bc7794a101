import { Pauses } from '../../lib/slices';
import type { RefusalReason } from '../types';

/** What files of other kinds begin with. https://en.wikipedia.org/wiki/List_of_file_signatures */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['XZ', [0xfd, 0x37, 0x7a, 0x58]],
  ['bzip2', [0x42, 0x5a, 0x68, 0x39]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['Word', [0xd0, 0xcf, 0x11, 0xe0]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
];

/** Tells a file that holds no text, and what it is, by its bytes. */
export function refusalOf(
  bytes: Uint8Array,
): { readonly reason: RefusalReason; readonly detail?: string } | undefined {
  const known = signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (known) return { reason: 'unknownBinary', detail: known[0] };
  const start = bytes.subarray(0, 4096);
  const strange = start.filter(
    (byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27),
  ).length;
  const zeros = start.filter((byte) => byte === 0).length;
  const isUtf16 =
    isMarked(bytes) || (zeros > start.length * 0.35 && strange - zeros < start.length * 0.02);
  return !isUtf16 && strange > start.length * 0.05 ? { reason: 'unknownBinary' } : undefined;
}

/** Whether there is nothing but blanks and line ends in a file, however many. */
export async function isBlank(bytes: Uint8Array): Promise<boolean> {
  const pauses = new Pauses();
  for (let at = 0; at < bytes.length; at += atOnce) {
    if (bytes.subarray(at, at + atOnce).some((byte) => byte > 0x20)) return false;
    await pauses.due();
  }
  return true;
}

/** How many bytes are looked at before the clock is. */
const atOnce = 262_144;

function isMarked([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
