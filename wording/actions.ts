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
  less: 'saidLessTitle',
  later: 'saidLaterTitle',
  deleted: 'announceRemoved',
  restored: 'saidRestoredTitle',
  starred: 'saidStarredTitle',
  unstarred: 'saidUnstarredTitle',
  queued: 'saidQueuedTitle',
  unqueued: 'saidUnqueuedTitle',
  joined: 'saidJoinedTitle',
  parted: 'saidPartedTitle',
  versionKnown: 'saidVersionTitle',
  led: 'saidLedTitle',
};

const withCount = {
  saved: 'saidSaved',
  dismissed: 'saidDismissed',
  less: 'saidLess',
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
  parted: 'saidParted',
  versionKnown: 'saidVersion',
  led: 'saidLed',
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

/** What papers are once an action of the kind is undone; of the other kinds they are back where they were. */
const undoneOf = {
  status: 'saidBackStatus',
  tagged: 'saidBackTagged',
  untagged: 'saidBackUntagged',
  deletedTag: 'saidBackUntagged',
  renamedTag: 'saidBackTags',
  mergedTags: 'saidBackTags',
  starred: 'saidBackStarred',
  unstarred: 'saidBackUnstarred',
  queued: 'saidBackQueued',
  unqueued: 'saidBackUnqueued',
  joined: 'saidBackJoined',
  parted: 'saidBackParted',
  imported: 'saidBackImported',
  counted: 'saidBackCounted',
} as const satisfies Partial<Record<Action['kind'], string>>;

/**
 * What papers are now that an action was undone, and what of it was not: `2 papers are new again. You have decided
 * otherwise on 1 paper since, so it stays as it is`.
 */
export function undoSentence({ kind, detail = '' }: Told, result: UndoResult): string {
  const { count, left, back } = result;
  if (count === 0) return left > 0 ? counted('saidAllLeft', left) : text('saidUndone');
  const isTitled = count === 1 && detail !== '' && kind in withTitle;
  const subject = isTitled ? text('saidTitle', detail) : counted('papers', count);
  const again = back && ({ new: 'saidBackNew', undecided: 'saidBackUndecided' } as const)[back];
  const key = again ?? (kind in undoneOf ? undoneOf[kind as keyof typeof undoneOf] : 'saidBack');
  const said = counted(key, count, subject, detail);
  return left > 0 ? counted('saidLeft', left, said) : said;
}

function worded(kind: Action['kind'], detail: string, now: number): string {
  const status = statuses.find((name) => name === detail);
  if (kind === 'status' && status)
    return text(statusNames[status]).toLocaleLowerCase(text('locale'));
  if (kind === 'snoozed') return shortDay(localDay(Number(detail)), now);
  return detail;
}
