import { signal } from '@preact/signals';
import { browser } from '../../lib/browser';
import { readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { fileOf, keptBackups } from '../../store/backup/kept/files';
import { dropBackups, keepBackup } from '../../store/backup/kept/keep';
import type { KeptBackup } from '../../store/backup/kept/retention';

/** The backups that the browser keeps of its own. */
export class Backups {
  /** Newest first; `null` where the browser has no place for them, `undefined` until that is known. */
  readonly list = signal<readonly KeptBackup[] | null | undefined>(undefined);

  /** Reads what is kept. */
  async refresh(): Promise<void> {
    try {
      this.list.value = await keptBackups();
    } catch (error) {
      report('backups', error);
      this.list.value = null;
    }
  }

  /**
   * Keeps a backup of now, where something has changed since the last one.
   * @returns Whether there is a new one.
   * @throws StoreError, and DOMException where the browser cannot keep it.
   */
  async keep(now: number): Promise<boolean> {
    const app = browser.runtime.getManifest().version;
    const kept = await keepBackup({ now, app, limit: (await readOptions()).backupLimit * 1e6 });
    await this.refresh();
    return kept !== undefined;
  }

  /** Keeps one before something is done to the list; what is done is not kept from being done. */
  async keepBefore(now: number): Promise<void> {
    await this.keep(now).catch((error: unknown) => report('backups', error));
  }

  /** Deletes them all; without a place for them there are none. */
  async dropAll(): Promise<void> {
    if (this.list.value === null) return;
    await dropBackups();
    await this.refresh();
  }

  /** The file of one of them; `undefined` where it is there no longer. */
  async open(name: string): Promise<File | undefined> {
    const file = await fileOf(name);
    if (!file) await this.refresh();
    return file;
  }
}
