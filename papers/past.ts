import { emptyRecord } from './merge';
import { coherent } from './own';
import { isUndecided } from './paper';
import { dayLength, dayStart, defined, type PaperRecord, withKeys } from './record';

/** How long a new paper waits to be seen, in ms: thirty days; then it is missed. */
export const newTime = 30 * dayLength;
/** How long all of a paper is kept that the reader says nothing of, in ms: ninety days. */
export const wholeTime = 90 * dayLength;

const kept = [
  'id',
  'aliases',
  'title',
  'authors',
  'authorCount',
  'organization',
  'publishedAt',
  'upvotes',
  'seenAt',
  'missedAt',
  'firstDay',
  'day',
  'sites',
  'matches',
  'mutedBy',
  'firstSeenAt',
  'lastSeenAt',
] as const satisfies readonly (keyof PaperRecord)[];

/**
 * What is left of a paper that the reader never said a word of: enough to know it again, to say when it
 * was met, and for a ranker to learn what was passed over.
 */
export type Past = Pick<PaperRecord, (typeof kept)[number]>;

/** What to keep of a paper. */
export function pastOf(record: PaperRecord): Past {
  return defined(Object.fromEntries(kept.map((field) => [field, record[field]]))) as Past;
}

/** The paper that is here again, with its dates, as seen or missed as it was. */
export function recordOf(past: Past): PaperRecord {
  return withKeys(coherent({ ...emptyRecord(past.id, past.firstSeenAt), ...past }));
}

/**
 * Tells whether a new paper waits no longer: it was neither met, nor listed, nor counted anew in the last thirty days.
 * @param now ms since the epoch.
 */
export function isOverdue(record: PaperRecord, now: number): boolean {
  const { state, firstSeenAt, countedAt = 0, day } = record;
  return state === 'new' && Math.max(firstSeenAt, countedAt, dayStart(day)) < now - newTime;
}

/**
 * Tells whether a paper may shrink to what `pastOf` keeps: undecided and not new, the reader has never
 * said anything of it, not even to take it back, and no page and no list has had it for ninety days.
 * @param now ms since the epoch.
 */
export function isForgettable(record: PaperRecord, now: number): boolean {
  const { state, stamps, tagStamps = [], tags, hasNote, distinct = [], day } = record;
  if (!isUndecided(state) || state === 'new' || hasNote) return false;
  const words = [...Object.keys(stamps), ...tagStamps, ...tags, ...distinct];
  const { firstSeenAt, lastSeenAt, seenAt = 0 } = record;
  const met = Math.max(firstSeenAt, lastSeenAt, seenAt, dayStart(day));
  return words.length === 0 && record.openedAt === undefined && met < now - wholeTime;
}
