import { pause, pauseInLine } from '../../lib/slices';
import type { RemarkKind } from '../types';

/** A text with what was found out about its bytes. */
export interface Decoded {
  readonly text: string;
  readonly remark?: RemarkKind;
}

/** How many bytes are decoded at once. */
const piece = 1_048_576;

/**
 * Decodes a file: by its byte order mark, else as UTF-16 where every second byte is nought, else as UTF-8, and what
 * is none as Windows-1252, which is told. https://encoding.spec.whatwg.org/
 */
export async function decode(bytes: Uint8Array): Promise<Decoded> {
  const [first = 0, second = 0] = bytes;
  const zeros = bytes.subarray(0, 200).filter((byte, at) => byte === 0 && at % 2 === 1).length;
  const zerosBefore = bytes
    .subarray(0, 200)
    .filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const half = Math.min(200, bytes.length) / 2;
  // Noughts in every place are no text: a crash leaves them at the end of a file.
  const isHalf = (many: number, few: number) => half > 2 && many > half * 0.7 && few < half * 0.3;
  const isLittle = (first === 0xff && second === 0xfe) || isHalf(zeros, zerosBefore);
  const isBig = (first === 0xfe && second === 0xff) || isHalf(zerosBefore, zeros);
  if (isLittle || isBig)
    return {
      text: await decodeAs(bytes, isLittle ? 'utf-16le' : 'utf-16be', false),
      remark: 'utf16',
    };
  try {
    return { text: await decodeAs(withoutCutSign(bytes), 'utf-8', true) };
  } catch {
    return { text: await decodeAs(bytes, 'windows-1252', false), remark: 'windows1252' };
  }
}

async function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) {
    if (at > 0) await pause();
    text += decoder.decode(bytes.subarray(at, at + piece), { stream: true });
  }
  text += decoder.decode();
  if (bytes.length <= piece) return text;
  // The browser makes one text of the pieces when it is first looked into, tens of ms of a large file.
  await pauseInLine();
  const isEmpty = Number.isNaN(text.charCodeAt(text.length - 1));
  await pauseInLine();
  return isEmpty ? '' : text;
}

/** A file that was cut off may end within a character (RFC 3629, section 3); what there is of that is left out. */
function withoutCutSign(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back && bytes.length > back ? bytes.subarray(0, -back) : bytes;
  }
  return bytes;
}
