import { dayNumber, dayOf } from '../iso-day';
import type { PaperRecord } from '../record';

/** Which of the new papers the deck goes through: those of some days (ISO days), or all of them. */
export interface Scope {
  readonly days?: readonly string[];
}

/** Tells whether a paper's day is in a scope. */
export function isWithin({ days }: Scope, { day }: Pick<PaperRecord, 'day'>): boolean {
  return days === undefined || days.includes(day);
}

/** Tells whether two scopes are the same, whatever the order of their days. */
export function sameScope(one: Scope, other: Scope): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ days }: Scope): string {
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
 * @param search As `?days=2026-11-20,2026-11-23` or `?week=2026-W48`.
 * @returns `undefined` when it asks for none, or for one that cannot be.
 */
export function readScope(search: string): Scope | undefined {
  const asked = new URLSearchParams(search);
  const week = daysOfWeek(asked.get('week') ?? '');
  const listed = (asked.get('days') ?? '').split(',').filter(isDay);
  const days = [...new Set([...week, ...listed])].sort();
  return days.length ? { days } : undefined;
}

function isDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && dayNumber(day) !== undefined;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
