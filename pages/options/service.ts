import { signal } from '@preact/signals';
import { backupExtension, backupFile } from '../../exports/backup';
import { browser } from '../../lib/browser';
import { onChange } from '../../lib/changes';
import { downloadFile } from '../../lib/download';
import { ask } from '../../lib/messages';
import { type Options, onOptions, readOptions, writeOptions } from '../../lib/options';
import { returnSyncOrigins } from '../../lib/sync-origin';
import { counted, text } from '../../lib/text';
import { savedIn } from '../../papers/paper';
import { deleteEverything, readInPages } from '../../store/backup/contents';
import type { SmartList } from '../../store/database/schema';
import { forgetDecisions } from '../../store/decisions/backup';
import { listSmartLists } from '../../store/lists/read';
import type { Learning } from '../../store/ranking/learning';
import { countKept, type Kept } from '../../store/records/kept';
import { counts } from '../../store/records/queries';
import { Backups } from '../shared/backups';
import { LiveQueries } from '../shared/live-query';
import { attempt, Restoring } from '../shared/restoring';
import { FolderNotes } from './folder-notes';
import { Following } from './following';
import { GrantedSites } from './granted-sites';
import { Polling } from './polling';

/** How much there is. */
export interface Amount {
  /** Papers in the reading list. */
  readonly saved: number;
  /** Papers kept in all, undecided, dismissed and deleted ones included. */
  readonly all: number;
  /** What the browser says they take, in bytes. */
  readonly bytes: number;
  /** Whether no paper is kept, not even its title. */
  readonly isEmpty: boolean;
}

/** The state of the options page and what can be done there. */
export class OptionsService {
  readonly options = signal<Options | undefined>(undefined);
  readonly amount = signal<Amount | undefined>(undefined);
  readonly kept = signal<Kept | undefined>(undefined);
  /** The smart lists, which the badge may count. */
  readonly lists = signal<readonly SmartList[]>([]);
  /** What was done last, or why it was not. */
  readonly said = signal('');
  /** How much is known of what the reader likes, and what was done with that last. */
  readonly learning = signal<Learning | undefined>(undefined);
  readonly saidOfLearning = signal('');
  readonly asking = new Polling();
  readonly backups = new Backups();
  readonly restoring = new Restoring('options', this.said, this.backups);
  readonly folder = new FolderNotes();
  readonly granted = new GrantedSites();
  readonly following = new Following();

