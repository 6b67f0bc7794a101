import type { SyncChange } from '../../lib/sync-state';
import { RemoteError } from '../../sync/remotes/remote';
import type { Outcome } from '../../sync/round/report';
import { VaultError } from '../../sync/vault/errors';

const [minute, hour] = [60_000, 3_600_000];
/** The longest until it is tried again, in ms. */
const longest = 6 * hour;

/** What the reader alone can help. */
const hopeless: readonly string[] = [
  'needsCode',
  'stopped',
  'otherVault',
  'noPermission',
  'folderNotAllowed',
];
/** What the reader can help, and what may be over by itself: tried again now and then. */
const lasting: readonly string[] = [
  ...['full', 'tooLarge', 'certificate', 'redirected', 'notWebdav', 'noFolder', 'clock'],
  ...['emptied', 'tooOld', 'newer', 'damaged', 'unsafe'],
];
/** What is refused twice is not asked for a third time: some storages lock out who tries a wrong password often. */
const refused: readonly string[] = ['unauthorised', 'forbidden'];

/** What a round that did not go well has to say. */
export interface Trouble {
  readonly code: string;
  readonly detail?: string | undefined;
  /** How long the storage asks to be left alone, in ms. */
  readonly retryAfter?: number | undefined;
}

/** What is wrong after a round; `undefined` where nothing is. */
export function troubleIn(outcome: Outcome): Trouble | undefined {
  if (outcome.kind === 'done') return undefined;
  if (outcome.kind === 'failed') {
    const { kind: code, detail, retryAfter } = outcome.error;
    return { code, detail, retryAfter };
  }
  if (outcome.kind === 'notKept') return { code: outcome.kind, detail: outcome.path };
  return { code: outcome.kind };
}

/** What is wrong where something was thrown. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof RemoteError) return { code: error.kind, detail: error.detail };
  if (error instanceof VaultError) return { code: error.kind, detail: error.message };
  return { code: 'failed', detail: error instanceof Error ? error.message : String(error) };
}

/**
 * How it goes after trouble: when to try again, each time later.
 * @param now ms since the epoch.
 * @param chance From 0 to 1, so that not all devices come at once.
 */
export function stateAfter(
  { code, detail, retryAfter = 0 }: Trouble,
  { failures = 0 }: SyncChange,
  now: number,
  chance: number,
): SyncChange {
  const isRefused = refused.includes(code) && failures > 0;
  const doubled = minute * 2 ** Math.min(failures, 10) * (0.9 + 0.2 * chance);
  const wait = Math.max(retryAfter, lasting.includes(code) ? longest : Math.min(doubled, longest));
  const retryAt = isRefused || hopeless.includes(code) ? undefined : Math.round(now + wait);
  return { endedAt: now, failures: failures + 1, problem: { code, detail }, retryAt };
}
