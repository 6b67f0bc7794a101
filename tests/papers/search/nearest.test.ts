import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../../../papers/merge';
import { headOf } from '../../../papers/search/entry';
import { distanceToStart, Vocabulary } from '../../../papers/search/nearest';
import { wordsOf } from '../../../papers/search/words';

describe('the distance of a word to another', () => {
  it.each([
    ['difusion', 'diffusion', 1],
    ['diffusoin', 'diffusion', 1],
    ['diffusion', 'diffusion', 0],
    ['difus', 'diffusion', 1.5],
    ['transfromer', 'transformers', 1.5],
    ['planning', 'scanning', 2],
    ['attention', 'diffusion', Number.POSITIVE_INFINITY],
    ['word', '', Number.POSITIVE_INFINITY],
  ])('of %s to %s is %d', (word, other, distance) => {
    expect(distanceToStart(word, other, 2)).toBe(distance);
  });
});

describe('the nearest words', () => {
  it('come by distance, then by how often they occur; none for a short word', () => {
    const vocabulary = new Vocabulary();
    const record = { ...emptyRecord('x:1', 1), title: 'Planning, planing plants' };
    const head = headOf(record, undefined, '', []);
    vocabulary.take({ head, body: wordsOf('Planner planned planned') });
    expect(vocabulary.nearest('plannin', 5)).toEqual(['planning', 'planing']);
    expect(vocabulary.nearest('plannde', 2)).toEqual(['planned', 'planner']);
    expect(vocabulary.nearest('pl', 5)).toEqual([]);
  });

  it('of tags are whole tags', () => {
    expect(Vocabulary.nearestOf('wrld models', ['world models', 'rl'], 3)).toEqual([
      'world models',
    ]);
  });
});
