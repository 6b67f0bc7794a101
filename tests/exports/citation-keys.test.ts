import fc from 'fast-check';
import { expect, it } from 'vitest';
import { citationKey, defaultKeyPattern, isKey, unknownPart } from '../../exports/citation-keys';

const paper = {
  id: 'arxiv:2503.02130',
  title: 'The Forgetting Transformer: Softmax',
  authors: ['Łukasz Kaiser', 'van der Berg, Pieter'],
  publishedAt: '2025-03-03',
};

it('follows the pattern of the reader', () => {
  const key = (pattern: string) => citationKey(paper, pattern, new Set());
  expect(key(defaultKeyPattern)).toBe('kaiser2025forgetting');
  expect(key('[authors]:[year]')).toBe('kaiservanderberg:2025');
  expect(key('[arxiv]')).toBe('250302130');
  expect(key('p-[nothing]')).toBe('p-');
  expect(unknownPart('[auth][nothing]')).toBe('nothing');
  expect(unknownPart('[auth]_[year]')).toBeUndefined();
});

it('makes a key for a name in any script', () => {
  expect(citationKey({ id: 'x:1', authors: ['王, 小明'] }, '[auth][year]', new Set())).toBe(
    'paper',
  );
});

it('keeps a key that was given out, and gives it to no other paper', () => {
  const taken = new Set(['kaiser2025forgetting']);
  expect(citationKey(paper, defaultKeyPattern, taken)).toBe('kaiser2025forgettingb');
  expect(citationKey(paper, defaultKeyPattern, taken)).toBe('kaiser2025forgettingc');
  expect(citationKey({ ...paper, citationKey: 'mine' }, defaultKeyPattern, taken)).toBe('mine');
});

it('never gives one key twice, whatever the case, and none that a program refuses', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 60 }), fc.string(), (titles, pattern) => {
      const taken = new Set<string>();
      const keys = titles.map((title) => citationKey({ id: 'x:1', title }, pattern, taken));
      expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(titles.length);
      expect(keys.filter((key) => !isKey(key))).toEqual([]);
    }),
  );
});
