import { describe, expect, it } from 'vitest';
import { dateIn, firstDayOf } from '../../../papers/query/dates';
import { parse } from '../../../papers/query/parse';
import { print } from '../../../papers/query/print';
import { scoreOf } from '../../support/words';

describe('a date', () => {
  it.each([
    ['2026', '2026', '2026-01-01'],
    ['2026-3', '2026-03', '2026-03-01'],
    ['2026-03', '2026-03', '2026-03-01'],
    ['2026/3', '2026-03', '2026-03-01'],
    ['2026-03-27', '2026-03-27', '2026-03-27'],
    ['2026/03/27', '2026-03-27', '2026-03-27'],
    ['2026.03.27', '2026-03-27', '2026-03-27'],
    ['2026-3-7', '2026-03-07', '2026-03-07'],
    ['２０２６／３／７', '2026-03-07', '2026-03-07'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['today', 'today', '2026-03-31'],
    ['Yesterday', 'yesterday', '2026-03-30'],
    ['0d', '0d', '2026-03-31'],
    ['7d', '7d', '2026-03-24'],
    ['7D', '7d', '2026-03-24'],
    ['07d', '7d', '2026-03-24'],
    ['10days', '10d', '2026-03-21'],
    ['1 week', '1w', '2026-03-24'],
    ['2w', '2w', '2026-03-17'],
    ['1m', '1m', '2026-02-28'],
    ['3m', '3m', '2025-12-31'],
    ['6months', '6m', '2025-09-30'],
    ['1y', '1y', '2025-03-31'],
    ['2years', '2y', '2024-03-31'],
    ['1mo', '1m', '2026-02-28'],
    ['12mos', '12m', '2025-03-31'],
    ['1yr', '1y', '2025-03-31'],
    ['2wks', '2w', '2026-03-17'],
    ['2 weeks ago', '2w', '2026-03-17'],
    ['2026–03–27', '2026-03-27', '2026-03-27'],
    ['2026‑3', '2026-03', '2026-03-01'],
    ['2026_03', '2026-03', '2026-03-01'],
    ['2026-03-27T10:00:00.000Z', '2026-03-27', '2026-03-27'],
    ['2026年', '2026', '2026-01-01'],
    ['2026年3月', '2026-03', '2026-03-01'],
    ['2026年3月27日', '2026-03-27', '2026-03-27'],
    ['2026년 3월 27일', '2026-03-27', '2026-03-27'],
    ['9999y', '9999y', '0001-01-01'],
    ['2026 年 3 月 27 日', '2026-03-27', '2026-03-27'],
    ['2026 03 27', '2026-03-27', '2026-03-27'],
    ['2026-03-27 10:00', '2026-03-27', '2026-03-27'],
    ['2026-03-27T10:00:00+02:00', '2026-03-27', '2026-03-27'],
    ['now', 'today', '2026-03-31'],
    ['last week', '1w', '2026-03-24'],
    ['past month', '1m', '2026-02-28'],
    ['the previous year', '1y', '2025-03-31'],
    ['last 7 days', '7d', '2026-03-24'],
    ['a week ago', '1w', '2026-03-24'],
    ['an year ago', '1y', '2025-03-31'],
    ['Two weeks ago', '2w', '2026-03-17'],
    ['6mon', '6m', '2025-09-30'],
    ['3 mths', '3m', '2025-12-31'],
    ['this week', 'this week', '2026-03-30'],
    ['This Month', 'this month', '2026-03-01'],
    ['this year', 'this year', '2026-01-01'],
    ['March 2026', '2026-03', '2026-03-01'],
    ['sept. 2025', '2025-09', '2025-09-01'],
    ['2026 Mar', '2026-03', '2026-03-01'],
    ['27 March 2026', '2026-03-27', '2026-03-27'],
    ['27th March 2026', '2026-03-27', '2026-03-27'],
    ['March 27, 2026', '2026-03-27', '2026-03-27'],
    ['Mar 7 2026', '2026-03-07', '2026-03-07'],
    ['27-Mar-2026', '2026-03-27', '2026-03-27'],
    ['2026 March 27', '2026-03-27', '2026-03-27'],
    ['29 Feb 2024', '2024-02-29', '2024-02-29'],
    ['7.3.2026', '2026-03-07', '2026-03-07'],
    ['27/03/2026', '2026-03-27', '2026-03-27'],
    ['03/27/2026', '2026-03-27', '2026-03-27'],
    ['03/2026', '2026-03', '2026-03-01'],
  ])('%s is %s, from %s on when today is the last of March', (typed, spelled, day) => {
    expect(dateIn(typed)).toBe(spelled);
    expect(firstDayOf(spelled, '2026-03-31')).toBe(day);
  });

  it('counts months and years on the calendar, over leap days and the turn of the year', () => {
    expect(firstDayOf('1y', '2024-02-29')).toBe('2023-02-28');
    expect(firstDayOf('4y', '2024-02-29')).toBe('2020-02-29');
    expect(firstDayOf('yesterday', '2024-03-01')).toBe('2024-02-29');
    expect(firstDayOf('1d', '2027-01-01')).toBe('2026-12-31');
    expect(firstDayOf('2w', '2026-01-05')).toBe('2025-12-22');
    expect(firstDayOf('3m', '2026-01-31')).toBe('2025-10-31');
    for (const today of ['2026-03-29', '2026-03-23'])
      expect(firstDayOf('this week', today)).toBe('2026-03-23');
    expect(firstDayOf('this week', '2027-01-01')).toBe('2026-12-28');
  });

  it.each([
    ...[
      '',
      '2026-13',
      '2026-02-30',
      '2026/2/30',
      '2025-02-29',
      '2026-03/27',
      '26-03-27',
      '20260327',
    ],
    ...['7', 'd', '-7d', '7.5d', '7x', '12345d', 'tomorrow', '2026-00', '2026-1-0', 'constructor'],
    ...['week', 'last', 'last w7', 'zero weeks', 'this day', '31 Feb 2026', '29 Feb 2026'],
    ...['March', '27 March', 'Mar 32 2026', '2026 March 2026', '1 March 2 2026', 'Marvel 2026'],
    ...['3/4/2026', '13/13/2026', '30.2.2026', '27 03', '2026-03-27 noon', '１'],
  ])('%j is none', (typed) => {
    expect(dateIn(typed)).toBeUndefined();
  });
});

describe('a search for dates', () => {
  const finds = (query: string, publishedAt: string, today = '2026-03-31') =>
    scoreOf(query, { title: 'A', publishedAt }, undefined, today) > 0;

  it.each([
    ['after:7d', '2026-03-24', '2026-03-23'],
    ['after:yesterday', '2026-03-30', '2026-03-29'],
    ['after:today', '2026-03-31', '2026-03-30'],
    ['before:3m', '2025-12-30', '2025-12-31'],
    ['after:2026/03/27', '2026-03-27', '2026-03-26'],
    ['after:2026-3', '2026-03-01', '2026-02-28'],
    ['before:2026.03.27', '2026-03-26', '2026-03-27'],
    ['after:2w before:1w', '2026-03-20', '2026-03-24'],
    ['-after:7d', '2026-03-23', '2026-03-24'],
    ['after:1w OR before:2025', '2024-05-05', '2026-03-01'],
    ['after:"2 weeks"', '2026-03-17', '2026-03-16'],
    ['after:"last week"', '2026-03-24', '2026-03-23'],
    ['after:"this month"', '2026-03-01', '2026-02-28'],
    ['before:"March 2026"', '2026-02-28', '2026-03-01'],
  ])('%s finds what is of %s, and not of %s', (query, day, other) => {
    expect(finds(query, day)).toBe(true);
    expect(finds(query, other)).toBe(false);
  });

  it('is kept as it moves, and counted from the day of each search', () => {
    const typed = ['after:7d', 'before:3m', 'after:yesterday', 'after:2w is:unread'];
    for (const query of [...typed, 'after:"this week"']) {
      expect(parse(query).problems).toEqual([]);
      expect(print(parse(query).query)).toBe(query);
    }
    expect(finds('after:7d', '2026-03-24', '2026-03-31')).toBe(true);
    expect(finds('after:7d', '2026-03-24', '2026-04-01')).toBe(false);
  });
});
