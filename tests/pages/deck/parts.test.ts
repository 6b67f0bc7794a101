import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestFirst, inDeckOrder } from '../../../papers/deck/order';
import { fitting, minutesFor, paceOf, usualPace } from '../../../papers/deck/pace';
import { daysOfWeek, isoWeekOf, isWithin, readScope, sameScope } from '../../../papers/deck/scope';
import type { PaperRecord } from '../../../papers/record';
import { quick } from '../../support/property';

function record(id: string, day: string, upvotes: number, matches?: string[]): PaperRecord {
  return {
    id,
    day,
    upvotes,
    authors: [],
    authorCount: 0,
    tags: [],
    hasNote: false,
    state: 'new',
    firstSeenAt: 1,
    lastSeenAt: 1,
    stamps: {},
    sortAt: 0,
    ...(matches ? { matches } : {}),
  };
}

const papers = [
  record('old and loved', '2026-03-26', 900),
  record('new', '2026-03-27', 5),
  record('new and loved', '2026-03-27', 80),
  record('new and followed', '2026-03-27', 1, ['rule']),
  record('old and followed', '2026-03-26', 2, ['rule']),
];
const ids = (list: readonly PaperRecord[]) => list.map(({ id }) => id);

describe('the order', () => {
  it('is what is followed first, then the newest day, then upvotes', () => {
    expect(ids(inDeckOrder(papers))).toEqual([
      'new and followed',
      'old and followed',
      'new and loved',
      'new',
      'old and loved',
    ]);
  });

  it('of a time limit is what is followed first, then upvotes, whatever the day', () => {
    expect(ids(bestFirst(papers))).toEqual([
      'old and followed',
      'new and followed',
      'old and loved',
      'new and loved',
      'new',
    ]);
  });

  it('does not depend on the order in which papers come', () => {
    const shuffled = fc.shuffledSubarray(papers, { minLength: papers.length });
    fc.assert(
      fc.property(shuffled, (list) => {
        expect(inDeckOrder(list)).toEqual(inDeckOrder(papers));
        expect(bestFirst(list)).toEqual(bestFirst(papers));
      }),
      quick,
    );
  });
});

describe('the pace', () => {
  it('is what was known before as long as nothing is decided', () => {
    expect(paceOf([])).toBe(usualPace);
    expect(paceOf([0], 3000)).toBe(3000);
  });

  it('is moved a little by each paper, so that no few keys make another time of it', () => {
    for (const gap of [300, 7000, 60_000]) {
      const [before, after] = [paceOf([0, 1000]), paceOf([0, 1000, 1000 + gap])];
      expect(after / before).toBeGreaterThan(0.93);
      expect(after / before).toBeLessThan(1.13);
    }
  });

  it('follows the reader in time, and takes a break or a clock set back for no paper', () => {
    const quickly = Array.from({ length: 80 }, (_, at) => at * 1000);
    expect(paceOf(quickly)).toBeLessThan(1100);
    expect(paceOf([0, 9_000_000])).toBe(usualPace);
    expect(paceOf([9000, 1000])).toBe(usualPace);
  });

  it('tells minutes, and how many papers fit into some', () => {
    expect(minutesFor(91, 2500)).toBe(4);
    expect(minutesFor(1, 7000)).toBe(1);
    expect(fitting(10, 7000)).toBe(85);
    expect(fitting(5, 119_000)).toBe(2);
    expect(fitting(1, 119_000)).toBe(1);
  });
});

describe('a scope', () => {
  it('is read from the address: days, a week, or none', () => {
    expect(readScope('?days=2026-11-23,2026-11-20,nonsense,2026-11-23')).toEqual({
      days: ['2026-11-20', '2026-11-23'],
    });
    expect(readScope('?week=2026-W48')?.days).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ]);
    for (const search of ['', '?days=', '?days=tomorrow', '?week=2026-W54', '?week=W48'])
      expect(readScope(search), search).toBeUndefined();
  });

  it('holds papers by their day', () => {
    expect(isWithin({}, { id: 'arxiv:1', day: '2026-03-27' })).toBe(true);
    expect(isWithin({ days: ['2026-03-27'] }, { id: 'arxiv:1', day: '2026-03-27' })).toBe(true);
    expect(isWithin({ days: ['2026-03-26'] }, { id: 'arxiv:1', day: '2026-03-27' })).toBe(false);
  });

  it('is the same in any order, and all is not the same as nothing', () => {
    expect(sameScope({ days: ['a', 'b'] }, { days: ['b', 'a', 'a'] })).toBe(true);
    expect(sameScope({}, { days: [] })).toBe(false);
    expect(sameScope({}, {})).toBe(true);
  });
});

describe('a week', () => {
  it('is the one that ISO 8601 counts, at both ends of a year', () => {
    expect(isoWeekOf('2026-01-01')).toBe('2026-W01');
    expect(isoWeekOf('2027-01-01')).toBe('2026-W53');
    expect(isoWeekOf('2024-12-30')).toBe('2025-W01');
    expect(isoWeekOf('2023-01-01')).toBe('2022-W52');
    expect(isoWeekOf('nonsense')).toBeUndefined();
  });

  it('has seven days, each of which is in it', () => {
    const day = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const week = isoWeekOf(iso) ?? '';
        const days = daysOfWeek(week);
        expect(days).toHaveLength(7);
        expect(days).toContain(iso);
        expect(new Date(days[0] ?? '').getUTCDay()).toBe(1);
        expect(days.map(isoWeekOf)).toEqual(days.map(() => week));
      }),
      quick,
    );
  });
});
