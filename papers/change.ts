import { coherent, restamped } from './own';
import { isSaved, isUndecided, type PaperId, type PaperState, type Status } from './paper';
import { defined, type PaperRecord } from './record';
import { retag } from './retag';
import { seenIn, undecidedState } from './seen';
import { changedTags, cleanTags, type TagsChange } from './tags';
import type { Clock } from './words/clock';

/**
 * What the reader decides of a paper. `saved` puts it in the list and leaves one alone that is there;
 * `undecided` takes a decision back. `less` dismisses one that is not saved, and says that papers like it are to count
 * for less.
 */
export type Decision = Status | 'saved' | 'dismissed' | 'less' | 'undecided' | 'deleted';

/** What the reader does to a paper, the same for one and for ten thousand. */
export type Change =
  | { readonly kind: 'state'; readonly to: Decision }
  /** Out of the bin, to where it was before. Other papers are left alone. */
  | { readonly kind: 'restore' }
  /** An undecided paper is put off, until it is decided on or taken from those put off. Others are left alone. */
  | { readonly kind: 'later' }
  /** A missed paper counts as new. Others are left alone. */
  | { readonly kind: 'count' }
  /** Until an instant in ms; a paper that is not saved is saved with it. */
  | { readonly kind: 'snooze'; readonly until: number }
  | ({
      readonly kind: 'tag';
      /** Whether a paper that is not in the list is saved with it, since tags are the list's. */
      readonly saves?: boolean;
    } & TagsChange)
  /** See `retag` in papers/retag.ts. */
  | {
      readonly kind: 'retag';
      readonly keys: readonly string[];
      readonly to?: string;
      readonly withNested: boolean;
    }
  | { readonly kind: 'star'; readonly on: boolean }
  /** Among those to read next, for saved papers only; a snoozed one is woken. */
  | { readonly kind: 'queue'; readonly on: boolean }
  /** The newest version is the one that is known from now on. */
  | { readonly kind: 'version' }
  /** Which of its ids leads; without one it is as by default. */
  | { readonly kind: 'lead'; readonly to?: PaperId };

/**
 * A paper after a change.
 * @param place The number behind the last of those to read next.
 * @returns `undefined` when the change does nothing to it.
 */
export function changed(
  record: PaperRecord,
  change: Change,
  clock: Clock,
  place = 1,
): PaperRecord | undefined {
  return restamped(record, coherent(afterwards(record, change, clock.now, place)), clock);
}

function afterwards(record: PaperRecord, change: Change, now: number, place: number): PaperRecord {
  switch (change.kind) {
    case 'state':
      return decided(record, change.to, now);
    case 'restore':
      return record.state === 'deleted' ? restored(record) : record;
    case 'later':
      return isUndecided(record.state) ? putOff(record, now) : record;
    case 'count':
      return record.state === 'missed' ? { ...record, state: 'new', countedAt: now } : record;
    case 'snooze':
      return { ...inState(record, 'snoozed', now), snoozedUntil: change.until };
    case 'tag': {
      const adds = cleanTags(change.add).length > 0;
      const isSaving = change.saves === true && adds && !isSaved(record.state);
      const tagged = isSaving ? inState(record, 'unread', now) : record;
      return { ...tagged, tags: changedTags(record.tags, change) };
    }
    case 'retag':
      return { ...record, tags: retag(record.tags, change.keys, change.to, change.withNested) };
    case 'star':
      return defined({ ...record, starred: change.on ? true : undefined }) as PaperRecord;
    case 'version':
      return defined({ ...record, savedVersion: record.version }) as PaperRecord;
    case 'lead':
      return defined({ ...record, lead: change.to }) as PaperRecord;
    case 'queue':
      return queued(record, change.on, now, place);
  }
}

function decided(record: PaperRecord, to: Decision, now: number): PaperRecord {
  if (to === 'saved') return isSaved(record.state) ? record : inState(record, 'unread', now);
  if (to === 'less') return isSaved(record.state) ? record : inState(record, 'dismissed', now);
  if (to !== 'undecided') return inState(record, to, now);
  const { laterAt: _laterAt, ...rest } = record;
  return inState(rest, takenBack(rest), now);
}

/** A paper that is put off already stays where it is in its list. */
function putOff(record: PaperRecord, now: number): PaperRecord {
  if (record.state === 'later') return record;
  return { ...seenIn(record, now), state: 'later', laterAt: now };
}

function inState(record: PaperRecord, state: PaperState, now: number): PaperRecord {
  const { wokeAt: _wokeAt, laterAt, ...rest } = record;
  if (state === record.state) return defined({ ...rest, laterAt });
  const isNowSaved = isSaved(state) && !isSaved(record.state);
  const binned = record.state === 'snoozed' ? 'unread' : record.state;
  return defined({
    ...rest,
    state,
    ...(isNowSaved
      ? { savedAt: now, savedUpvotes: record.upvotes, savedVersion: record.version }
      : {}),
    ...(state === 'read' ? { readAt: now, queueAt: undefined } : {}),
    ...(state === 'deleted' ? { deletedFrom: binned, laterAt } : {}),
  }) as PaperRecord;
}

/** A paper with the reader's own words on it goes to the bin with them; any other is undecided again. */
function takenBack(record: PaperRecord): PaperState {
  const hasWords = record.tags.length > 0 || record.hasNote;
  return isSaved(record.state) && hasWords ? 'deleted' : undecidedState(record);
}

function restored(record: PaperRecord): PaperRecord {
  const { wokeAt: _wokeAt, deletedFrom: from = 'unread', ...rest } = record;
  return { ...rest, state: isUndecided(from) ? undecidedState(record) : from };
}

function queued(record: PaperRecord, on: boolean, now: number, place: number): PaperRecord {
  if (!isSaved(record.state) || on === (record.queueAt !== undefined)) return record;
  if (!on) return defined({ ...record, queueAt: undefined }) as PaperRecord;
  const awake = record.state === 'snoozed' ? inState(record, 'unread', now) : record;
  return { ...awake, queueAt: place };
}
