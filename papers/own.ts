import { isSaved, isUndecided } from './paper';
import { defined, type PaperRecord, type UpdatedAt, undecidedState } from './record';
import { tagKey } from './tag-key';
import { cleanTags } from './tags';

/** The fields that are the reader's own, by the stamp in `UpdatedAt` that tells their age. */
export const ownFields = {
  state: ['state', 'seenAt', 'savedAt', 'savedUpvotes', 'readAt', 'snoozedUntil', 'deletedFrom'],
  tags: ['tags'],
  starred: ['starred'],
  queue: ['queueAt'],
  opened: ['openedAt', 'openedCount'],
  none: ['wokeAt'],
} as const satisfies Record<
  Exclude<keyof UpdatedAt, 'note'> | 'none',
  readonly (keyof PaperRecord)[]
>;

type OwnField = (typeof ownFields)[keyof typeof ownFields][number];

/** The reader's own fields that a change touched, as they were before, enough to put them back. */
export interface Before extends Partial<Pick<PaperRecord, OwnField>> {
  readonly id: string;
  /** Which of the touched fields were absent. */
  readonly absent?: readonly OwnField[];
  /** The tags after the change, where it touched them: what was tagged since is kept. */
  readonly tagsAfter?: readonly string[];
}

/**
 * What to keep of a paper before a change.
 * @param after The same paper after it.
 */
export function beforeOf(before: PaperRecord, after: PaperRecord): Before {
  const fields = touchedFields(before, after);
  const kept = fields.filter((field) => before[field] !== undefined);
  const absent = fields.filter((field) => before[field] === undefined);
  return {
    id: before.id,
    ...Object.fromEntries(kept.map((field) => [field, before[field]])),
    ...(absent.length ? { absent } : {}),
    ...(fields.includes('tags') ? { tagsAfter: after.tags } : {}),
  };
}

/**
 * A paper with a change taken back: the fields that it touched are what they were, and no others.
 * @returns `undefined` when that makes no difference.
 */
export function putBack(record: PaperRecord, before: Before, now: number): PaperRecord | undefined {
  const { id: _id, absent = [], tagsAfter, tags, ...fields } = before;
  const without = Object.fromEntries(absent.map((field) => [field, undefined]));
  const back =
    tags && tagsAfter ? tagsPutBack(record.tags, tags, tagsAfter) : (tags ?? record.tags);
  const after = defined({ ...record, ...fields, ...without, tags: back }) as PaperRecord;
  return stamped(record, coherent(after), now);
}

/**
 * A paper whose own fields go together: an undecided one is new until it was seen, only a snoozed one
 * has an end of its snooze, only one that is read (or was when it went to the bin) a time of reading,
 * only a saved one a place in the queue. Backups of version 0.2 do not say when a paper was seen.
 */
export function coherent(record: PaperRecord): PaperRecord {
  const { snoozedUntil, readAt, queueAt, deletedFrom, ...rest } = record;
  const isAsleep = record.state === 'snoozed' && snoozedUntil !== undefined;
  const awake = record.state === 'snoozed' && !isAsleep ? 'unread' : record.state;
  const seenAt = record.seenAt ?? (awake === 'seen' ? record.firstSeenAt : undefined);
  const state = isUndecided(awake) ? undecidedState(defined({ seenAt })) : awake;
  const from = state === 'deleted' ? deletedFrom : undefined;
  const wasRead = state === 'read' || from === 'read';
  return defined({
    ...rest,
    state,
    seenAt,
    snoozedUntil: isAsleep ? snoozedUntil : undefined,
    readAt: wasRead ? (readAt ?? record.updatedAt.state) : undefined,
    queueAt: isSaved(state) && !isAsleep ? queueAt : undefined,
    deletedFrom: from,
  });
}

/** Tells whether a change takes a decision back. Rules may have changed since that was made. */
export function isUndecidedAgain(before: PaperRecord, after: PaperRecord): boolean {
  return !isUndecided(before.state) && isUndecided(after.state);
}

/** A paper that was opened from Offprint. It is no longer marked as one that woke up. */
export function opened(record: PaperRecord, now: number, startsReading: boolean): PaperRecord {
  const { wokeAt: _wokeAt, ...rest } = record;
  const count = (record.openedCount ?? 0) + 1;
  const state = startsReading && record.state === 'unread' ? 'reading' : record.state;
  const after = { ...rest, state, openedAt: now, openedCount: count };
  return stamped(record, after, now) ?? record;
}

/** A snoozed paper that is unread again; any other as it was, without what is left of a snooze. */
export function woken(record: PaperRecord, now: number): PaperRecord {
  if (record.state !== 'snoozed') return coherent(record);
  const after = coherent({ ...record, state: 'unread', wokeAt: now });
  return stamped(record, after, now) ?? record;
}

/** A paper at another place among those to read next. */
export function placed(record: PaperRecord, queueAt: number, now: number): PaperRecord {
  return stamped(record, coherent({ ...record, queueAt }), now) ?? record;
}

/**
 * A paper with new stamps on what has changed; a clock that was set back never makes one older.
 * @param now ms since the epoch.
 * @returns `undefined` when nothing has.
 */
export function stamped(
  before: PaperRecord,
  after: PaperRecord,
  now: number,
): PaperRecord | undefined {
  const touched: readonly string[] = touchedFields(before, after);
  if (!touched.length) return undefined;
  const stamps = Object.entries(ownFields)
    .filter(
      ([stamp, fields]) => stamp !== 'none' && fields.some((field) => touched.includes(field)),
    )
    .map(([stamp]) => [stamp, Math.max(now, before.updatedAt[stamp as keyof UpdatedAt] ?? 0)]);
  return { ...after, updatedAt: { ...before.updatedAt, ...Object.fromEntries(stamps) } };
}

const allFields: readonly OwnField[] = Object.values(ownFields).flat();

function touchedFields(before: PaperRecord, after: PaperRecord): OwnField[] {
  return allFields.filter((field) =>
    field === 'tags' ? !sameTags(before.tags, after.tags) : before[field] !== after[field],
  );
}

function sameTags(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((tag, at) => tag === other[at]);
}

/** Tags as before a change, with what was added and without what was taken off since. */
function tagsPutBack(
  tags: readonly string[],
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  if (sameTags(tags, after)) return cleanTags(before);
  const spelling = new Map(before.map((tag) => [tagKey(tag), tag]));
  const left = new Set(after.map(tagKey));
  const kept = tags
    .filter((tag) => spelling.has(tagKey(tag)) || !left.has(tagKey(tag)))
    .map((tag) => spelling.get(tagKey(tag)) ?? tag);
  return cleanTags([...kept, ...before.filter((tag) => !left.has(tagKey(tag)))]);
}
