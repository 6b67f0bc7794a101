import { describe, expect, it } from 'vitest';
import { ticksOf } from '../../components/statistics/ticks';
import {
  backlogFinding,
  flowFinding,
  readingTimeFinding,
  streakFinding,
} from '../../components/statistics/words';

const backlog = { points: [], isMonthly: false };
const today = '2026-03-27';
const old = { since: '2024-01-01', days: 817, saved: 900, read: 700 };
const since = (day: string, days: number) => ({ since: day, days, saved: 246, read: 1 });

describe('the sentences', () => {
  it.each([
    [0.4, 'within a week'],
    [5.2, 'in about 5 weeks'],
    [13, 'in about 3 months'],
    [80, 'in about 18 months'],
    [120, 'in about 2 years'],
  ])('tell %d weeks as no more exact than they are', (weeksLeft, words) => {
    expect(backlogFinding({ ...backlog, waiting: 37, weeksLeft }, old)).toBe(
      `37 papers wait. At the pace of the last 8 weeks you read all of them ${words}.`,
    );
  });

  it('tell a backlog that is empty, and one that stays', () => {
    expect(backlogFinding({ ...backlog, waiting: 0, weeksLeft: 0 }, old)).toBe(
      'Nothing waits to be read.',
    );
    const stays = backlogFinding({ ...backlog, waiting: 1 }, old);
    expect(stays).toMatch(/^1 paper waits\. .* no shorter\.$/);
  });

  it.each([
    [0, 0, 'The first paper you read begins a run of weeks.'],
    [0, 9, 'Your longest run is 9 weeks. The next paper you read begins a new one.'],
    [1, 9, 'You read something this week or last. Your longest run is 9 weeks.'],
    [9, 9, 'You read something in each of the last 9 weeks. It is your longest run so far.'],
    [1, 1, 'You read something this week or last.'],
  ])('tell a run of %d weeks, the longest of %d, without a reproach', (current, longest, words) => {
    expect(streakFinding({ current, longest })).toBe(words);
  });

  it('tell a pace with one decimal place below ten', () => {
    expect(flowFinding({ saved: 12.34, read: 0.96 }, old, today)).toBe(
      'In the last eight weeks you saved 12 papers a week and read 1.',
    );
    expect(flowFinding({ saved: 0, read: 0 }, old, today)).toBe(
      'You saved and read nothing in the last eight weeks.',
    );
  });

  it('tell no average and no pace in the first two weeks, and none of eight weeks before there were so many', () => {
    const pace = { saved: 246, read: 1 };
    const [first, third] = [since('2026-03-27', 1), since('2026-03-07', 21)];
    expect(flowFinding(pace, first, today)).toBe(
      'You have saved 246 papers since 27 Mar, and read 1.',
    );
    expect(flowFinding(pace, third, today)).toBe(
      'Since 7 Mar you saved 246 papers a week and read 1.',
    );
    const waiting = { ...backlog, waiting: 245, weeksLeft: 4 };
    expect(backlogFinding(waiting, first)).toBe('245 papers wait to be read.');
    expect(backlogFinding(waiting, third)).toBe(
      '245 papers wait. At the pace of the last 3 weeks you read all of them in about 4 weeks.',
    );
  });

  it('tell how long papers waited', () => {
    const buckets: [] = [];
    expect(readingTimeFinding({ papers: 9, buckets, quartiles: [0, 6, 21] })).toBe(
      'Half of the papers you read were read within 6 days; a quarter on the day you saved them, three quarters within 21 days.',
    );
    expect(readingTimeFinding({ papers: 9, buckets, quartiles: [1, 1, 1] })).toBe(
      'Most of the papers you read were read within 1 day.',
    );
    expect(readingTimeFinding({ papers: 2, buckets, quartiles: [0, 0, 3] })).toBe(
      'The 2 papers you read were read within 3 days.',
    );
    expect(readingTimeFinding({ papers: 1, buckets, quartiles: [0, 0, 0] })).toBe(
      'The one paper you read was read on the day you saved it.',
    );
  });
});

describe('labels of an axis', () => {
  const months = (count: number) =>
    Array.from({ length: count }, (_, at) => `Jan ${2016 + Math.floor((at + 3) / 12)}`);
  const axis = { left: 30, right: 8 };

  it('are years where months would not fit, at the beginning of each', () => {
    const ticks = ticksOf({ ...axis, labels: months(120), firstMonth: 3, width: 420 });
    expect(ticks.map(({ label }) => label)).toEqual(
      ['2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026'].slice(
        0,
        ticks.length,
      ),
    );
    expect(ticks.map(({ at }) => at % 12)).toEqual(ticks.map(() => 9));
  });

  it('are all of them where they fit', () => {
    const labels = ['0', '1–2', '3–7', '8–30', '31–90', 'over 90'];
    expect(ticksOf({ ...axis, labels, width: 290 }).map(({ label }) => label)).toEqual(labels);
  });

  it('neither touch each other nor are cut at either end', () => {
    for (const width of [60, 150, 320, 900])
      for (const count of [1, 2, 7, 53, 104]) {
        const labels = Array.from({ length: count }, () => '24 Mar 2025');
        const ticks = ticksOf({ ...axis, labels, width });
        expect(ticks.length).toBeGreaterThan(0);
        const centres = ticks.map(({ at }) => ((at + 0.5) / count) * width);
        centres.slice(1).forEach((centre, at) => {
          expect(centre - (centres[at] ?? 0)).toBeGreaterThan(11 * 6);
        });
        if (ticks.length > 1) expect((centres[0] ?? 0) - 33).toBeGreaterThanOrEqual(-30);
      }
  });
});
