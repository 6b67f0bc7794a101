import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledIn } from '../../../papers/search/lead';
import { lineIn } from '../../../papers/search/marks';
import { patternOf } from '../../../papers/search/pattern';

const lineFor = (text: string, word: string) => {
  const line = lineIn(text, [patternOf(word, false)]);
  if (!line) throw new Error(`${word} is not in it`);
  return ledIn(line);
};

describe('a line of what was found', () => {
  it.each([
    [
      'Our method, a sparse one, plans ahead with latent diffusion and works!',
      'diffusion',
      '…plans ahead with latent diffusion and works!',
    ],
    ['The needle is in this sentence.', 'needle', 'The needle is in this sentence.'],
    [
      'A word that goes on: hyper-super-mega-giga-self-supervised needle is here',
      'needle',
      '…hyper-super-mega-giga-self-supervised needle is here',
    ],
    [
      '我们提出了一种新的方法来解决长上下文语言模型中的注意力计算问题，并且取得了良好的效果',
      '注意力',
      '…解决长上下文语言模型中的注意力计算问题，并且取得了良好的效果',
    ],
  ])('begins shortly before the first mark: %s', (text, word, expected) => {
    const line = lineFor(text, word);
    expect(line.text).toBe(expected);
    const [first = { start: 0, end: 0 }] = line.marks;
    expect(line.text.slice(first.start, first.end).toLowerCase()).toBe(word);
  });

  it('has its marks where they were, and the first of them near its beginning', () => {
    const words = fc.array(fc.constantFrom('a', 'needle', 'of', 'wörld', '模型', '🔥', 'x'), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, (all) => {
        const line = lineIn(all.join(' '), [patternOf('needle', false)]);
        if (!line) return;
        const led = ledIn(line);
        const told = (one: typeof line) =>
          one.marks.map(({ start, end }) => one.text.slice(start, end));
        expect(told(led)).toEqual(told(line));
        expect(led.marks[0]?.start).toBeLessThanOrEqual(50);
        expect(led.text).not.toMatch(/^…?[\uDC00-\uDFFF]/);
        expect(line.text.endsWith(led.text.replace(/^…/, ''))).toBe(true);
      }),
    );
  });
});
