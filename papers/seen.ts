import { isUndecided, type UndecidedState } from './paper';
import type { PaperRecord } from './record';

/** The undecided state of a paper: put off where the reader said so, else new until it was on screen, or was missed. */
export function undecidedState({
  seenAt,
  missedAt,
  laterAt,
}: Pick<PaperRecord, 'seenAt' | 'missedAt' | 'laterAt'>): UndecidedState {
  if (laterAt !== undefined) return 'later';
  if (seenAt !== undefined) return 'seen';
  return missedAt === undefined ? 'new' : 'missed';
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
