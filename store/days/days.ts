import { isWeekend } from '../../papers/iso-day';
import type { PaperId } from '../../papers/paper';
import { dayLength, dayStart, isAgain, isoDay, type PaperRecord } from '../../papers/record';
import type { Day } from '../database/schema';
import { withDatabase } from '../database/with-database';
import type { PageSighting } from '../records/sightings';
import type { Writer } from '../records/writer';

const polled = /^huggingface:day:\d/;
/** A list of another site that is of a day: its id without the day, and the day. */
const otherList = /^(?!huggingface:)(.+:)(\d{4}-\d\d-\d\d)$/;

/**
 * The key of the row that has what a list of a day lists: the ISO day for Daily Papers, else the digest's id, which no
 * range of days has in it.
 * @returns `undefined` for a list that is of no day.
 */
export function listKey({ digest, day }: { readonly digest: string; readonly day?: string }) {
  if (polled.test(digest)) return day;
  return otherList.test(digest) ? digest : undefined;
}

/**
 * Notes which papers a day's list has: a poll tells all of them, a page may tell of them bit by bit. Only lists of
 * Daily Papers say on which days papers are.
 */
export async function noteDay(
  writer: Writer,
  { answer, ...page }: PageSighting,
  ids: readonly PaperId[],
): Promise<void> {
  const day = listKey(page);
  if (!day) return;
  const store = writer.transaction.objectStore('days');
  const stored = await store.get(day);
  const known = stored?.ids ?? [];
  const isWhole = answer && !answer.skipped;
  const listed = isWhole ? ids : [...new Set([...known, ...ids])];
  if (answer) await store.put({ ...answer, day, ids: listed });
  else if (listed.length > known.length || !stored)
    await store.put({ ...stored, day, ids: listed });
  if (day === page.day) await forgetMoved(writer, [...new Set([...known, ...ids])]);
  else if (!stored) await forgetOld(writer, day);
}

/** Of a list that nobody asks for, the days of a month are kept. */
async function forgetOld({ transaction }: Writer, key: string): Promise<void> {
  const [, list = '', day = ''] = otherList.exec(key) ?? [];
  const oldest = isoDay(dayStart(day) - mostDaysBack * dayLength);
  const range = IDBKeyRange.bound(`${list}0`, `${list}${oldest}`, false, true);
  await transaction.objectStore('days').delete(range);
}

/**
 * The site moves papers from day to day. One that is on its first or its newest day's list no more,
 * and that list was asked for, was moved and does not come again: what counts are the lists it is on.
 */
async function forgetMoved(writer: Writer, ids: readonly PaperId[]): Promise<void> {
  for (const record of await writer.findAll(ids)) {
    if (!record || !isAgain(record)) continue;
    const { firstDay, day } = await daysListed(writer, record);
    if (firstDay !== record.firstDay || day !== record.day)
      writer.put(record, { ...record, firstDay, day });
  }
}

/** The first and the newest day whose lists may have a paper; its newest one when none has it. */
async function daysListed(
  { transaction }: Writer,
  { id, aliases = [], firstDay = '', day: newest }: PaperRecord,
): Promise<{ readonly firstDay: string; readonly day: string }> {
  const range = IDBKeyRange.bound(firstDay, newest);
  const lists = await transaction.objectStore('days').getAll(range);
  const has = ({ ids }: Day) => ids.some((one) => one === id || aliases.includes(one));
  const on = lists.filter(has).map(({ day }) => day);
  const left = new Set(lists.filter((one) => one.checkedAt && !has(one)).map(({ day }) => day));
  return {
    firstDay: left.has(firstDay) ? (on[0] ?? newest) : firstDay,
    day: left.has(newest) ? (on.at(-1) ?? newest) : newest,
  };
}

/**
 * Notes that a day's list was asked for and is as it was.
 * @param checkedAt When, in ms since the epoch.
 * @throws StoreError
 */
