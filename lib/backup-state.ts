import * as v from 'valibot';
import { browser } from './browser';
import { onStored } from './stored';

/** How it goes with the backups that are kept without being asked for. Instants in ms since the epoch. */
export interface BackupState {
  /** When it was last seen to that there is one of what is here. */
  readonly checkedAt?: number;
  /** Since when there could be none, and why; absent since the last one that was kept. */
  readonly failure?: {
    readonly at: number;
    readonly isFull: boolean;
    /** As the browser says it. */
    readonly reason: string;
  };
  /** Given where one a week goes into the downloads folder: when the last one did, and the hash of what is in it. */
  readonly downloads?: { readonly at?: number; readonly hash?: string };
}

const key = 'backups';
const optional = <Field extends v.GenericSchema>(field: Field) =>
  v.fallback(v.optional(field), undefined);

/** A field that is damaged is absent. */
const schema = v.object({
  checkedAt: optional(v.number()),
  failure: optional(v.object({ at: v.number(), isFull: v.boolean(), reason: v.string() })),
  downloads: optional(v.object({ at: v.optional(v.number()), hash: v.optional(v.string()) })),
});

/** Reads the state; whatever is missing or damaged is absent. */
export async function readBackupState(): Promise<BackupState> {
  return parse((await browser.storage.local.get(key))[key]);
}

/** Changes some of the state; what is `undefined` is absent from then on. */
export async function changeBackupState(
  change: {
    readonly [Field in keyof BackupState]: BackupState[Field] | undefined;
  },
): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await readBackupState()), ...change } });
}

/** Calls back whenever the state changes, in whichever context. */
export function onBackupState(callback: (state: BackupState) => void): void {
  onStored(key, (stored) => callback(parse(stored)));
}

function parse(stored: unknown): BackupState {
  const { success, output } = v.safeParse(schema, stored);
  return success ? (output as BackupState) : {};
}
