import { describe, expect, it } from 'vitest';
import { backlogOf } from '../../../papers/statistics/backlog';
import type { MonthTally } from '../../../papers/statistics/month';
import { readingTimeOf } from '../../../papers/statistics/reading-time';
import { streaksOf } from '../../../papers/statistics/streaks';
import { topicsOf } from '../../../papers/statistics/topics';
import { upvotesOf } from '../../../papers/statistics/upvotes';
import { paceOf, weeksOf } from '../../../papers/statistics/weeks';

/** A Wednesday; its week began on Monday the 23rd. */
const today = '2026-03-25';

function month(iso: string, more: Partial<MonthTally> = {}): MonthTally {
  const upvotes = { papers: 0, atSaving: 0, now: 0 };
  const empty = { saved: {}, read: {}, tags: {}, organizations: {}, delays: {}, upvotes };
  return { month: iso, ...empty, ...more };
}

/** Days of `YYYY-MM` to the month they belong to. */
function tallies(saved: Record<string, number>, read: Record<string, number> = {}): MonthTally[] {
  const names = [...Object.keys(saved), ...Object.keys(read)].map((day) => day.slice(0, 7));
  const of = (counts: Record<string, number>, iso: string) =>
    Object.fromEntries(Object.entries(counts).filter(([day]) => day.startsWith(iso)));
  return [...new Set(names)]
    .sort()
    .map((iso) => month(iso, { saved: of(saved, iso), read: of(read, iso) }));
}

describe('without any paper', () => {
  it('every figure is empty, and none of them fails', () => {
    expect(weeksOf([], today)).toEqual([]);
    expect(paceOf([], today)).toEqual({ saved: 0, read: 0 });
    expect(backlogOf([], today)).toMatchObject({ points: [], waiting: 0, weeksLeft: 0 });
    expect(streaksOf([])).toEqual({ current: 0, longest: 0 });
    expect(topicsOf([], 'tags', today)).toEqual({ months: [], top: [] });
    expect(readingTimeOf([])).toMatchObject({ papers: 0 });
    expect(readingTimeOf([]).quartiles).toBeUndefined();
    expect(upvotesOf([], today)).toEqual({ papers: 0, atSaving: 0, now: 0, months: [] });
  });
});

describe('weeks', () => {
  it('begin on Monday, go on without a gap and end with the current one', () => {
    const months = tallies(
      { '2026-02-28': 2, '2026-03-01': 1, '2026-03-02': 4, '2026-03-23': 1 },
      { '2026-03-02': 1, '2026-03-08': 2 },
    );
    expect(weeksOf(months, today)).toEqual([
      { monday: '2026-02-23', saved: 3, read: 0, readingDays: 0 },
      { monday: '2026-03-02', saved: 4, read: 3, readingDays: 2 },
      { monday: '2026-03-09', saved: 0, read: 0, readingDays: 0 },
      { monday: '2026-03-16', saved: 0, read: 0, readingDays: 0 },
      { monday: '2026-03-23', saved: 1, read: 0, readingDays: 0 },
    ]);
  });

  it('take what a wrong clock put into the future for today’s', () => {
    const months = tallies({ '2026-03-24': 1, '2031-01-01': 2 }, { '2026-03-26': 1 });
    expect(weeksOf(months, today)).toEqual([
      { monday: '2026-03-23', saved: 3, read: 1, readingDays: 1 },
    ]);
    expect(backlogOf(months, today).points).toEqual([{ day: today, waiting: 2 }]);
  });

  it('go back ten years at most, also from a clock that began in 1970', () => {
    const weeks = weeksOf(tallies({ '1970-01-02': 1, '2026-03-25': 1 }), today);
    expect(weeks).toHaveLength(522);
    expect(weeks.at(-1)).toMatchObject({ monday: '2026-03-23', saved: 1 });
  });
});

describe('the pace', () => {
  it('is the mean of 56 days that end today', () => {
    const months = tallies(
      { '2026-01-28': 100, '2026-01-29': 8, '2026-03-25': 16 },
      { '2026-01-28': 100, '2026-03-01': 4 },
    );
    expect(paceOf(months, today)).toEqual({ saved: 3, read: 0.5 });
  });

  it('is of the time there is where that is shorter, and of a week at least', () => {
    expect(paceOf(tallies({ '2026-03-12': 6 }), today)).toEqual({ saved: 3, read: 0 });
    expect(paceOf(tallies({ '2026-03-25': 1 }), today)).toEqual({ saved: 1, read: 0 });
  });
});