export function noteUnchanged(day: string, checkedAt: number): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('days', 'readwrite');
    const stored = await transaction.store.get(day);
    if (stored)
      await transaction.store.put({ ...stored, checkedAt, still: (stored.still ?? 0) + 1 });
    await transaction.done;
  });
}

/** How many answers in a row must have as many papers until a day that is over counts as whole. */
const stillAnswers = 3;

/**
 * Tells whether more papers may come to a day's list: until the day is over in UTC, was asked for
 * after that, and its count has stood still for three answers. A day that has been over for another
 * day is whole after one answer. An instant of the future is one of a wrong clock.
 * @param now ms since the epoch.
 */
export function isFilling({ day, checkedAt, still = 0 }: Day, now: number): boolean {
  const end = dayStart(day) + dayLength;
  if (now < end || checkedAt === undefined || checkedAt < end || checkedAt > now) return true;
  return still < stillAnswers && checkedAt < end + dayLength;
}

/**
 * The days from one to another, both included, that anything is known of, oldest first.
 * @param from An ISO day.
 * @throws StoreError
 */
export function readDays(from: string, to: string): Promise<Day[]> {
  return withDatabase((database) => database.getAll('days', IDBKeyRange.bound(from, to)));
}

/** A digest older than that, in days, is no news. */
export const mostDaysBack = 30;

/**
 * Tells whether more papers may come to a day's list, as `isFilling`. One that only pages told of is
 * asked for by nobody: it is whole when its day has been over for another.
 * @param now ms since the epoch.
 */
export function mayGrow(day: Day, now: number): boolean {
  const isRecent = now < dayStart(day.day) + 2 * dayLength;
  return isFilling(day, now) && (day.checkedAt !== undefined || isRecent);
}

/**
 * The lists that are known and may still grow, oldest first. A weekend has none, however often it is asked for.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function readFilling(now: number): Promise<Day[]> {
  return fillingAmong(await readLately(now), now);
}

function readLately(now: number): Promise<Day[]> {
  return readDays(isoDay(now - mostDaysBack * dayLength), isoDay(now));
}

function fillingAmong(days: readonly Day[], now: number): Day[] {
  return days.filter((day) => mayGrow(day, now) && (day.ids.length > 0 || !isWeekend(day.day)));
}

/** How far the lists of new papers are known. */
export interface KnownLists {
  /** How many new papers are on lists that are still filling; absent when no list is known to be. */
  readonly filling?: { readonly new: number; readonly isToday: boolean };
  /** Whether the site was asked for today's list. */
  readonly knowsToday: boolean;
  /** Today is a day on which the site has no list, and none is known. */
  readonly isWeekend?: true;
}

/**
 * How far the lists are known; badge and popup say no more than that.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function readKnown(now: number): Promise<KnownLists> {
  const today = isoDay(now);
  const days = await readLately(now);
  const filling = fillingAmong(days, now).map(({ day }) => day);
  const onThem = [...(await countNewOn(filling)).values()].reduce((sum, one) => sum + one, 0);
  return {
    ...(filling.length > 0 ? { filling: { new: onThem, isToday: filling.join() === today } } : {}),
    ...(isWeekend(today) && !filling.includes(today) ? { isWeekend: true } : {}),
    knowsToday: days.some(({ day, checkedAt }) => day === today && checkedAt !== undefined),
  };
}

/**
 * How many new (or missed) papers each day has, muted ones left out.
 * @param days ISO days.
 * @throws StoreError
 */
export function countNewOn(
  days: readonly string[],
  state: 'new' | 'missed' = 'new',
): Promise<ReadonlyMap<string, number>> {
  return withDatabase(async (database) => {
    const states = database.transaction('papers').store.index('state');
    const counts = days.map(async (day) => {
      const at = dayStart(day);
      const range = IDBKeyRange.bound([state, at], [state, at + dayLength], false, true);
      return [day, await states.count(range)] as const;
    });
    return new Map(await Promise.all(counts));
  });
}
