import { afterEach, describe, expect, it } from 'vitest';
import { dayNumber, dayOf } from '../../papers/iso-day';
import { localDay } from '../../papers/local-day';

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone ?? 'UTC';
});

describe('the reader’s day', () => {
  it.each([
    ['Asia/Tokyo', '2026-04-01'],
    ['UTC', '2026-03-31'],
    ['America/Los_Angeles', '2026-03-31'],
    ['Pacific/Kiritimati', '2026-04-01'],
  ])('in %s is %s', (where, day) => {
    process.env.TZ = where;
    expect(localDay(Date.UTC(2026, 2, 31, 20))).toBe(day);
  });

  it('changes at midnight on the day the clocks change, too', () => {
    process.env.TZ = 'Europe/Berlin';
    expect(localDay(Date.parse('2026-03-28T22:59:59Z'))).toBe('2026-03-28');
    expect(localDay(Date.parse('2026-03-28T23:00:00Z'))).toBe('2026-03-29');
    expect(localDay(Date.parse('2026-03-29T21:59:59Z'))).toBe('2026-03-29');
    expect(localDay(Date.parse('2026-03-29T22:00:00Z'))).toBe('2026-03-30');
  });
});

describe('days', () => {
  it('are numbered one by one, across a leap day', () => {
    const first = dayNumber('2024-02-28') ?? 0;
    expect([1, 2].map((more) => dayOf(first + more))).toEqual(['2024-02-29', '2024-03-01']);
    expect(dayNumber('no day')).toBeUndefined();
  });
});
