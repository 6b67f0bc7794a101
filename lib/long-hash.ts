import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** How large the pieces are in which bytes are held, and how many bytes are held at most. */
const [pieceSize, mostHeld] = [1_048_576, 100_663_296];

/**
 * The SHA-256 of bytes that come one after the other. The browser's own takes them all at once and a tenth of the time, so that they are held
 * for it, as long as they are not too many.
 */
export class LongHash {
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  /** How much of the last piece is filled. */
  #filled = pieceSize;
  #length = 0;
  #step: ReturnType<typeof sha256.create> | undefined;

  /** @param most How many bytes are held. */
  constructor(private readonly most = mostHeld) {}

  /** The bytes are copied. */
  add(bytes: Uint8Array): void {
    this.#length += bytes.length;
    if (this.#length > this.most) this.#stepper().update(bytes);
    else this.#hold(bytes);
  }

  /** In hexadecimal digits; nothing may be added then. */
  async digest(): Promise<string> {
    // Not there where a page did not come safely.
    const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
    if (this.#step || !subtle) return bytesToHex(this.#stepper().digest());
    const whole = new Uint8Array(this.#length);
    for (const [at, piece] of this.#held().entries()) whole.set(piece, at * pieceSize);
    this.#pieces = [];
    return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', whole)));
  }

  #hold(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      if (this.#filled === pieceSize) {
        this.#pieces.push(new Uint8Array(pieceSize));
        this.#filled = 0;
      }
      const part = bytes.subarray(from, from + pieceSize - this.#filled);
      this.#pieces.at(-1)?.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
    }
  }

  #held(): Uint8Array<ArrayBuffer>[] {
    const last = this.#pieces.length - 1;
    return this.#pieces.map((piece, at) => (at === last ? piece.subarray(0, this.#filled) : piece));
  }

  #stepper(): ReturnType<typeof sha256.create> {
    if (this.#step) return this.#step;
    this.#step = sha256.create();
    for (const piece of this.#held()) this.#step.update(piece);
    this.#pieces = [];
    return this.#step;
  }
}
