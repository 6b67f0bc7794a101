import { BlobParts } from './blob-parts';

/** A compressed file (RFC 1952) that grows piece by piece, outside of the page's memory. */
export class GzipFile {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #whole: Promise<BlobParts>;

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
    return (await this.#whole).whole(type);
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<BlobParts> {
    const parts = new BlobParts();
    for (let next = await reader.read(); !next.done; next = await reader.read())
      parts.add(next.value);
    return parts;
  }
}
