import { signal } from '@preact/signals';
import { returnSyncOrigins } from '../../../lib/sync-origin';
import { changeSyncState } from '../../../lib/sync-state';
import { text } from '../../../lib/text';
import { readSyncAccount } from '../../../store/sync/account';
import type { Asking } from '../../../store/sync/set-up';
import type { Peer } from '../../../sync/local';
import type { Answer, Done, Losses, Outcome, Teller } from '../../../sync/round/report';
import { syncSentence } from '../../../wording/sync';
import { allow, refusedOf } from './allowed';
import type { Engine } from './engine';
import type { SyncService } from './service';

/** What would go, and waits for the reader's word. */
export interface Stopped {
  readonly losses: Losses;
  readonly from: readonly Teller[];
  readonly plan: string;
}

/** What is open of the things that can be done to a sync that is there. */
export type Opened = 'code' | 'leave' | 'account' | undefined;

/** What can be done where this device is synced. */
export class RunningSync {
  /** What a round would do now. */
  readonly dry = signal<Done | undefined>(undefined);
  readonly stopped = signal<Stopped | undefined>(undefined);
  readonly opened = signal<Opened>(undefined);
  /** A code that was made, to be shown until the reader has kept it. */
  readonly fresh = signal<string | undefined>(undefined);

  constructor(readonly sync: SyncService) {}

  /** Tells what a round would do, and does not. */
  async try(): Promise<void> {
    await this.#withAccount(async (asking, { tried, troubleIn }) => {
      const outcome = await tried(asking);
      this.dry.value = outcome.kind === 'done' ? outcome.done : undefined;
      this.#take(outcome);
      const trouble = troubleIn(outcome);
      if (trouble && outcome.kind !== 'stopped')
        this.sync.say(syncSentence(trouble.code, trouble.detail));
    });
  }

  /** Answers what a round stopped at. */
  async answer(plan: string, choice: Answer['choice']): Promise<void> {
    this.stopped.value = undefined;
    this.#take(await this.sync.syncNow({ answer: { plan, choice } }));
  }

  /** Puts the question away; nothing is changed until it is answered. */
  later(): void {
    this.stopped.value = undefined;
  }

  /** Publishes what is here in a storage that is empty. */
  async publishAgain(): Promise<void> {
    await this.sync.syncNow({ isAgain: true });
  }

  /** Has the browser allow again what it no longer does, and syncs. Call within a click. */
  async allowAgain(): Promise<void> {
    const account = this.sync.around.value?.account;
    if (!account) return;
    if (await allow(account)) await this.sync.syncNow();
    else this.sync.say(text(refusedOf(account)));
  }

  /** Syncs at once. */
  async now(): Promise<void> {
    this.dry.value = undefined;
    this.#take(await this.sync.syncNow());
  }

  /** Takes the code that was changed on another device. */
  async give(typed: string): Promise<void> {
    await this.#withAccount(async (asking, { giveCode, readCode }) => {
      const code = this.sync.codeIn(readCode(typed));
      if (code !== undefined) await giveCode(asking, code);
    });
    if (!this.sync.said.value) await this.sync.syncNow();
  }

  /** Makes a new code, for a list that the old one opens. */
  async change(typed: string, isKeyNew: boolean): Promise<void> {
    await this.#withAccount(async (asking, { changeCode, newCode, randomBytes, readCode }) => {
      const secret = this.sync.codeIn(readCode(typed));
      if (secret === undefined) return;
      const fresh = newCode(randomBytes);
      await changeCode(asking, { secret, fresh, isKeyNew });
      this.fresh.value = fresh;
    });
  }

  /** The new code is kept: what is to be sealed anew is, and the others are told. */
  async kept(): Promise<void> {
    this.fresh.value = undefined;
    this.opened.value = undefined;
    await this.sync.syncNow();
    if (!this.sync.state.value.problem) this.sync.say(text('syncCodeChanged'));
  }

  /** Takes away what a device has in the storage, when all it said has been read. */
  async remove({ device, name }: Peer): Promise<void> {
    await this.#withAccount(async (asking, { removeDevice, troubleIn }) => {
      const outcome = await removeDevice(asking, device);
      await this.sync.refresh();
      this.#take(outcome);
      const trouble = troubleIn(outcome);
      if (trouble) return this.sync.say(syncSentence(trouble.code, trouble.detail));
      const isGone = !this.sync.around.value?.peers.some((peer) => peer.device === device);
      this.sync.say(text(isGone ? 'syncRemovedDevice' : 'syncNotRemoved', name || device));
    });
  }

  /** Calls this device something else. */
  async rename(name: string): Promise<void> {
    await this.sync.work(async ({ renameDevice }) => {
      if (name.trim()) await renameDevice(name.trim());
      await this.sync.refresh();
    });
  }

  /** Chooses whether abstracts stay here; what this device has sent is then written anew, as soon as that goes. */
  async keepAbstracts(isWithoutAbstracts: boolean): Promise<void> {
    if (this.sync.busy.value) return;
    await changeSyncState({ isWithoutAbstracts });
    this.#take(await this.sync.syncNow());
  }

  /** Leaves, with what lies in the storage or without. */
  async leave(isDeleting: boolean): Promise<void> {
    this.opened.value = undefined;
    await this.#withAccount(async (asking, { leave, troubleOf }) => {
      const failed = await leave(isDeleting ? asking : undefined).then(
        () => undefined,
        (error: unknown) => error,
      );
      await returnSyncOrigins();
      await this.sync.refresh();
      if (!failed) return this.sync.say(text('syncLeft'));
      const { code, detail } = troubleOf(failed);
      this.sync.say(text('syncLeftNotDeleted', syncSentence(code, detail)));
    });
  }

  /** Shows what a round stopped at, until one does not. */
  #take(outcome: Outcome | undefined): void {
    this.stopped.value = outcome?.kind === 'stopped' ? outcome : undefined;
  }

  async #withAccount(work: (asking: Asking, engine: Engine) => Promise<void>): Promise<void> {
    const account = await readSyncAccount();
    if (account) await this.sync.work((engine) => work(this.sync.asking(account), engine));
  }
}
