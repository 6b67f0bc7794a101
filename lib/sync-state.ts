import * as v from 'valibot';
import { announceChange } from './announce';
import { browser } from './browser';
import { syncKey as key, onStoredSync } from './sync-changes';

/** How far the cards of papers (title, authors, abstract) have come, which are most of what is sent. Words are there before. */
export interface SyncProgress {
  /** Whether papers are sent from here, or files of other devices are read. */
  readonly of: 'papers' | 'files';
  readonly done: number;
  readonly total: number;
}

/** How it goes with the sync. Instants in ms since the epoch. */
export interface SyncState {
  /** Since when this device is synced; absent where it is not. */
  readonly since?: number;
  /** Whether abstracts stay here, where the storage is small. */
  readonly isWithoutAbstracts?: boolean;
  /** When a round was last done to its end. */
  readonly succeededAt?: number;
  /** When the last one ended, well or not. */
  readonly endedAt?: number;
  /** When to try again at the earliest, where the last round failed. */
  readonly retryAt?: number;
  /** How many rounds have failed one after the other. */
  readonly failures?: number;
  /** How far a first sync has come; absent where none is going on. */
  readonly progress?: SyncProgress;
  /** What is wrong, by its code, with what the storage said; absent since the last round that went well. */
  readonly problem?: { readonly code: string; readonly detail?: string | undefined };
}

const optional = <Field extends v.GenericSchema>(field: Field) =>
  v.fallback(v.optional(field), undefined);
const instant = optional(v.number());

/** A field that is damaged is absent. */
const schema = v.object({
  since: instant,
  isWithoutAbstracts: optional(v.boolean()),
  succeededAt: instant,
  endedAt: instant,
  retryAt: instant,
  failures: instant,
  progress: optional(
    v.object({ of: v.picklist(['papers', 'files']), done: v.number(), total: v.number() }),
  ),
  problem: optional(v.object({ code: v.string(), detail: v.optional(v.string()) })),
});

/** Reads the state; whatever is missing or damaged is absent. */
export async function readSyncState(): Promise<SyncState> {
  return parse((await browser.storage.local.get(key))[key]);
}

/** What is to be another: of what is `undefined`, that it is absent. */
export type SyncChange = { readonly [Field in keyof SyncState]: SyncState[Field] | undefined };

/** Changes some of the state. */
export async function changeSyncState(change: SyncChange): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await readSyncState()), ...change } });
}

/** Has the background look anew when the next round is due, as it does at every change. */
export function tellSyncChanged(): Promise<void> {
  return announceChange({ stores: [], ids: [] });
}

/** Forgets all of it. */
export async function forgetSyncState(): Promise<void> {
  await browser.storage.local.remove(key);
}

/** Calls back whenever the state changes, in whichever context, until the signal aborts. */
export function onSyncState(callback: (state: SyncState) => void, signal?: AbortSignal): void {
  onStoredSync((stored) => callback(parse(stored)), signal);
}

function parse(stored: unknown): SyncState {
  const { success, output } = v.safeParse(schema, stored);
  return success ? (output as SyncState) : {};
}
