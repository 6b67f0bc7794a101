import { type Bytes, joined } from '../bytes';

/**
 * The length that a length is padded to: Padmé, at most 12 % more, so that of a size only its order of magnitude and
 * some bits below are seen. Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with
 * PURBs", 2019, section 4.
 */
export function padded(length: number): number {
  if (length < 2) return length;
  const exponent = 31 - Math.clz32(length);
  const step = 2 ** (exponent - (32 - Math.clz32(exponent)));
  return Math.ceil(length / step) * step;
}

/** The shortest that a plain file is: a head and a short note look alike. */
const leastLength = 256;

/** Bytes after their length (four bytes, the greatest first), with zeros up to a padded length. */
export function pad(bytes: Uint8Array): Bytes {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  const whole = padded(Math.max(leastLength, bytes.length + 4));
  return joined(length, bytes, new Uint8Array(whole - bytes.length - 4));
}

/** The other way; `undefined` where the length cannot be. */
export function unpad(bytes: Bytes): Bytes | undefined {
  if (bytes.length < 4) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return length <= bytes.length - 4 ? bytes.slice(4, 4 + length) : undefined;
}
