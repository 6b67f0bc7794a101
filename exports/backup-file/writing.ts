import { GzipFile } from '../../lib/gzip-file';

/** A backup that is being written, here or elsewhere. */
export interface BackupWriting {
  /** Adds lines. Nothing has to be waited for; the bytes are no longer the caller's. */
  add(lines: Uint8Array<ArrayBuffer>): void;
  /**
   * The file, with everything that was added.
   * @throws What the browser does where it cannot compress.
   */
  end(): Promise<Blob>;
  /** Lets go of it, at its end or before. */
  close(): void;
}

/** Compresses where it is. */
export class BackupWriter implements BackupWriting {
  readonly #file = new GzipFile();

  add(lines: Uint8Array<ArrayBuffer>): void {
    this.#file.add(lines);
  }

  end(): Promise<Blob> {
    return this.#file.end('application/gzip');
  }

  close(): void {}
}