describe('the backlog', () => {
  it('adds up what came and went, week by week', () => {
    const months = tallies({ '2026-03-02': 5, '2026-03-10': 1 }, { '2026-03-11': 2 });
    expect(backlogOf(months, today).points).toEqual([
      { day: '2026-03-08', waiting: 5 },
      { day: '2026-03-15', waiting: 4 },
      { day: '2026-03-22', waiting: 4 },
      { day: today, waiting: 4 },
    ]);
  });

  it('ends in as many weeks as its size holds what it shrinks by in one', () => {
    const months = tallies({ '2025-01-06': 30 }, { '2026-03-01': 10, '2026-03-02': 6 });
    expect(backlogOf(months, today)).toMatchObject({ waiting: 14, weeksLeft: 7 });
  });

  it('never ends at a pace at which it grows or stays', () => {
    const grows = backlogOf(tallies({ '2026-03-02': 5 }, { '2026-03-03': 1 }), today);
    expect(grows).not.toHaveProperty('weeksLeft');
    const stays = backlogOf(tallies({ '2020-03-02': 5 }), today);
    expect(stays).not.toHaveProperty('weeksLeft');
    expect(backlogOf(tallies({ '2026-03-02': 5 }, { '2026-03-03': 5 }), today)).toMatchObject({
      waiting: 0,
      weeksLeft: 0,
    });
  });

  it('is told by months over ten years, with what was there before them', () => {
    const saved: Record<string, number> = {};
    for (let year = 2014; year <= 2026; year += 1) saved[`${year}-01-15`] = 10;
    const { points, isMonthly } = backlogOf(tallies(saved, { '2014-02-01': 4 }), today);
    expect(isMonthly).toBe(true);
    expect(points).toHaveLength(120);
    expect(points[0]).toEqual({ day: '2016-04-30', waiting: 26 });
    expect(points.at(-1)).toEqual({ day: today, waiting: 126 });
  });

  it('is never less than nothing, though a clock says that papers were read before they came', () => {
    const { points } = backlogOf(tallies({ '2026-03-10': 1 }, { '2026-03-02': 1 }), today);
    expect(points.map(({ waiting }) => waiting)).toEqual([0, 0, 0, 0]);
  });
});

describe('streaks', () => {
  const weeks = (...days: number[]) =>
    days.map((readingDays, at) => ({ monday: `${at}`, saved: 0, read: 0, readingDays }));

  it.each([
    ['goes on through this week', [1, 0, 2, 7, 1], 3, 3],
    ['is not broken by a week that has not ended', [3, 1, 0], 2, 2],
    ['ends with a whole week without a reading', [1, 1, 1, 0, 0], 0, 3],
    ['begins with the first reading', [1], 1, 1],
    ['has not begun', [0, 0], 0, 0],
  ])('a run %s', (_, days, current, longest) => {
    expect(streaksOf(weeks(...days))).toEqual({ current, longest });
  });
});

describe('topics', () => {
  it('are the most frequent by month, ties by name, and all others together', () => {
    const months = [
      month('2026-01', { tags: { rl: 3, agents: 1, __proto__x: 1 } }),
      month('2026-03', { tags: { agents: 2, '2024': 1 } }),
    ];
    expect(topicsOf(months, 'tags', today, 2)).toEqual({
      months: ['2026-01', '2026-02', '2026-03'],
      top: [
        { key: 'agents', counts: [1, 0, 2], total: 3 },
        { key: 'rl', counts: [3, 0, 0], total: 3 },
      ],
      rest: { counts: [1, 0, 1], total: 2 },
    });
  });

  it('of the future are this month’s, and those of more than ten years ago are left out', () => {
    const months = [
      month('2010-01', { organizations: { 'Old Lab': 9 } }),
      month('2030-01', { organizations: { 'Example Lab': 1 } }),
    ];
    const { months: shown, top } = topicsOf(months, 'organizations', today);
    expect([shown.length, shown[0], shown.at(-1)]).toEqual([120, '2016-04', '2026-03']);
    expect(top).toMatchObject([{ key: 'Example Lab', total: 1 }]);
    expect(top[0]?.counts.at(-1)).toBe(1);
  });
});

describe('the time from saving to reading', () => {
  it('is counted in days, with its quartiles', () => {
    const months = [
      month('2026-01', { delays: { 0: 2, 1: 1, 8: 1 } }),
      month('2026-02', { delays: { 0: 1, 2: 1, 90: 1, 91: 1, 4000: 1 } }),
    ];
    expect(readingTimeOf(months)).toEqual({
      papers: 9,
      buckets: [
        { from: 0, to: 0, papers: 3 },
        { from: 1, to: 2, papers: 2 },
        { from: 3, to: 7, papers: 0 },
        { from: 8, to: 30, papers: 1 },
        { from: 31, to: 90, papers: 1 },
        { from: 91, to: Number.POSITIVE_INFINITY, papers: 2 },
      ],
      quartiles: [0, 2, 90],
    });
  });

  it('of one paper is its own', () => {
    expect(readingTimeOf([month('2026-01', { delays: { 6: 1 } })]).quartiles).toEqual([6, 6, 6]);
  });
});

describe('upvotes', () => {
  it('are compared in the mean of the papers that have both, by month and in all', () => {
    const months = [
      month('2026-01', { upvotes: { papers: 2, atSaving: 10, now: 30 } }),
      month('2026-03', { upvotes: { papers: 1, atSaving: 2, now: 3 } }),
    ];
    expect(upvotesOf(months, today)).toEqual({
      papers: 3,
      atSaving: 4,
      now: 11,
      months: [
        { month: '2026-01', papers: 2, atSaving: 5, now: 15 },
        { month: '2026-02', papers: 0, atSaving: 0, now: 0 },
        { month: '2026-03', papers: 1, atSaving: 2, now: 3 },
      ],
    });
  });
});
