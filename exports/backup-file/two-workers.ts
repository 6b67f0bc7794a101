import { DeflatedFile, deflated } from '../../lib/deflated-file';
import { pauseInLine } from '../../lib/slices';
import type { GzipSink } from './writing';

/** Another worker that compresses beside this one. */
export interface Helper {
  postMessage(told: { readonly deflate: Uint8Array<ArrayBuffer> }): void;
  terminate(): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: never) => void) | null;
}

/** A piece and, once that is done, what it is compressed. */
interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  done?: Uint8Array<ArrayBuffer>;
}

/**
 * A compressed file that two workers make, each whatever piece comes next: compressing takes longer than all else about
 * a backup. Where the other one fails, or does not answer, this one does its part.
 */
export class SharedGzip implements GzipSink {
  readonly #file = new DeflatedFile();
  /** What is to be compressed, in order. */
  readonly #waiting: Piece[] = [];
  /** What is not in the file yet, in order; those that wait are the last of them. */
  readonly #open: Piece[] = [];
  /** What the other one has. */
  #away: Piece | undefined;
  #work: Promise<void> | undefined;

  /**
   * @param helper Absent where there is none.
   * @param onDone Told how many bytes are done.
   */
  constructor(
    private helper: Helper | undefined,
    private readonly onDone: (bytes: number) => void = () => {},
  ) {
    if (!helper) return;
    // The first thing that a worker says is that it is there.
    helper.onmessage = ({ data }) => {
      const { deflated: piece } = data as { readonly deflated?: Uint8Array<ArrayBuffer> };
      if (piece) this.#cameBack(piece);
    };
    helper.onerror = () => this.#takeBack();
  }

  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#file.count(bytes);
    const piece = { bytes };
    this.#waiting.push(piece);
    this.#open.push(piece);
    this.#send();
    this.#work ??= this.#compress();
  }

  async end(type: string): Promise<Blob> {
    await this.#work;
    this.#takeBack();
    await this.#work;
    return this.#file.end(type);
  }

  /** Compresses here, letting what comes from elsewhere come between two pieces. */
  async #compress(): Promise<void> {
    await pauseInLine();
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      this.#finish(next, deflated(next.bytes));
      await pauseInLine();
    }
    this.#work = undefined;
  }

  #send(): void {
    if (!this.helper || this.#away) return;
    this.#away = this.#waiting.shift();
    // Not given away: it is done here if the other one fails.
    if (this.#away) this.helper.postMessage({ deflate: this.#away.bytes });
  }

  #cameBack(done: Uint8Array<ArrayBuffer>): void {
    const piece = this.#away;
    if (!piece) return;
    this.#away = undefined;
    this.#send();
    this.#finish(piece, done);
  }

  /** Does without the other one from now on. */
  #takeBack(): void {
    if (this.helper) this.helper.onmessage = null;
    this.helper?.terminate();
    this.helper = undefined;
    if (!this.#away) return;
    this.#waiting.unshift(this.#away);
    this.#away = undefined;
    this.#work ??= this.#compress();
  }

  #finish(piece: Piece, done: Uint8Array<ArrayBuffer>): void {
    piece.done = done;
    this.onDone(piece.bytes.length);
    for (let [first] = this.#open; first?.done; [first] = this.#open) {
      this.#file.add(first.done);
      this.#open.shift();
    }
  }
}
