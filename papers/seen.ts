import { isUndecided, type UndecidedState } from './paper';
import type { PaperRecord } from './record';

/**
 * The undecided state of a paper: put off where the reader said so, else new until it was on screen, or was missed
 * and not counted as new since.
 */
export function undecidedState({
  seenAt,
  missedAt,
  countedAt = 0,
  laterAt,
}: Pick<PaperRecord, 'seenAt' | 'missedAt' | 'countedAt' | 'laterAt'>): UndecidedState {
  if (laterAt !== undefined) return 'later';
  if (seenAt !== undefined) return 'seen';
  return missedAt === undefined || missedAt <= countedAt ? 'new' : 'missed';
}

/**
 * A paper that a page lists of a day that is not kept, and that was not known: nobody waits for it, as for a missed one.
 * @param at The visit in which it was met, in ms.
 */
export function uncounted(record: PaperRecord, at: number): PaperRecord {
  const met = { ...record, missedAt: at };
  return isUndecided(record.state) ? { ...met, state: undecidedState(met) } : met;
}

/** Tells whether a paper was met on the page of a day that was not kept, and at no other time. */
export function isUncounted({ state, missedAt, firstSeenAt }: PaperRecord): boolean {
  return state === 'missed' && missedAt === firstSeenAt;
}

/**
 * Tells whether nobody waits for the paper because only lists had it that the reader does not follow. Such a list is no
 * day of Daily Papers: what is on it counts neither there nor as glimpsed, until the reader says a word or a list that
 * counts has it.
 */
export function isOffList({
  state,
  firstDay,
  missedAt,
  firstSeenAt,
  countedAt = 0,
}: PaperRecord): boolean {
  const isUnsaid = state === 'missed' || state === 'seen';
  return isUnsaid && firstDay === undefined && missedAt === firstSeenAt && missedAt > countedAt;
}

/** The same paper when a list that counts has it. */
export function countedAgain({ missedAt: _missedAt, ...record }: PaperRecord): PaperRecord {
  return { ...record, state: undecidedState(record) };
}

/**
 * A paper that was seen: no longer new, whatever becomes of it.
 * @param at The visit in which it was on screen, in ms.
 */
export function seenIn(record: PaperRecord, at: number): PaperRecord {
  if (record.seenAt !== undefined) return record;
  const { state } = record;
  const seen = { ...record, seenAt: at };
  return isUndecided(state) ? { ...seen, state: undecidedState(seen) } : seen;
}
