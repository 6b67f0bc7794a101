import { isSaved, isUndecided } from './paper';
import { defined, type PaperRecord } from './record';
import { decidedAt } from './record-keys';
import { undecidedState } from './seen';
import { tagKey } from './tag-key';
import { cleanTags } from './tags';
import type { Clock } from './words/clock';
import { isSameStamp, isStill, nextStamp, type Stamp, sayingAgain } from './words/stamp';
import { inPlace, sinceOf, stampedTags, type TagChange, tagChanges } from './words/tag-stamps';

/** The fields that are the reader's own, by the word that they belong to. */
const ownFields = {
  standing: [
    'state',
    'savedAt',
    'savedUpvotes',
    'readAt',
    'snoozedUntil',
    'deletedFrom',
    'laterAt',
    'countedAt',
  ],
  starred: ['starred'],
  queue: ['queueAt'],
  openings: ['openedAt', 'openedCount'],
  version: ['savedVersion'],
  lead: ['lead'],
} as const satisfies Record<string, readonly (keyof PaperRecord)[]>;

type Word = keyof typeof ownFields;
type OwnField = (typeof ownFields)[Word][number];

const words = Object.keys(ownFields) as readonly Word[];

/** One word as it was before a change. */
interface WordBefore {
  readonly word: Word;
  /** Absent ones are left out. */
  readonly fields: Partial<Pick<PaperRecord, OwnField | 'wokeAt'>>;
  /** Whether the change, and nothing else so far, made it a paper that was seen. */
  readonly sees?: true;
  /** What the change gave it: it is put back only while this is what it has. */
  readonly stamp: Stamp;
  /** What it had before. */
  readonly was?: Stamp;
}

/** The words of a paper that a change touched, as they were before, enough to put them back. */
export interface Before {
  readonly id: string;
  readonly words: readonly WordBefore[];
  readonly tags?: readonly TagChange[];
}

/**
 * What to keep of a paper before a change.
 * @param after The same paper after it, stamped.
 */
export function beforeOf(before: PaperRecord, after: PaperRecord): Before {
  const touched = words.flatMap((word) => {
    const stamp = after.stamps[word];
    if (!stamp || isSameStamp(before.stamps[word], stamp)) return [];
    const names = word === 'standing' ? [...ownFields[word], 'wokeAt' as const] : ownFields[word];
    const fields = defined(Object.fromEntries(names.map((name) => [name, before[name]])));
    const sees = word === 'standing' && before.seenAt !== after.seenAt;
    const was = before.stamps[word];
    return [
      { word, fields, stamp, ...(was ? { was } : {}), ...(sees ? { sees } : {}) } as WordBefore,
    ];
  });
  const tags = tagChanges(before, after);
  return { id: before.id, words: touched, ...(tags.length ? { tags } : {}) };
}

/** What became of an undo on one paper. */
export interface PutBack {
  /** Absent when nothing was put back. */
  readonly record?: PaperRecord;
  /** Whether something was left alone, since the reader has said otherwise meanwhile. */
  readonly isSaidSince: boolean;
}

/**
 * A paper with a change taken back: each word that has what the change gave it is what it was before,
 * and no other one. The words of a paper that became part of another one are that one's now.
 */
export function putBack(record: PaperRecord, before: Before, clock: Clock): PutBack {
  if (record.id !== before.id) return { isSaidSince: true };
  const mine = before.words.filter(({ word, stamp }) => isStill(record.stamps[word], stamp));
  const tags = before.tags?.filter(({ key, stamp }) =>
    isStill(
      record.tagStamps?.find((one) => one.key === key),
      stamp,
    ),
  );
  const isSaidSince =
    mine.length < before.words.length || (tags?.length ?? 0) < (before.tags?.length ?? 0);
  const without = Object.fromEntries(
    mine.flatMap(({ word }) => ownFields[word].map((field) => [field, undefined])),
  );
  const fields = Object.assign({}, ...mine.map((one) => one.fields));
  const after = defined({
    ...record,
    ...without,
    ...fields,
    ...(mine.some(({ sees }) => sees) ? { seenAt: undefined } : {}),
    tags: tagsPutBack(record.tags, tags ?? []),
  }) as PaperRecord;
  const stamped = restamped(record, coherent(after), clock);
  if (!stamped) return { isSaidSince };
  return { record: saidAgain(record, stamped, mine, tags ?? []), isSaidSince };
}

/** Notes on what was put back which word that is, so that what was done before it can be undone, too. */
function saidAgain(
  before: PaperRecord,
  after: PaperRecord,
  put: readonly WordBefore[],
  tags: readonly TagChange[],
): PaperRecord {
  const stamps = put.flatMap(({ word, was }) => {
    const stamp = after.stamps[word];
    const isNew = stamp && !isSameStamp(stamp, before.stamps[word]);
    return isNew ? [[word, sayingAgain(stamp, was)]] : [];
  });
  const changes = new Map(tags.map((change) => [change.key, change]));
  const tagStamps = after.tagStamps?.map((stamp) => {
    const change = changes.get(stamp.key);
    if (!change) return stamp;
    const since = change.was && sinceOf(change.was);
    const said = { ...stamp, ...sayingAgain(stamp, change.was) };
    return since === undefined ? said : { ...said, since };
  });
  return {
    ...after,
    tags: inPlace(after.tags, tagStamps),
    stamps: { ...after.stamps, ...Object.fromEntries(stamps) },
    ...(tagStamps ? { tagStamps } : {}),
  };
}

