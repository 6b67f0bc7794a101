import { describe, expect, it } from 'vitest';
import { quote } from '../../../papers/query/scan';
import { scoreOf } from '../../support/words';

describe('author:', () => {
  it.each([
    ['Kaiser Lukasz', true],
    ['Łukasz Kaiser', true],
    ['Kaiser, Ł', true],
    ['Kaiser, L.', true],
    ['kaiser, łukasz', true],
    ['L. Kaiser', true],
    ['Kaiser LM', true],
    ['LM Kaiser', true],
    ['Kaiser ML', true],
    ['Kaiser XM', false],
    ['kaiser lm', false],
    ['kaiser luk', true],
    ['lukasz kais', true],
    ['Lukasz M. Kaiser', true],
    ['kaiser lukasz m', true],
    ['Kaiser', true],
    ['Kaiser Ada', false],
    ['Lovelace Kaiser', false],
    ['lovelace ada', true],
    ['li xiaoming', true],
    ['li xiao-ming', true],
    ['xiao ming li', true],
    ['Xiaoming Li', true],
    ['Li Wei', false],
    ['adams', false],
    ['Kaiser et al.', true],
    ['Łukasz Kaiser¹', true],
    ['et al', false],
    ['A. Love Lace', false],
    ['Y. Le Cun', true],
    ['Yann LeCun', true],
    ['Ra Al Rfou', true],
  ])('%j finds one of the authors: %j', (value, isFound) => {
    const authors = [
      'Łukasz M. Kaiser',
      'Lovelace, Ada',
      'Xiao-Ming Li',
      'Weili Adam',
      'Yann LeCun',
      'Ra Al-Rfou',
    ];
    expect(scoreOf(`author:${quote(value)}`, { authors }) > 0).toBe(isFound);
  });
});
