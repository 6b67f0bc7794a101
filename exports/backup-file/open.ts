import { browser } from '../../lib/browser';
import type { Answer, Told } from './work';
import { BackupWriter, type BackupWriting, type Written } from './writing';

/** The worker's file; see entrypoints/backup-writer/. */
const file = '/backup-writer.js';

/**
 * How much may wait for the worker in memory, in bytes: a list of 20,000 papers. What is more waits where the browser keeps it, and
 * each piece has to be fetched from there.
 */
const mostWaiting = 67_108_864;

/**
 * Begins to write a backup: in a worker, where the browser has one for this context (that of Chrome's background has none), else here.
 * @param most How much may wait for the worker in memory, in bytes.
 */
export async function openBackupFile(most = mostWaiting): Promise<BackupWriting> {
  if (typeof Worker === 'undefined') return new BackupWriter();
  const worker = new Worker(browser.runtime.getURL(file as never));
  try {
    return await BackupWorker.open(worker, most);
  } catch {
    worker.terminate();
    return new BackupWriter();
  }
}

/** Has a worker do it. */
export class BackupWorker implements BackupWriting {
  #waiting = 0;
  readonly #written: Promise<Written>;

  private constructor(
    private readonly worker: Worker,
    private readonly most: number,
  ) {
    this.#written = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if ('done' in data) this.#waiting -= data.done;
        else if ('written' in data) resolve(data.written);
        else if ('failure' in data) reject(new Error(data.failure));
      };
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    // Told by `end`.
    this.#written.catch(() => {});
  }

  /**
   * Resolves when the worker is there.
   * @throws where it does not start.
   */
  static async open(worker: Worker, most: number): Promise<BackupWorker> {
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = () => resolve();
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    return new BackupWorker(worker, most);
  }

  begin(head: string): void {
    this.#waiting += head.length;
    this.#tell({ head });
  }

  add(lines: Uint8Array<ArrayBuffer>, records: number): void {
    const isMuch = this.#waiting > this.most;
    this.#waiting += lines.length;
    if (isMuch) this.#tell({ lines: new Blob([lines]), records });
    else this.#tell({ lines, records }, [lines.buffer]);
  }

  end(): Promise<Written> {
    this.#tell({ end: true });
    return this.#written;
  }

  close(): void {
    this.worker.terminate();
  }

  #tell(told: Told, given: Transferable[] = []): void {
    this.worker.postMessage(told, given);
  }
}
