import { signal } from '@preact/signals';
import {
  type BackupState,
  changeBackupState,
  onBackupState,
  readBackupState,
} from '../../lib/backup-state';
import { mayDownload } from '../../lib/backup-url';
import { browser } from '../../lib/browser';
import { readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { text } from '../../lib/text';
import { fileOf, keptBackups } from '../../store/backup/kept/files';
import { dropBackups, keepBackup } from '../../store/backup/kept/keep';
import type { KeptBackup } from '../../store/backup/kept/retention';

/** The backups that the browser keeps of its own. */
export class Backups {
  /** Newest first; `null` where the browser has no place for them, `undefined` until that is known. */
  readonly list = signal<readonly KeptBackup[] | null | undefined>(undefined);
  /** How it goes with them. */
  readonly state = signal<BackupState>({});
  /** Why none goes into the downloads folder, though the reader chose that; else ''. */
  readonly saidOfDownloads = signal('');

  /** Reads everything, and again when the background has kept one or could not. */
  start(): void {
    const take = (state: BackupState) => {
      this.state.value = state;
      void this.refresh();
    };
    onBackupState(take);
    readBackupState().then(take, (error: unknown) => report('backups', error));
  }

  /** Reads what is kept, and whether the browser lets one go where the reader wants it. */
  async refresh(): Promise<void> {
    try {
      this.list.value = await keptBackups();
      const { downloads } = this.state.value;
      if (downloads && !(await browser.permissions.contains(mayDownload)))
        this.saidOfDownloads.value = text('backupDownloadsWithdrawn');
    } catch (error) {
      report('backups', error);
      this.list.value ??= null;
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
    await changeBackupState({ checkedAt: now, failure: undefined });
    await this.refresh();
    return kept !== undefined;
  }

  /**
   * Keeps one before something is done to the list; what is done is not kept from being done.
   * @returns Whether there is one, where the browser has a place for them.
   */
  async keepBefore(now: number): Promise<boolean> {
    if (this.list.value === null) return true;
    try {
      await this.keep(now);
      return true;
    } catch (error) {
      report('backups', error);
      return false;
    }
  }

  /**
   * Chooses whether one a week goes into the downloads folder. The browser is asked to allow it, and to allow it no longer.
   * Call within a click.
   */
  async download(isOn: boolean): Promise<void> {
    this.saidOfDownloads.value = '';
    const isGranted = isOn && (await this.#mayDownload());
    await changeBackupState({ downloads: isGranted ? {} : undefined });
    if (isOn && !isGranted) this.saidOfDownloads.value = text('backupDownloadsRefused');
    if (!isOn) await browser.permissions.remove(mayDownload);
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

  /** A browser that knows no such permission refuses as a reader does. */
  async #mayDownload(): Promise<boolean> {
    try {
      return await browser.permissions.request(mayDownload);
    } catch (error) {
      report('backups', error);
      return false;
    }
  }
}
