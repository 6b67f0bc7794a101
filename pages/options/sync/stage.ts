import type { SyncAccount } from '../../../lib/sync-account';
import type { Joining } from '../../../store/sync/set-up';
import type { Peer } from '../../../sync/local';
import type { ProbeReport } from '../../../sync/remotes/probe';
import type { VaultFile } from '../../../sync/vault/vault-file';

/** A storage that was tried. */
export interface Tried {
  readonly account: SyncAccount;
  readonly report: ProbeReport;
  /** What one of the reader's devices has made there. */
  readonly vault?: VaultFile | undefined;
}

/** Where the reader is in setting up. */
export type Stage =
  | { readonly at: 'closed' | 'where' | 'on' }
  | { readonly at: 'tried'; readonly tried: Tried }
  | { readonly at: 'code'; readonly tried: Tried; readonly code: string }
  | { readonly at: 'plan'; readonly tried: Tried; readonly joining: Joining };

/** What is known of this device and the others. */
export interface Around {
  readonly account: SyncAccount;
  readonly name: string;
  readonly peers: readonly Peer[];
  /** How many changes wait to be sent. */
  readonly waiting: number;
}
