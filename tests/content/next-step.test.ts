import { describe, expect, it } from 'vitest';
import { nextStep } from '../../content/bar/next-step';
import type { PageCounts } from '../../content/bar/page-counts';
import type { NeighbourDays } from '../../lib/bar-messages';

const counts = (more: Partial<PageCounts>): PageCounts => ({
  new: 0,
  uncounted: [],
  total: 62,
  known: 62,
  saved: 3,
  seen: 0,
  muted: 0,
  cross: 0,
  replaced: 0,
  rest: [],
  restSeen: [],
  ...more,
});
const days = (more: Partial<NeighbourDays> = {}): NeighbourDays => ({
  isFilling: false,
  missed: [],
  missedNew: 0,
  ...more,
});
const before = { day: '2026-11-26', new: 53 };
const after = { day: '2026-11-30', new: 4 };

describe('what the bar offers next', () => {
  it.each([
    [
      'the new ones',
      counts({ new: 53, rest: ['a', 'b'], restSeen: ['b'] }),
      days(),
      { kind: 'new' },
    ],
    ['what was seen and left open', counts({ rest: ['a'] }), days({ before }), { kind: 'decide' }],
    ['the newer day', counts({}), days({ before, after }), { kind: 'day', to: after }],
    ['the day before', counts({}), days({ before }), { kind: 'day', to: before }],
    [
      'all of the new papers, where no day beside it has any',
      counts({}),
      days({ before: { day: '2026-11-26', new: 0 }, after: { day: '2026-11-30' } }),
      { kind: 'catchUp' },
    ],
    ['the new ones, while nothing is known', counts({ known: 0 }), undefined, { kind: 'new' }],
  ] as const)('is %s', (_, given, around, step) => {
    expect(nextStep(given, around)).toEqual(step);
  });
});
