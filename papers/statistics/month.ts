import { dayNumber } from '../iso-day';
import { readDayOf, savedDayOf } from '../noted-days';
import { isSaved } from '../paper';
import type { PaperRecord } from '../record';
import { tagKey } from '../tag-key';

/** What the pictures of one month are drawn from; every number is a sum over saved papers. */
export interface MonthTally {
  /** ISO month. */
  readonly month: string;
  /** How many were saved, by ISO day. */
  readonly saved: Readonly<Record<string, number>>;
  /** How many were read, by ISO day. */
  readonly read: Readonly<Record<string, number>>;
  /** Of those saved in this month, by tag key and by organisation. */
  readonly tags: Readonly<Record<string, number>>;
  readonly organizations: Readonly<Record<string, number>>;
  /** Of those read in this month, how many took so many days from being saved. */
  readonly delays: Readonly<Record<string, number>>;
  /** Of those saved in this month whose upvotes are known then and now: how many, and both sums. */
  readonly upvotes: { readonly papers: number; readonly atSaving: number; readonly now: number };
}

const parts = ['saved', 'read', 'tags', 'organizations', 'delays'] as const;
type Part = (typeof parts)[number];

/** What some papers add to one month, or take from it. */
export class MonthSums {
  readonly upvotes = { papers: 0, atSaving: 0, now: 0 };
  private readonly sums = new Map(parts.map((part) => [part, new Map<string, number>()]));

  /** Adds to one number; a sum that comes back to nothing is gone. */
  add(part: Part, key: string, change: number): void {
    const counts = this.sums.get(part);
    const sum = (counts?.get(key) ?? 0) + change;
    if (sum === 0) counts?.delete(key);
    else counts?.set(key, sum);
  }

  /** Tells whether nothing is added to and nothing taken from the month. */
  isEmpty(): boolean {
    const { papers, atSaving, now } = this.upvotes;
    return !papers && !atSaving && !now && parts.every((part) => !this.sums.get(part)?.size);
  }

  /**
   * Adds the sums to what is stored of the month.
   * @returns What to store now, keys in order; `undefined` when nothing is left.
   */
  onto(month: string, stored: MonthTally | undefined): MonthTally | undefined {
    const total = new MonthSums();
    for (const part of parts) {
      for (const [key, count] of Object.entries(stored?.[part] ?? {})) total.add(part, key, count);
      for (const [key, count] of this.sums.get(part) ?? []) total.add(part, key, count);
    }
    for (const field of ['papers', 'atSaving', 'now'] as const)
      total.upvotes[field] = (stored?.upvotes[field] ?? 0) + this.upvotes[field];
    return total.isEmpty() ? undefined : total.row(month);
  }

  private row(month: string): MonthTally {
    const sorted = (part: Part): Record<string, number> =>
      Object.fromEntries(
        [...(this.sums.get(part) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1)),
      );
    return {
      month,
      saved: sorted('saved'),
      read: sorted('read'),
      tags: sorted('tags'),
      organizations: sorted('organizations'),
      delays: sorted('delays'),
      upvotes: { ...this.upvotes },
    };
  }
}

/** Sums by ISO month. */
export type SumsByMonth = Map<string, MonthSums>;

/**
 * Adds what a paper counts for to the months it was saved and read in, or takes it away.
 * @param record A paper that is not in the list counts for nothing.
 */
export function countPaper(
  months: SumsByMonth,
  record: PaperRecord | undefined,
  change: 1 | -1,
): void {
  if (!record || !isSaved(record.state)) return;
  const [savedDay, readDay] = [savedDayOf(record), readDayOf(record)];
  const savedIn = monthOf(months, savedDay);
  savedIn.add('saved', savedDay, change);
  for (const tag of record.tags) savedIn.add('tags', tagKey(tag), change);
  if (record.organization) savedIn.add('organizations', record.organization, change);
  const { savedUpvotes, upvotes } = record;
  if (savedUpvotes !== undefined && upvotes !== undefined) {
    savedIn.upvotes.papers += change;
    savedIn.upvotes.atSaving += change * savedUpvotes;
    savedIn.upvotes.now += change * upvotes;
  }
  if (readDay === undefined) return;
  const readIn = monthOf(months, readDay);
  readIn.add('read', readDay, change);
  readIn.add('delays', String(delay(savedDay, readDay)), change);
}

/** Whole days on the calendar; a clock that was set back makes none of them negative. */
function delay(savedDay: string, readDay: string): number {
  return Math.max(0, (dayNumber(readDay) ?? 0) - (dayNumber(savedDay) ?? 0));
}

function monthOf(months: SumsByMonth, day: string): MonthSums {
  const month = day.slice(0, 7);
  const sums = months.get(month) ?? new MonthSums();
  months.set(month, sums);
  return sums;
}
