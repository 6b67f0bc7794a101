import { expect, it } from 'vitest';
import { workKey } from '../../imports/plan/groups';

const keyOf = (...authors: string[]) =>
  workKey({ id: 'x', title: 'Sparse attention, revisited', authors });

it.each([
  ['Lovelace, Ada', 'Ada Lovelace'],
  ['van der Berg, Pieter', 'Pieter van der Berg'],
  ['Altschul, Stephen F.', 'Stephen F. Altschul'],
  ['{Gemini Team}', 'Gemini Team'],
  ['小明', '小明'],
])('two works are one however their author is spelled: %s', (inFile, onPage) => {
  expect(keyOf(inFile, 'Hopper, Grace')).toBe(keyOf(onPage));
});

it('works of others are others, and one without an author is told by nothing', () => {
  expect(keyOf('Ada Lovelace')).not.toBe(keyOf('Ada Byron'));
  expect(keyOf()).toBeUndefined();
  expect(keyOf('{}')).toBeUndefined();
});
