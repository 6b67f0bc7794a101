import { latest, localDay } from './local-day';
import { isoDay, type PaperRecord } from './record';
import { decidedAt } from './record-keys';

/** The day a paper was saved: as noted then, or in UTC where it was saved before days were noted. */
export function savedDayOf(record: PaperRecord): string {
  return record.savedDay ?? dayInUtc(record.savedAt ?? decidedAt(record));
}

/** The day a paper was read, as `savedDayOf`; `undefined` when it is not read. */
export function readDayOf(record: PaperRecord): string | undefined {
  return record.readDay ?? (record.readAt === undefined ? undefined : dayInUtc(record.readAt));
}

/**
 * Notes the reader's day beside each instant that has just changed. A day that is noted stays what it
 * was, whatever zone the reader is in later.
 * @param before What was stored.
 * @param after What is to be stored.
 */
export function withDays(before: PaperRecord | undefined, after: PaperRecord): PaperRecord {
  const { savedDay, readDay, ...rest } = after;
  const saved = dayFor(after.savedAt, savedDay, before?.savedAt, before?.savedDay);
  const read = dayFor(after.readAt, readDay, before?.readAt, before?.readDay);
  return {
    ...rest,
    ...(saved === undefined ? {} : { savedDay: saved }),
    ...(read === undefined ? {} : { readDay: read }),
  };
}

/** A day that came along with its instant, as from a backup, is believed. */
function dayFor(
  at: number | undefined,
  day: string | undefined,
  atBefore: number | undefined,
  dayBefore: string | undefined,
): string | undefined {
  if (at === undefined) return undefined;
  if (at === atBefore || (day !== undefined && day !== dayBefore)) return day;
  return localDay(at);
}

function dayInUtc(at: number): string {
  return isoDay(Math.min(latest, Math.max(0, at)));
}
