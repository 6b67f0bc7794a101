import { expect, it } from 'vitest';
import { emptyRecord } from '../../../papers/merge';
import { withKeys } from '../../../papers/record-keys';
import { headOf } from '../../../papers/search/entry';
import { comparatorOf, type Order, orders } from '../../../papers/search/order';

const head = (id: string, more: object) =>
  headOf(withKeys({ ...emptyRecord(id, 1), state: 'unread', ...more }), undefined, '', []);

const heads = [
  head('x:a', { title: 'Beta', upvotes: 3, savedAt: 5, dailyAt: '2026-01-02', openedAt: 1 }),
  head('x:b', { title: 'alpha', savedAt: 9, dailyAt: '2026-03-02', queueAt: 2 }),
  head('x:c', { title: 'Gamma', upvotes: 0, savedAt: 7, queueAt: 1, openedAt: 8 }),
];

const sorted = (order: Order, seed?: number) =>
  heads
    .toSorted(comparatorOf(order, seed))
    .map(({ id }) => id.slice(2))
    .join('');

it.each([
  ['saved', 'bca'],
  ['daily', 'bac'],
  ['upvotes', 'acb'],
  ['title', 'bac'],
  ['opened', 'cab'],
  ['queue', 'cba'],
] as const)('sorted by %s', (order, expected) => {
  expect(sorted(order)).toBe(expected);
});

it('the best match is the order of the search itself', () => {
  expect(comparatorOf('best')).toBeUndefined();
  expect(orders).toContain('best');
});

it('shuffled by the same seed is the same, and by others each order comes up', () => {
  expect(sorted('random', 7)).toBe(sorted('random', 7));
  const seen = new Set(Array.from({ length: 60 }, (_, seed) => sorted('random', seed + 1)));
  expect(seen.size).toBe(6);
});
