import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIn, lineLength, marksIn } from '../../../papers/search/marks';
import { mappedWords } from '../../../papers/search/offsets';
import { findPattern, patternOf } from '../../../papers/search/pattern';
import { wordsOf } from '../../../papers/search/words';
import { naiveHolds, naiveWords } from '../../support/naive-search';
import { quick } from '../../support/property';

const units = [
  ...'abcAB12 -."',
  ...['é', 'e\u0301', 'ß', 'ﬁ', 'Σ', 'ς', 'σ', 'İ', 'ı', 'Ａ', 'ǆ', '½'],
  ...['模', '型', 'が', 'ｶﾞ', 'ー', '한', 'م', 'زمن', 'ไ', '🔥', '👍🏽', '𝒜', '\u200d', '\ud800'],
] as const;
const text = fc.array(fc.constantFrom(...units), { maxLength: 30 }).map((all) => all.join(''));
const word = fc
  .array(fc.constantFrom(...units), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(''))
  .filter((all) => wordsOf(all) !== '');

const has = (where: string, wanted: string, isPhrase = false) =>
  findPattern(`\n${wordsOf(where)}`, patternOf(wanted, isPhrase)) !== -1;

describe('the words of a text', () => {
  it('are folded, spaced, and begin with a capital where the script has one', () => {
    expect(wordsOf('  Über “Ｆｕｌｌ”-Width: GPT4模型、v2!')).toBe('Uber Full Width Gpt4 模型 V2');
    expect(wordsOf('.*+?^$()|[]\\"')).toBe('');
    expect(wordsOf('🔥 זמן')).toBe('🔥 זמן');
  });

  it('are those of a naive reading', () => {
    fc.assert(
      fc.property(text, (some) => {
        expect(wordsOf(some).toLowerCase().replaceAll('ς', 'σ')).toBe(naiveWords(some).join(' '));
      }),
      quick,
    );
  });

  it('can be traced back to where they came from', () => {
    fc.assert(
      fc.property(text, (some) => {
        const { words, starts, ends } = mappedWords(some);
        expect(words).toBe(wordsOf(some));
        expect(starts).toHaveLength(words.length);
        for (const [at, start] of starts.entries())
          expect((ends[at] ?? 0) >= start && start >= (starts[at - 1] ?? 0)).toBe(true);
      }),
      quick,
    );
  });
});

describe('a word', () => {
  it.each([
    ['Efficient Diffusion', 'diff', true],
    ['Efficient Diffusion', 'fusion', false],
    ['ÉCOLE', 'ecole', true],
    ['full-width', 'ＷＩＤ', true],
    ['self-supervised', 'self-sup', true],
    ['大規模言語モデル', '言語', true],
    ['한국어 학습', '국어', true],
    ['GPT4模型', '模', true],
    ['arxiv:2503.02130', '2503.021', true],
    ['arxiv:2503.02130', '503', false],
    ['نماذج لغوية', 'لغو', true],
  ])('of %j: %j is found: %j', (where, wanted, found) => {
    expect(has(where, wanted)).toBe(found);
  });

  it('in a phrase must be whole', () => {
    expect(has('world models', 'world model', true)).toBe(false);
    expect(has('world models', 'world models', true)).toBe(true);
    expect(has('worlds models', 'world models', true)).toBe(false);
  });

  it('is found where a naive reading finds it', () => {
    fc.assert(
      fc.property(text, word, fc.boolean(), (where, wanted, isPhrase) => {
        expect(has(where, wanted, isPhrase)).toBe(naiveHolds(where, wanted, isPhrase));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('marks', () => {
  const marked = (where: string, ...wanted: string[]) =>
    marksIn(
      where,
      wanted.map((one) => patternOf(one, false)),
    ).map(({ start, end }) => where.slice(start, end));

  it('are in the text as it is shown, though folding changes its length', () => {
    expect(marked('ﬁne-tuned Ｆｕｌｌ Cafe\u0301s', 'f')).toEqual(['ﬁ', 'Ｆ']);
    expect(marked('Un cafe\u0301 noir', 'café')).toEqual(['cafe\u0301']);
    expect(marked('大規模言語モデル', '言語')).toEqual(['言語']);
    expect(marked('Diffusion for diffusion', 'diff', 'diffus')).toEqual(['Diffus', 'diffus']);
    expect(marked('🔥🔥 hot', '🔥', 'hot')).toEqual(['🔥🔥', 'hot']);
  });

  it('are in order, apart and within the text', () => {
    fc.assert(
      fc.property(text, fc.array(word, { maxLength: 3 }), (where, wanted) => {
        let last = -1;
        for (const { start, end } of marksIn(
          where,
          wanted.map((one) => patternOf(one, false)),
        )) {
          expect(start > last && end > start && end <= where.length).toBe(true);
          last = end;
        }
      }),
      quick,
    );
  });

  it('come with the sentence, cut to a line', () => {
    const abstract =
      'We study agents. Our method, a sparse one, plans ahead with latent diffusion and works! It is cheap.';
    const line = lineIn(abstract, [patternOf('diffusion', false)]);
    expect(line?.text).toBe(
      'Our method, a sparse one, plans ahead with latent diffusion and works!',
    );
    expect(line?.marks.map(({ start, end }) => line.text.slice(start, end))).toEqual(['diffusion']);
    const long = `${'many words before it '.repeat(30)}needle ${'and many after it '.repeat(30)}`;
    const cut = lineIn(long, [patternOf('needle', false)]);
    expect(cut?.text).toMatch(/^….* needle .*…$/);
    expect(lineIn(abstract, [patternOf('nothing', false)])).toBeUndefined();
  });

  it('of a line are what was looked for, and the line is short', () => {
    const longer = fc.array(text, { maxLength: 20 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(longer, word, (where, wanted) => {
        const line = lineIn(where, [patternOf(wanted, false)]);
        expect(line !== undefined).toBe(marksIn(where, [patternOf(wanted, false)]).length > 0);
        if (!line) return;
        expect(line.text.length).toBeLessThanOrEqual(lineLength);
        for (const { start, end } of line.marks)
          expect(start >= 0 && end > start && end <= line.text.length).toBe(true);
      }),
      quick,
    );
  });
});
