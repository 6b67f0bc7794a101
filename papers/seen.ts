import { isUndecided, type UndecidedState } from './paper';
import type { PaperRecord } from './record';

/** The undecided state of a paper: new until it was on screen, or was missed. */
export function undecidedState({
  seenAt,
  missedAt,
}: Pick<PaperRecord, 'seenAt' | 'missedAt'>): UndecidedState {
  if (seenAt !== undefined) return 'seen';
  return missedAt === undefined ? 'new' : 'missed';
}

/**
 * A paper that was seen: no longer new, whatever becomes of it.
 * @param at The visit in which it was on screen, in ms.
 */
export function seenIn(record: PaperRecord, at: number): PaperRecord {
  if (record.seenAt !== undefined) return record;
  return { ...record, seenAt: at, state: isUndecided(record.state) ? 'seen' : record.state };
}
