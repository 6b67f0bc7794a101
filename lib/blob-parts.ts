/** How much of a growing file the page holds before the browser takes it, in bytes. */
const heldAtOnce = 1_048_576;

/** A file that grows piece by piece, outside of the page's memory. */
export class BlobParts {
  readonly #parts: Blob[] = [];
  #held: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  add(piece: Uint8Array<ArrayBuffer>): void {
    this.#held.push(piece);
    this.#size += piece.length;
    if (this.#size < heldAtOnce) return;
    this.#parts.push(new Blob(this.#held));
    this.#held = [];
    this.#size = 0;
  }

  /** @param type Its media type. */
  whole(type: string): Blob {
    return new Blob([...this.#parts, ...this.#held], { type });
  }
}
