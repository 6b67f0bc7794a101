import { GzipFile } from '../../lib/gzip-file';
import { LongHash } from '../../lib/long-hash';

/** What came of a backup's lines. */
export interface Written {
  readonly blob: Blob;
  /** Of the lines of its records alone, in hexadecimal digits. */
  readonly sha256: string;
}

/** What compresses (RFC 1952) what it is given. */
export interface GzipSink {
  /** Nothing has to be waited for. */
  add(piece: Uint8Array<ArrayBuffer>): void;
  /**
   * The file, with everything that was added. Nothing can be added then.
   * @throws What the browser does where it cannot compress.
   */
  end(type: string): Promise<Blob>;
}

/** A backup that is being written, here or elsewhere. */
export interface BackupWriting {
  /** @param head The first line. */
  begin(head: string): void;
  /** Adds the lines of some records. Nothing has to be waited for; the bytes are no longer the caller's. */
  add(lines: Uint8Array<ArrayBuffer>, records: number): void;
  /**
   * Adds the last line.
   * @throws What the browser does where it cannot compress.
   */
  end(): Promise<Written>;
  /** Lets go of it, at its end or before. */
  close(): void;
}

/** Hashes and compresses where it is. */
export class BackupWriter implements BackupWriting {
  readonly #hash = new LongHash();
  readonly #encoder = new TextEncoder();
  #records = 0;

  /** @param file Compresses what is added. */
  constructor(private readonly file: GzipSink = new GzipFile()) {}

  begin(head: string): void {
    this.file.add(this.#encoder.encode(head));
  }

  add(lines: Uint8Array<ArrayBuffer>, records: number): void {
    this.#hash.add(lines);
    this.#records += records;
    this.file.add(lines);
  }

  async end(): Promise<Written> {
    const sha256 = await this.#hash.digest();
    const last = { end: true, records: this.#records, sha256 };
    this.file.add(this.#encoder.encode(`${JSON.stringify(last)}\n`));
    return { blob: await this.file.end('application/gzip'), sha256 };
  }

  close(): void {}
}
