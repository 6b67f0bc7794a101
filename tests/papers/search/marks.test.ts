import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIn, lineLength, marksIn } from '../../../papers/search/marks';
import { patternOf } from '../../../papers/search/pattern';
import { wordsOf } from '../../../papers/search/words';
import { quick } from '../../support/property';
import { stepsOf } from '../../support/steps';

const units = [
  ...'abcAB12 -:,"',
  ...['é', 'e\u0301', 'ß', 'ﬁ', 'İ', 'ı', 'Ａ', 'ǆ', '½'],
  ...['模', '型', 'が', 'ｶﾞ', 'ー', '한', 'م', 'زمن', 'ไ', '🔥', '👍🏽', '𝒜', '\u200d', '\ud800'],
] as const;
const text = fc.array(fc.constantFrom(...units), { maxLength: 30 }).map((all) => all.join(''));
const odd = ['{', '}', '$', '\\', '^', '_', '<', '>', '&', ';', '*', '+', '#', '.', '~', "'"];
const drawn = ['\\"{o}', '{\\L}', '\\alpha ', 'π', 'ς', 'νευ', '²', '<sub>2</sub>', '&eacute;'];
const anything = fc
  .array(fc.constantFrom(...units, ...odd, ...drawn), { maxLength: 30 })
  .map((all) => all.join(''));
const word = fc
  .array(fc.constantFrom(...units), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(''))
  .filter((all) => wordsOf(all).text !== '');

describe('marks', () => {
  const marked = (where: string, ...wanted: string[]) =>
    marksIn(
      where,
      wanted.map((one) => patternOf(one, false)),
    ).map(({ start, end }) => where.slice(start, end));

  it.each<[string, string[], string[]]>([
    ['ﬁne-tuned Ｆｕｌｌ Cafe\u0301s', ['f'], ['ﬁ', 'Ｆ']],
    ['Un cafe\u0301 noir', ['café'], ['cafe\u0301']],
    ['大規模言語モデル', ['言語'], ['言語']],
    ['Diffusion for diffusion', ['diff', 'diffus'], ['Diffus', 'diffus']],
    ['🔥🔥 hot', ['🔥', 'hot'], ['🔥🔥', 'hot']],
    [
      'Pre-training, pretraining, pre training',
      ['pretrain'],
      ['Pre-train', 'pretrain', 'pre train'],
    ],
    ['VGG-T$^3$: depth', ['vggt3'], ['VGG-T$^3$']],
    ['the $\\pi_0$ policy', ['pi0', 'pol'], ['$\\pi_0$', 'pol']],
    ['Schr\\"{o}dinger bridges', ['schrodinger'], ['Schr\\"{o}dinger']],
    ['Straße, {\\ss}', ['strasse'], ['Straße']],
    ['co\u00adop\u200ber', ['cooper'], ['co\u00adop\u200ber']],
    ['Studies of a study', ['studies'], ['Studies', 'study']],
    ['C++ or C', ['c++'], ['C++']],
  ])('of %j for %j are %j', (where, wanted, expected) => {
    expect(marked(where, ...wanted)).toEqual(expected);
  });

  it('are in order, apart and within the text', () => {
    fc.assert(
      fc.property(anything, fc.array(word, { maxLength: 3 }), (where, wanted) => {
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

describe('marking foreign text', () => {
  const size = 100_000;
  const fill = (unit: string) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const worst = [
    '\n',
    ' ',
    '. ',
    '.',
    '。',
    '!\n ',
    'a',
    'π',
    '\\',
    '{',
    '<i ',
    '\\c{',
    '^{ ',
    '&',
    '$',
  ];

  it.each(worst)('takes steps by its length, of nothing but %j', (unit) => {
    const wanted = [patternOf('needle', false)];
    for (const text of [
      `needle ${fill(unit)}`,
      `${fill(unit)} needle`,
      `${fill(unit)} needle ${fill(unit)}x`,
    ])
      expect(stepsOf(() => lineIn(text, wanted))).toBeLessThan(text.length * 60);
  });

  it.each(worst)('takes steps by its length to make a pattern of %j', (unit) => {
    expect(stepsOf(() => patternOf(fill(unit), false))).toBeLessThan(size * 60);
  });
});
