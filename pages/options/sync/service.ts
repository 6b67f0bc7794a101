import { batch, signal } from '@preact/signals';
import { onChange } from '../../../lib/changes';
import { chooseDirectory } from '../../../lib/directory';
import { report } from '../../../lib/report';
import type { SyncAccount } from '../../../lib/sync-account';
import {
  changeSyncState,
  onSyncState,
  readSyncState,
  type SyncState,
  tellSyncChanged,
} from '../../../lib/sync-state';
import { text } from '../../../lib/text';
import { readSyncAccount, writeSyncAccount } from '../../../store/sync/account';
import { aloneInSync } from '../../../store/sync/lock';
import { nextSync } from '../../../store/sync/next';
import { readPeers } from '../../../store/sync/peers';
import type { Asking, Joining } from '../../../store/sync/set-up';
import { readOwn } from '../../../store/sync/synced';
import { countUnsent } from '../../../store/sync/waiting';
import type { Outcome } from '../../../sync/round/report';
import type { Choices } from '../../../sync/round/round';
import { syncSentence } from '../../../wording/sync';
import type { Backups } from '../../shared/backups';
import { allow, refusedOf } from './allowed';
import { accountOf, type Draft, draftOf, emptyDraft } from './draft';
import type { Engine } from './engine';
import type { Around, Stage, Tried } from './stage';
import { appVersion, deviceName } from './this-device';

/** The state of the section on sync and what can be done there, up to where this device is synced. */
export class SyncService {
  readonly stage = signal<Stage | undefined>(undefined);
  readonly draft = signal<Draft>(emptyDraft);
  readonly state = signal<SyncState>({});
  readonly around = signal<Around | undefined>(undefined);
  /** When it is tried next by itself, in ms since the epoch. */
  readonly nextAt = signal<number | undefined>(undefined);
  /** What goes on, in words; '' when nothing does. */
  readonly busy = signal('');
  /** What was done last, or why it was not. */
  readonly said = signal('');
  #stop = new AbortController();

  constructor(private readonly backups: Pick<Backups, 'keepBefore'>) {}

  /** Reads how it stands, and again whenever that changes. */
  async start(): Promise<void> {
    onSyncState(() => void this.refresh());
    onChange(() => void this.refresh());
    await this.refresh();
  }

  /** Reads how it stands. */
  async refresh(): Promise<void> {
    const [state, own, account] = await Promise.all([
      readSyncState(),
      readOwn(),
      readSyncAccount(),
    ]);
    const isOn = state.since !== undefined && own !== undefined && account !== undefined;
    const around = isOn && {
      account,
      name: own.name,
      peers: await readPeers(),
      waiting: (await countUnsent()).marks,
    };
    const next = isOn ? await nextSync() : undefined;
    batch(() => {
      this.state.value = state;
      this.around.value = around || undefined;
      this.nextAt.value = next;
      const { at = 'closed' } = this.stage.value ?? {};
      if (at === 'closed' || at === 'on') this.stage.value = { at: isOn ? 'on' : 'closed' };
    });
  }

  /** Opens the form. */
  async open(): Promise<void> {
    const account = await readSyncAccount();
    this.draft.value = account ? draftOf(account) : emptyDraft;
    this.say('');
    this.stage.value = { at: 'where' };
  }

  /** Goes back, and stops what goes on. */
  close(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.say('');
    this.stage.value = { at: this.stage.value?.at === 'where' ? 'closed' : 'where' };
    void this.refresh();
  }

  /** Asks the browser for the one address, then tries the storage out. Call within a click. */
  async try(): Promise<void> {
    const account = accountOf(this.draft.value);
    if (!account)
      return this.say(
        text(this.draft.value.kind === 'folder' ? 'syncNoneChosen' : 'syncNoAddress'),
      );
    if (!(await allow(account))) return this.say(text(refusedOf(account)));
    await this.work(async ({ findVault, probe, probeSteps, randomBytes, remoteOf }, signal) => {
      const world = {
        address: account.kind === 'folder' ? '' : account.address,
        now: () => Date.now(),
        random: randomBytes,
        onStep: (step: number) => {
          this.busy.value = text('syncTrying', step + 1, probeSteps);
        },
      };
      const found = await probe(remoteOf(account), world, signal);
      const vault = found.isUsable ? await findVault(this.asking(account)) : undefined;
      this.stage.value = { at: 'tried', tried: { account, report: found, vault } };
    });
  }

