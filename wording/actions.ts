import { counted, type MessageKey, shortDay, text } from '../lib/text';
import { localDay } from '../papers/local-day';
import { statuses } from '../papers/paper';
import type { UndoResult } from '../store/actions/undo';
import type { Action } from '../store/database/schema';
import { statusNames } from './status';

/** What a sentence about an action needs of it. */
export type Told = Pick<Action, 'kind' | 'detail' | 'from' | 'done'>;

const withTitle: Partial<Record<Action['kind'], MessageKey>> = {
  saved: 'saidSavedTitle',
  dismissed: 'announceDismissed',
  later: 'saidLaterTitle',
  deleted: 'announceRemoved',
  restored: 'announceUndecided',
  starred: 'saidStarredTitle',
  unstarred: 'saidUnstarredTitle',
  queued: 'saidQueuedTitle',
  unqueued: 'saidUnqueuedTitle',
  joined: 'saidJoinedTitle',
};

const withCount = {
  saved: 'saidSaved',
  dismissed: 'saidDismissed',
  later: 'saidLater',
  counted: 'saidCounted',
  deleted: 'saidDeleted',
  restored: 'saidRestored',
  status: 'saidStatus',
  snoozed: 'saidSnoozed',
  tagged: 'saidTagged',
  untagged: 'saidUntagged',
  renamedTag: 'saidRenamedTag',
  mergedTags: 'saidMergedTags',
  deletedTag: 'saidDeletedTag',
  starred: 'saidStarred',
  unstarred: 'saidUnstarred',
  queued: 'saidQueued',
  unqueued: 'saidUnqueued',
  joined: 'saidJoined',
  imported: 'saidImported',
  ruleSaved: 'saidRuleSaved',
  ruleTagged: 'saidRuleTagged',
} as const;

/**
 * An action in words, for example `Tagged 40 papers “safety”`.
 * @param now ms since the epoch.
 */
export function actionSentence({ kind, detail = '', from = '', done }: Told, now: number): string {
  const titled = withTitle[kind];
  if (titled && detail) return text(titled, detail);
  return counted(withCount[kind], done, worded(kind, detail, now), from);
}

/**
 * That an action was undone, and what of it was not, for example `Undone: Saved 2 papers. 1 paper was
 * left as it is: you have decided otherwise since`.
 * @param now ms since the epoch.
 */
export function undoSentence(action: Told, result: UndoResult, now: number): string {
  return undoneWords(actionSentence(action, now), result);
}

/**
 * The same of an action that was put in words already.
 * @param key The sentence of an undo that left nothing.
 */
export function undoneWords(
  said: string,
  { count, left }: UndoResult,
  key: 'saidUndone' | 'barUndone' = 'saidUndone',
): string {
  if (!left) return text(key, said);
  return count ? counted('saidLeft', left, text(key, said)) : text('saidAllLeft', said);
}

function worded(kind: Action['kind'], detail: string, now: number): string {
  const status = statuses.find((name) => name === detail);
  if (kind === 'status' && status) return text(statusNames[status]);
  if (kind === 'snoozed') return shortDay(localDay(Number(detail)), now);
  return detail;
}