/**
 * A paper whose own fields go together: an undecided one is new until it was seen, only one that is put off (or was
 * when it went to the bin) says when, only a snoozed one
 * has an end of its snooze, only one that is read (or was when it went to the bin) a time of reading,
 * only a saved one a place in the queue. Backups of version 0.2 do not say when a paper was seen.
 */
export function coherent(record: PaperRecord): PaperRecord {
  const { snoozedUntil, readAt, queueAt, deletedFrom, laterAt, ...rest } = record;
  const isAsleep = record.state === 'snoozed' && snoozedUntil !== undefined;
  const awake = record.state === 'snoozed' && !isAsleep ? 'unread' : record.state;
  const seenAt = record.seenAt ?? (awake === 'seen' ? record.firstSeenAt : undefined);
  const missedAt = record.missedAt ?? (awake === 'missed' ? record.firstSeenAt : undefined);
  const from = awake === 'deleted' ? deletedFrom : undefined;
  const putOffAt = awake === 'later' || from === 'later' ? (laterAt ?? decidedAt(record)) : laterAt;
  const isPutOff = isUndecided(awake) || from === 'later';
  const left = defined({ seenAt, missedAt, countedAt: record.countedAt, laterAt: putOffAt });
  const state = isUndecided(awake) ? undecidedState(left) : awake;
  const wasRead = state === 'read' || from === 'read';
  return defined({
    ...rest,
    state,
    seenAt,
    missedAt,
    laterAt: isPutOff ? putOffAt : undefined,
    snoozedUntil: isAsleep ? snoozedUntil : undefined,
    readAt: wasRead ? (readAt ?? decidedAt(record)) : undefined,
    queueAt: isSaved(state) && !isAsleep ? queueAt : undefined,
    deletedFrom: from,
  });
}

/** Tells whether a change takes a decision back. Rules may have changed since that was made. */
export function isUndecidedAgain(before: PaperRecord, after: PaperRecord): boolean {
  return !isUndecided(before.state) && isUndecided(after.state);
}

/** A paper that was opened from Offprint. It is no longer marked as one that woke up. */
export function opened(record: PaperRecord, clock: Clock, startsReading: boolean): PaperRecord {
  const { wokeAt: _wokeAt, ...rest } = record;
  const count = (record.openedCount ?? 0) + 1;
  const state = startsReading && record.state === 'unread' ? 'reading' : record.state;
  const after = { ...rest, state, openedAt: clock.now, openedCount: count };
  return restamped(record, after, clock) ?? record;
}

/** A snoozed paper that is unread again; any other as it was, without what is left of a snooze. */
export function woken(record: PaperRecord, clock: Clock): PaperRecord {
  if (record.state !== 'snoozed') return coherent(record);
  const after = coherent({ ...record, state: 'unread', wokeAt: clock.now });
  return restamped(record, after, clock) ?? record;
}

/** A paper at another place among those to read next. */
export function placed(record: PaperRecord, queueAt: number, clock: Clock): PaperRecord {
  return restamped(record, coherent({ ...record, queueAt }), clock) ?? record;
}

/**
 * A paper with new stamps on the words that have changed, each greater than what it replaces.
 * @returns `undefined` when none has.
 */
export function restamped(
  before: PaperRecord,
  after: PaperRecord,
  { now, device }: Clock,
): PaperRecord | undefined {
  const touched = words.filter(
    (word) =>
      ownFields[word].some((field) => before[field] !== after[field]) ||
      (word === 'standing' && before.seenAt !== after.seenAt),
  );
  const tagStamps = stampedTags(before, after.tags, { now, device });
  const isMarked = before.wokeAt !== after.wokeAt;
  if (!touched.length && tagStamps === before.tagStamps && !isMarked) return undefined;
  const stamps = touched.map((word) => [word, nextStamp(now, device, before.stamps[word])]);
  return {
    ...after,
    tags: tagStamps === before.tagStamps ? before.tags : inPlace(after.tags, tagStamps),
    stamps: { ...before.stamps, ...Object.fromEntries(stamps) },
    ...(tagStamps ? { tagStamps } : {}),
  };
}

/** Tags with some changes taken back, those that were put on or taken off since as they are. */
function tagsPutBack(tags: readonly string[], changes: readonly TagChange[]): readonly string[] {
  const undone = new Map(changes.map((change) => [change.key, change.before]));
  const kept = tags.flatMap((tag) => {
    const key = tagKey(tag);
    return undone.has(key) ? (undone.get(key) ?? []) : tag;
  });
  return cleanTags([...kept, ...changes.flatMap(({ before }) => before ?? [])]);
}
