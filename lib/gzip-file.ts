/** How much of a compressed file the page holds before the browser takes it, in bytes. */
const heldAtOnce = 1_048_576;

/** A compressed file (RFC 1952) that grows piece by piece, outside of the page's memory. */
export class GzipFile {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #parts: Blob[] = [];
  readonly #whole: Promise<BlobPart[]>;

  constructor() {
    const { readable, writable } = new CompressionStream('gzip');
    this.#writer = writable.getWriter();
    this.#whole = this.#read(readable.getReader());
    // Told by `end`.
    this.#whole.catch(() => {});
  }

  /** Adds to it; nothing has to be waited for. */
  add(piece: Uint8Array<ArrayBuffer>): void {
    this.#writer.write(piece).catch(() => {});
  }

  /**
   * The file, with everything that was added.
   * @throws What the browser's stream does.
   */
  async end(type: string): Promise<Blob> {
    await this.#writer.close();
    return new Blob(await this.#whole, { type });
  }

  async #read(reader: ReadableStreamDefaultReader<BlobPart & Uint8Array>): Promise<BlobPart[]> {
    let held: BlobPart[] = [];
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      held.push(next.value);
      size += next.value.length;
      if (size < heldAtOnce) continue;
      this.#parts.push(new Blob(held));
      held = [];
      size = 0;
    }
    return [...this.#parts, ...held];
  }
}
