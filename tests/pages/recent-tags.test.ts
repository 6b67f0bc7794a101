import { expect, it } from 'vitest';
import { recentTagsAfter, withTag } from '../../pages/shared/tags/recent-tags';
import type { Action, Tag } from '../../store/database/schema';

const used = (...details: string[]) =>
  details.map((detail) => ({ kind: 'tagged', detail }) as Action);
const tags = (...names: string[]) =>
  names.map((name): Tag => ({ key: name.toLowerCase(), name, count: 1 }));
const all = tags('a', 'b', 'c', 'd', 'e', 'F');

it('five tags have a number key: those used last, then those used most', () => {
  expect(recentTagsAfter([], used('d', 'f, b', 'd'), all)).toEqual(['d', 'F', 'b', 'a', 'c']);
  expect(recentTagsAfter([], [], all)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(recentTagsAfter([], used('gone'), [])).toEqual([]);
});

it('each keeps its key while it is in use, and the one used last has one', () => {
  const before = ['a', 'b', 'c', 'd', 'e'];
  expect(recentTagsAfter(before, used('c'), all)).toEqual(before);
  expect(recentTagsAfter(before, used('f'), all)).toEqual(['a', 'b', 'c', 'd', 'F']);
  expect(recentTagsAfter(before, [], tags('a', 'c', 'd', 'e', 'F'))).toEqual([
    'a',
    'c',
    'd',
    'e',
    'F',
  ]);
  expect(recentTagsAfter(['a'], used('b'), tags('a', 'b'))).toEqual(['a', 'b']);
  expect(withTag(before, 'A')).toBe(before);
});
