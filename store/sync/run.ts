import { report } from '../../lib/report';
import { changeSyncState, readSyncState } from '../../lib/sync-state';
import type { Local, Own } from '../../sync/local';
import type { Outcome } from '../../sync/round/report';
import { type Choices, round } from '../../sync/round/round';
import { settleKeys } from '../export/settle-keys';
import { readSyncAccount } from './account';
import { StoreLocal } from './local';
import { unlessSyncing } from './lock';
import { ProgressTeller } from './progress';
import { remoteOf } from './remote';
import { readOwn } from './synced';
import { toolsFor } from './tools';
import { stateAfter, troubleIn, troubleOf } from './trouble';

/** After how many rounds whoever waits for what is left waits for the next time. */
const mostRounds = 50;

/** How a run is done. */
export interface Running {
  /** The version of Offprint. */
  readonly app: string;
  readonly choices?: Choices;
  readonly signal?: AbortSignal;
}

/**
 * Syncs this device, unless another window does so already; see `syncHere`.
 */
export async function runRound(app: string): Promise<void> {
  await unlessSyncing(() => syncHere({ app }));
}

/**
 * Does rounds until nothing is left, and keeps how it went. To be called while nobody else does: see `aloneInSync`.
 * @returns How the last one ended; `undefined` where nothing is synced, or it could not be said.
 */
export async function syncHere({
  app,
  choices,
  signal = new AbortController().signal,
}: Running): Promise<Outcome | undefined> {
  const account = await readSyncAccount();
  const own = await readOwn();
  if (!account || !own) return undefined;
  await settleKeys();
  const { isWithoutAbstracts = false, progress } = await readSyncState();
  const local = new StoreLocal({ now: () => Date.now(), isWithoutAbstracts });
  await heed(local, own, isWithoutAbstracts);
  const teller = new ProgressTeller(progress);
  const tools = {
    ...toolsFor(local, remoteOf(account), { app, signal }),
    progress: (left: number) => teller.sent(left),
  };
  try {
    let outcome = await round(tools, choices);
    for (let rounds = 1; isMoreAfter(outcome) && rounds < mostRounds; rounds += 1) {
      teller.read(outcome);
      outcome = await round(tools);
    }
    await teller.told();
    await keep(outcome);
    return outcome;
  } catch (error) {
    await teller.told();
    if (signal.aborted) return undefined;
    report('sync', error);
    const state = await readSyncState();
    await changeSyncState(stateAfter(troubleOf(error), state, Date.now(), Math.random()));
    return undefined;
  }
}

/** Has all that was sent be sent anew, now or once that goes, where the reader wishes it with or without abstracts since. */
async function heed(local: Local, own: Own, isWithoutAbstracts: boolean): Promise<void> {
  const { isWithoutAbstracts: wasWithout = false, ...rest } = own;
  if (wasWithout === isWithoutAbstracts) return;
  const wish = isWithoutAbstracts ? { isWithoutAbstracts } : {};
  await local.keepOwn({ ...rest, ...wish, isWholeDue: true });
}

function isMoreAfter(outcome: Outcome): boolean {
  return outcome.kind === 'done' && outcome.done.isMore;
}

async function keep(outcome: Outcome): Promise<void> {
  const now = Date.now();
  const trouble = troubleIn(outcome);
  const well = {
    ...{ succeededAt: now, endedAt: now },
    ...{ failures: undefined, retryAt: undefined, problem: undefined, progress: undefined },
  };
  const state = await readSyncState();
  if (state.since === undefined) return;
  await changeSyncState(trouble ? stateAfter(trouble, state, now, Math.random()) : well);
}