  /** Reads everything, and again whenever something changes elsewhere. */
  async start(): Promise<void> {
    onOptions((options) => {
      this.options.value = options;
      if (options.ranks && !this.learning.value) void this.attempt(() => this.#readLearning());
    });
    const live = new LiveQueries(async (_, work) => {
      await this.attempt(work);
      return true;
    });
    live.add({ reads: ['counters'], read: measure, into: this.amount });
    live.add({ reads: ['decisions'], read: countKept, into: this.kept });
    live.add({ reads: ['lists'], read: listSmartLists, into: this.lists });
    live.add({ reads: ['decisions', 'ranking'], read: () => this.#readLearning() });
    onChange((change) => live.note(change));
    this.asking.start();
    this.following.start();
    this.backups.start();
    this.granted.start();
    void this.attempt(() => this.folder.refresh());
    this.options.value = await readOptions();
    await live.refresh();
  }

  /** What is learned from is loaded with it; nothing is learned where the reader has turned that off. */
  async #readLearning(): Promise<void> {
    if (!this.options.value?.ranks) return;
    const { readLearning } = await import('../../store/ranking/learning');
    this.learning.value = await readLearning();
  }

  /** Forgets what was learned of decisions before an instant, in ms. */
  async forgetLearned(before: number): Promise<void> {
    await this.attempt(async () => {
      const { forgetBefore } = await import('../../store/ranking/learned');
      await forgetBefore(before);
      await this.#readLearning();
      this.saidOfLearning.value = text('forgotLearned');
    });
  }

  /** Asks the site for its lists now. */
  checkNow(): Promise<void> {
    return this.attempt(async () => {
      await ask('checkNow', {});
    });
  }

  /** Changes some options. */
  async choose(change: Partial<Options>): Promise<void> {
    await this.attempt(() => writeOptions(change));
  }

  /** Chooses when to notify; see `Asking.notify`. Call within a click. */
  notify(choice: Options['notify']): Promise<void> {
    return this.attempt(() => this.asking.notify(choice, writeOptions));
  }

  /** Takes Offprint away from a site. */
  revoke(site: string): Promise<void> {
    return this.attempt(() => this.granted.revoke(site));
  }

  /** Follows a subject of arXiv; false where it cannot be. Call within a click. */
  follow(subject: string): Promise<boolean> {
    const subjects = this.options.value?.arxivSubjects ?? [];
    return this.following.follow(subject, subjects, (change) => this.choose(change));
  }

  /** Follows a subject of arXiv no longer. What came of it stays. */
  unfollow(subject: string): Promise<void> {
    const subjects = this.options.value?.arxivSubjects ?? [];
    return this.choose({ arxivSubjects: subjects.filter((one) => one !== subject) });
  }

  /** Turns the controls of a page kind on or off. */
  async chooseControls(kind: string, isOn: boolean): Promise<void> {
    const without = this.options.value?.withoutControls.filter((name) => name !== kind) ?? [];
    await this.choose({ withoutControls: isOn ? without : [...without, kind] });
  }

  /** Hands everything to the browser as a file. */
  async download(now: Date): Promise<void> {
    await this.attempt(async () => {
      const created = now.toISOString();
      const { counts, blob } = await backupFile({ read: readInPages, app: appVersion(), created });
      downloadFile(blob, `offprint-${created.slice(0, 10)}.${backupExtension}`, blob.type);
      this.said.value = counted('downloaded', counts.papers);
    });
  }

  /** Keeps a backup of now. */
  async keepBackup(now: number): Promise<void> {
    await this.attempt(async () => {
      const isNew = await this.backups.keep(now);
      this.said.value = text(isNew ? 'backupMade' : 'backupSame');
    });
  }

  /** Chooses whether one a week goes into the downloads folder; see `Backups.download`. Call within a click. */
  downloadBackups(isOn: boolean): Promise<void> {
    return this.attempt(() => this.backups.download(isOn));
  }

  /** Reads a backup that is kept, and asks before anything is changed. */
  async readBackup(name: string): Promise<void> {
    await this.attempt(async () => {
      const file = await this.backups.open(name);
      if (file) await this.restoring.read(file);
      else this.said.value = text('backupGone');
    });
  }

  /** Forgets the log of what was decided. */
  async forgetDecisions(): Promise<void> {
    await this.attempt(async () => {
      await forgetDecisions();
      this.said.value = text('forgotDecisions');
    });
  }

  /** Deletes everything for good. */
  async deleteAll(): Promise<void> {
    await this.attempt(async () => {
      const { disconnect } = await import('../../store/sync/disconnect');
      await disconnect();
      await returnSyncOrigins();
      await deleteEverything();
      await Promise.all([this.backups.dropAll(), this.folder.refresh()]);
      this.said.value = text('deletedAll');
    });
  }

  /** Does some work, and says why it was not done where it fails. */
  attempt(work: () => Promise<unknown>): Promise<void> {
    return attempt('options', this.said, work);
  }
}

function appVersion(): string {
  return browser.runtime.getManifest().version;
}

async function measure(): Promise<Amount> {
  const [{ usage = 0 }, all, kept] = await Promise.all([
    navigator.storage.estimate(),
    counts(),
    countKept(),
  ]);
  return {
    saved: savedIn(all),
    all: Object.values(all).reduce((sum, count) => sum + count, 0),
    bytes: usage,
    isEmpty: Object.values(kept).every((count) => count === 0),
  };
}
