import { describe, expect, it } from 'vitest';
import { titleKey } from '../../../papers/same/title-key';

const same: readonly (readonly [string, string])[] = [
  ['Attention Is All You Need', 'Attention is all you need.'],
  ['$\\beta$-VAE: Learning', 'β-VAE: learning'],
  ['Beta-VAE', 'β-VAE'],
  ['Schrödinger Bridges', 'Schr\\"odinger bridges'],
  ['ＡＢＣ', 'abc'],
  ['Mean–Field Games', 'Mean-field games'],
  ['深度学习：综述', '深度学习 综述'],
];

const other: readonly (readonly [string, string])[] = [
  ['β-VAE', 'VAE'],
  ['β-VAE', 'γ-VAE'],
  ['深度学习', '强化学习'],
  ['機械学習', '深層学習'],
  ['딥러닝', '강화학습'],
  ['TD(λ)', 'TD'],
  ['A* Search', 'A Search'],
  ['C++', 'C'],
  ['के', 'का'],
  ['かく', 'がく'],
  ['Обучение', 'Обучения'],
  ['تعلم', 'تعليم'],
];

describe('a title as it is compared', () => {
  it.each(same)('%s is %s', (one, other) => {
    expect(titleKey(one)).toBeDefined();
    expect(titleKey(one)).toBe(titleKey(other));
  });

  it.each(other)('%s is not %s', (one, other) => {
    expect(titleKey(one)).toBeDefined();
    expect(titleKey(other)).toBeDefined();
    expect(titleKey(one)).not.toBe(titleKey(other));
  });

  it.each(['', '   ', '???', '…', '—'])('"%s" has nothing to be compared by', (title) => {
    expect(titleKey(title)).toBeUndefined();
  });
});
