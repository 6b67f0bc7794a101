import { type MessageKey, text } from '../lib/text';

/**
 * What is wrong, in a sentence that says what to do, by the code of whatever told: a storage
 * (sync/remotes/remote.ts, sync/remotes/probe.ts), a vault (sync/vault/errors.ts), a round (sync/round/report.ts).
 */
const sentences: Readonly<Record<string, MessageKey>> = {
  unauthorised: 'syncUnauthorised',
  forbidden: 'syncForbidden',
  busy: 'syncBusy',
  full: 'syncFull',
  tooLarge: 'syncTooLarge',
  locked: 'syncLocked',
  unreachable: 'syncUnreachable',
  unreachableOrUntrusted: 'syncUntrusted',
  certificate: 'syncCertificate',
  noPermission: 'syncNoPermission',
  folderNotAllowed: 'syncFolderNotAllowed',
  folderAway: 'syncFolderAway',
  redirected: 'syncRedirected',
  notWebdav: 'syncNotWebdav',
  loginPage: 'syncLoginPage',
  clock: 'syncClock',
  noFolder: 'syncNoFolder',
  serverFault: 'syncServerFault',
  badAnswer: 'syncBadAnswer',
  emptied: 'syncEmptied',
  otherVault: 'syncOtherVault',
  needsCode: 'syncNeedsCode',
  unknownKey: 'syncNeedsCode',
  tooOld: 'syncTooOld',
  newer: 'syncTooOld',
  notKept: 'syncNotKept',
  stopped: 'syncStopped',
  damaged: 'syncDamaged',
  wrongCode: 'syncWrongCode',
  unsafe: 'syncUnsafe',
  noPage: 'syncNoPage',
  late: 'syncLate',
  truncated: 'syncTruncated',
  altered: 'syncAltered',
  stale: 'syncStale',
  keepsBoth: 'syncKeepsBoth',
  listsNotAll: 'syncListsNotAll',
  inventsFiles: 'syncInventsFiles',
  keepsRemoved: 'syncKeepsRemoved',
  leftBehind: 'syncLeftBehind',
  takesSmallFiles: 'syncTakesSmallFiles',
  tellsNoChanges: 'syncTellsNoChanges',
  unprotected: 'syncUnprotected',
  clocksDiffer: 'syncClocksDiffer',
};

/** Codes whose detail is part of the sentence. */
const withDetail: readonly string[] = ['redirected', 'clocksDiffer'];

/**
 * The sentence on what is wrong.
 * @param detail What the storage said.
 */
export function syncSentence(code: string, detail = ''): string {
  if (code === 'redirected' && !detail) return text('syncRedirectedNowhere');
  const key = sentences[code];
  if (!key) return text('syncFailed', detail || code);
  return withDetail.includes(code) ? text(key, detail) : text(key);
}

/** Whether what the storage said is worth a look beside the sentence. */
export function hasOwnDetail(code: string, detail = ''): boolean {
  return detail !== '' && code in sentences && !withDetail.includes(code);
}
