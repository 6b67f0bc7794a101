import { dayNumber, dayOf } from '../iso-day';
import type { PaperId } from '../paper';
import type { PaperRecord } from '../record';

/** Which of the new papers the deck goes through: those of some days (ISO days), of one list, or all of them. */
export interface Scope {
  readonly days?: readonly string[];
  /** The key of a list of another site than Daily Papers; see `listKey` in store/days/days.ts. */
  readonly list?: string;
  /** What the list has, once it was read. */
  readonly listed?: readonly PaperId[];
}

const sets = new WeakMap<readonly PaperId[], ReadonlySet<PaperId>>();

/** Tells whether a paper is in a scope, by its list or by its day. */
export function isWithin(
  { days, list, listed = [] }: Scope,
  { id, day }: Pick<PaperRecord, 'id' | 'day'>,
): boolean {
  if (list === undefined) return days === undefined || days.includes(day);
  const known = sets.get(listed) ?? new Set(listed);
  sets.set(listed, known);
  return known.has(id);
}

/** Tells whether a scope is named, so that what was missed is in it, too. */
export function isNamed({ days, list }: Scope): boolean {
  return days !== undefined || list !== undefined;
}

/** Tells whether two scopes are the same, whatever the order of their days. */
export function sameScope(one: Scope, other: Scope): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ days, list }: Scope): string {
  if (list !== undefined) return list;
  return days === undefined ? 'all' : [...new Set(days)].sort().join();
}

/** 1970-01-01 was a Thursday: three days before it a week began. */
const thursday = 3;

/**
 * The ISO week that a day is in.
 * @param day An ISO day.
 * @returns As `2026-W48`; `undefined` when it is no day.
 */
export function isoWeekOf(day: string): string | undefined {
  const at = dayNumber(day);
  if (at === undefined) return undefined;
  const middle = at - mod(at + thursday, 7) + thursday;
  const year = Number(dayOf(middle).slice(0, 4));
  const first = dayNumber(`${year}-01-01`) ?? middle;
  const week = Math.floor((middle - first) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/**
 * The days of an ISO week, Monday first.
 * @param week As `2026-W48`.
 * @returns Nothing when there is no such week.
 */
export function daysOfWeek(week: string): readonly string[] {
  const [, year = '', number = ''] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  const fourth = dayNumber(`${year}-01-04`);
  if (fourth === undefined) return [];
  const monday = fourth - mod(fourth + thursday, 7) + (Number(number) - 1) * 7;
  const days = Array.from({ length: 7 }, (_, at) => dayOf(monday + at));
  return isoWeekOf(days[0] ?? '') === week ? days : [];
}

/**
 * The scope that a page's address asks for.
 * @param search As `?days=2026-11-20,2026-11-23`, `?week=2026-W48` or `?list=arxiv:list:cs.CL:2026-11-20`.
 * @returns `undefined` when it asks for none, or for one that cannot be.
 */
export function readScope(search: string): Scope | undefined {
  const asked = new URLSearchParams(search);
  const list = asked.get('list') ?? '';
  if (isListKey(list)) return { list };
  const week = daysOfWeek(asked.get('week') ?? '');
  const listed = (asked.get('days') ?? '').split(',').filter(isDay);
  const days = [...new Set([...week, ...listed])].sort();
  return days.length ? { days } : undefined;
}

/** Tells whether a text can be the key of a list of another site: its digest's id, which ends with a day. */
export function isListKey(text: string): boolean {
  return text.length <= 1000 && /^[a-z]+:.+:\d{4}-\d\d-\d\d$/.test(text);
}

function isDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && dayNumber(day) !== undefined;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
