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

  it('are found for names with hyphens, folded and drawn, as one word and part by part', () => {
    const vocabulary = new Vocabulary();
    const title = 'Pre-training by {\\L}ukasz: Schr\\"{o}dinger bridges, GPT-4';
    const head = headOf({ ...emptyRecord('x:1', 1), title }, undefined, '', []);
    vocabulary.take({ head });
    expect(vocabulary.nearest('pretraning', 1)).toEqual(['pretraining']);
    expect(vocabulary.nearest('pre-traning', 1)).toEqual(['pretraining']);
    expect(vocabulary.nearest('trainign', 1)).toEqual(['training']);
    expect(vocabulary.nearest('łukazs', 1)).toEqual(['lukasz']);
    expect(vocabulary.nearest('schrodigner', 1)).toEqual(['schrodinger']);
    expect(vocabulary.nearest('gtp4', 1)).toEqual(['gpt4']);
  });

  it('of tags are whole tags', () => {
    expect(Vocabulary.nearestOf('wrld models', ['world models', 'rl'], 3)).toEqual([
      'world models',
    ]);
  });
});
