import { joined as joinedParts } from '../lib/joined';

/** Bytes as WebCrypto, fetch and the store all take them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes one after the other. */
export function joined(...parts: readonly Uint8Array[]): Bytes {
  return joinedParts(parts);
}

/** Tells whether two files hold the same. */
export function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** A text in UTF-8. */
export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text) as Bytes;
}

/**
 * A text from its UTF-8.
 * @throws TypeError where it is none.
 */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
