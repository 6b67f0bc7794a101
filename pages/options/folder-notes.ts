import { signal } from '@preact/signals';
import type { Synced } from '../../exports/folder/sync';
import { allowDirectory, canChooseDirectory, chooseDirectory } from '../../lib/directory';
import { report } from '../../lib/report';
import { counted, listed, number, text } from '../../lib/text';
import { forgetFolder, keepFolder, readFolder } from '../../store/export/folder';

/** How many notes that were left alone are named. */
const named = 3;

/** The folder of notes that the reader keeps, and what is done with it. What does it is loaded then. */
export class FolderNotes {
  /** Whether this browser lets a folder be chosen. */
  readonly canChoose = canChooseDirectory();
  readonly folder = signal<FileSystemDirectoryHandle | undefined>(undefined);
  /** How far it has come. */
  readonly working = signal<{ readonly done: number; readonly total: number } | undefined>(
    undefined,
  );
  /** What came of it. */
  readonly said = signal('');
  #stop = new AbortController();

  /** Reads which folder was chosen. */
  async refresh(): Promise<void> {
    this.folder.value = this.canChoose ? await readFolder() : undefined;
  }

  /** Lets the reader choose a folder and brings it up to date. Call within a click. */
  choose(now: number): Promise<void> {
    return this.#attempt(async () => {
      const folder = await chooseDirectory('offprint');
      await keepFolder(folder);
      this.folder.value = folder;
      await this.#sync(folder, now);
    });
  }

  /** Brings the folder up to date; the browser asks whether that is allowed. Call within a click. */
  sync(now: number): Promise<void> {
    return this.#attempt(async () => {
      const folder = this.folder.value;
      if (!folder) return;
      if (await allowDirectory(folder)) await this.#sync(folder, now);
      else this.said.value = text('folderRefused');
    });
  }

  /** Ends it where it is. */
  stop(): void {
    this.#stop.abort();
  }

  /** Forgets the folder; what is in it stays. */
  forget(): Promise<void> {
    return this.#attempt(async () => {
      await forgetFolder();
      this.folder.value = undefined;
    });
  }

  /** Gives the notes as a zip. */
  download(now: number): Promise<void> {
    return this.#attempt(async () => {
      const { downloadSaved } = await import('./folder-work');
      this.said.value = counted('folderZipped', await downloadSaved(now));
    });
  }

  async #sync(folder: FileSystemDirectoryHandle, now: number): Promise<void> {
    const { syncSaved } = await import('./folder-work');
    this.#stop = new AbortController();
    const onProgress = (done: number, total: number) => {
      this.working.value = { done, total };
    };
    const { signal } = this.#stop;
    const synced = await syncSaved(folder, now, { signal, onProgress });
    this.said.value = `${signal.aborted ? `${text('folderStopped')} ` : ''}${saidOf(synced)}`;
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.said.value = '';
    try {
      await work();
    } catch (error) {
      // The reader chose none.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      report('folder', error);
      this.said.value = failureOf(error);
    } finally {
      this.working.value = undefined;
    }
  }
}

function saidOf({ added, updated, unchanged, left }: Synced): string {
  const counts = [added, updated, unchanged].map(number);
  const synced = text('folderSynced', ...counts);
  if (left.length === 0) return synced;
  const names = left.slice(0, named).map((path) => `“${path}”`);
  const more = left.length > named ? [number(left.length - named)] : [];
  return `${synced} ${counted('folderLeft', left.length, listed([...names, ...more]))}`;
}

function failureOf(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return text('folderGone');
  if (name === 'NotAllowedError' || name === 'SecurityError') return text('folderRefused');
  if (name === 'QuotaExceededError') return text('folderFull');
  return text('folderFailed', error instanceof Error ? error.message : String(error));
}
