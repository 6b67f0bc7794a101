/** By the last byte; the polynomial is that of RFC 1952, 8. */
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The CRC-32 of bytes that come one after the other, as gzip has it. */
export class Crc32 {
  #sum = -1;

  add(bytes: Uint8Array): void {
    let sum = this.#sum;
    for (let at = 0; at < bytes.length; at += 1)
      sum = (table[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
    this.#sum = sum;
  }

  /** Of all that was added, from 0 to 2³² − 1. */
  get sum(): number {
    return ~this.#sum >>> 0;
  }
}
