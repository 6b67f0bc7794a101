/** How much of a growing file the page holds before the browser takes it, in bytes. */
const heldAtOnce = 524_288;

/** A file that grows piece by piece, outside of the page's memory. */
export class BlobParts {
  readonly #parts: Blob[] = [];
  readonly #encoder = new TextEncoder();
  /** Pieces go into one buffer: a `Blob` of many small ones takes the browser several times as long. */
  readonly #held = new Uint8Array(heldAtOnce);
  #at = 0;

  /** @param piece Text is written in UTF-8. */
  add(piece: string | Uint8Array): void {
    if (typeof piece === 'string') this.#write(piece);
    else this.#copy(piece);
  }

  /** @param type Its media type. */
  whole(type: string): Blob {
    this.#pass();
    return new Blob(this.#parts, { type });
  }

  #write(text: string): void {
    for (let rest = text; rest; ) {
      const { read, written } = this.#encoder.encodeInto(rest, this.#held.subarray(this.#at));
      this.#at += written;
      if (read === rest.length) return;
      rest = rest.slice(read);
      this.#pass();
    }
  }

  #copy(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const part = bytes.subarray(from, from + heldAtOnce - this.#at);
      this.#held.set(part, this.#at);
      this.#at += part.length;
      from += part.length;
      if (this.#at === heldAtOnce) this.#pass();
    }
  }

  #pass(): void {
    if (this.#at) this.#parts.push(new Blob([this.#held.subarray(0, this.#at)]));
    this.#at = 0;
  }
}