  /** Lets the reader choose a folder of this computer. Call within a click. */
  async chooseFolder(): Promise<void> {
    this.say('');
    // The reader may choose none.
    const directory = await chooseDirectory('offprint-sync').catch(() => undefined);
    if (directory) this.draft.value = { ...this.draft.value, directory };
  }

  /** Goes on with a storage in place of the one until now: another password, or another address of the same folder. */
  async use({ account }: Tried): Promise<void> {
    await this.work(async () => {
      await writeSyncAccount(account);
      await changeSyncState({ problem: undefined, retryAt: undefined });
      await this.#settled();
    });
    await this.syncNow();
  }

  /** Shows a code that a new list is to be opened with. */
  async makeCode(tried: Tried): Promise<void> {
    await this.work(async ({ newCode, randomBytes }) => {
      this.stage.value = { at: 'code', tried, code: newCode(randomBytes) };
    });
  }

  /** Begins with the list that is here, and publishes it. */
  async begin({ account }: Tried, code: string): Promise<void> {
    await this.work(async ({ beginVault }) => {
      await beginVault(this.asking(account), code, deviceName());
      await this.#settled();
    });
    await this.syncNow();
  }

  /** Opens the list that is there, and says what joining would do. */
  async look(tried: Tried, typed: string): Promise<void> {
    const { account, vault } = tried;
    await this.work(async ({ planJoin, readCode, troubleIn }) => {
      const code = this.codeIn(readCode(typed));
      if (code === undefined || !vault) return;
      const joining = await planJoin(this.asking(account), vault, code, deviceName());
      const trouble = troubleIn(joining.outcome);
      if (trouble && trouble.code !== 'stopped')
        this.say(syncSentence(trouble.code, trouble.detail));
      else this.stage.value = { at: 'plan', tried, joining };
    });
  }

  /** Joins, when there is a backup of what is here. */
  async join({ account }: Tried, joining: Joining): Promise<void> {
    await this.work(async ({ join }) => {
      if (!(await this.backups.keepBefore(Date.now()))) return this.say(text('syncNoBackup'));
      await join(this.asking(account), joining);
      await this.#settled();
    });
    await this.syncNow(this.choicesFor(joining));
  }

  /**
   * Syncs at once.
   * @returns How that ended; `undefined` where it could not be said, or something else goes on.
   */
  async syncNow(choices: Choices = {}): Promise<Outcome | undefined> {
    if (this.stage.value?.at !== 'on') return undefined;
    let outcome: Outcome | undefined;
    await this.work(async ({ syncHere }, signal) => {
      outcome = await aloneInSync(() => syncHere({ app: appVersion(), choices, signal }));
      await tellSyncChanged();
      await this.refresh();
    });
    return outcome;
  }

  /** The code that was typed; says what is wrong with one that is none. */
  codeIn(read: ReturnType<Engine['readCode']>): string | undefined {
    if ('code' in read) return read.code;
    const faults = {
      length: 'syncCodeLength',
      character: 'syncCodeCharacter',
      check: 'syncCodeCheck',
    } as const;
    this.say(text(faults[read.fault]));
    return undefined;
  }

  /** Says something in place of what was said before. */
  say(sentence: string): void {
    this.said.value = sentence;
  }

  /** With what the storage is asked. */
  asking(account: SyncAccount): Asking {
    return { account, app: appVersion(), signal: this.#stop.signal };
  }

  /** Does some work, of which there is one at a time; why it failed is said. */
  async work(work: (engine: Engine, signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    const { signal } = this.#stop;
    this.say('');
    this.busy.value = text('syncWorking');
    try {
      const { engine } = await import('./engine');
      await work(engine, signal).catch((error: unknown) => {
        if (!signal.aborted) this.#fail(engine.troubleOf(error), error);
      });
    } catch (error) {
      report('sync', error);
    } finally {
      this.busy.value = '';
    }
  }

  async #settled(): Promise<void> {
    this.stage.value = { at: 'closed' };
    await this.refresh();
  }

  #fail({ code, detail }: ReturnType<Engine['troubleOf']>, error: unknown): void {
    if (code === 'failed') report('sync', error);
    this.say(syncSentence(code, detail));
  }

  /** Who joins has seen what would go. */
  private choicesFor({ outcome }: Joining): Choices {
    return outcome.kind === 'stopped' ? { answer: { plan: outcome.plan, choice: 'apply' } } : {};
  }
}
