import { expect, it } from 'vitest';
import { paperStates, savedIn } from '../../papers/paper';

it('what is saved are the statuses and what is snoozed', () => {
  const counts = Object.fromEntries(paperStates.map((state, at) => [state, 10 ** at]));
  expect(paperStates.slice(4, 8)).toEqual(['unread', 'reading', 'read', 'snoozed']);
  expect(savedIn(counts as Parameters<typeof savedIn>[0])).toBe(11_110_000);
});
