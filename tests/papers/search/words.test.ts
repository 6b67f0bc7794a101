import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappedWords } from '../../../papers/search/offsets';
import { findPattern, isEmpty, patternOf } from '../../../papers/search/pattern';
import { wordsOf } from '../../../papers/search/words';
import { naiveHolds, naiveShown } from '../../support/naive-search';
import { quick } from '../../support/property';
import { shown } from '../../support/words';

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

const has = (where: string, wanted: string, isPhrase = false) =>
  findPattern(wordsOf(where), patternOf(wanted, isPhrase)) !== undefined;

describe('the words of a text', () => {
  it.each([
    ['  Über “Ｆｕｌｌ”-Width: GPT4模型、v2!', 'uber full-width|gpt-4-模-型|v-2'],
    ['.*+?^$()|[]\\"', ''],
    ['🔥 זמן', '🔥 זמן'],
    ['node.js, v1.5. End (re)training let’s', 'node-js|v-1-5|end re-training let-s'],
    ['co\u00adop\u200ber\u2060a\ufefftion', 'cooperation'],
    ['VGG-T$^3$, H₂O, H$_2$O, H<sub>2</sub>O', 'vgg-t-3|h-2-o|h-2-o|h-2-o'],
    ['$\\pi_0$ π0 β-VAE βVAE 𝜋', 'pi-0 pi-0 beta-vae beta-vae pi'],
    ['10⁶ 10$^6$ 106', '10-6 10-6 106'],
    ['Νευρωνικά δίκτυα', 'νευρωνικα δικτυα'],
    ['C++, C#, F#, .NET, A*, C++11', 'c++|c#|f#|.-net|a*|c++-11'],
    ['C$^{++}$ $A^*$ $A^\\star$ $\\pi^*$ C\\#', 'c++ a* a* pi* c#'],
    ['50K+ A+B issue#10 *emph* **RL** see*', '50-k a-b issue-10 emph rl see*'],
    ['Schr\\"{o}dinger {\\L}ukasz Erd\\H{o}s caf\\\'e \\ss', 'schrodinger lukasz erdos cafe ss'],
    [
      'S{\\o}ren S\\o ren Ho\\v{c}evar Ho\\v cevar Na\\"{\\i}ve',
      'soren soren hocevar hocevar naive',
    ],
    ['&eacute;cole &#233;t&#xE9; AT&amp;T &Oslash; &szlig;', 'ecole ete at-t o ss'],
    ['{BPMN} 2.0~{S}upport \\textbf{bold}er', 'bpmn 2-0 support bolder'],
    ['\\textsuperscript{MT} 4\\times 4 5\\% 3$\\sim$5', 'mt 4-x-4 5 3-5'],
    ['8×7B, $8\\times 22$B, 16 × 16, 3 × as fast', '8-x-7-b|8-x-22-b|16 x 16|3 x as fast'],
    ['1,000 layers, 12,345,678, 2019,2020, 1,23', '1000 layers|12345678|2019|2020|1|23'],
    ['{34,55,89,144}, 1024,512, 0,100, 256,512,1024', '34|55|89|144|1024|512|0|100|256|512|1024'],
    ['DALL·E 2 A · B Q•A', 'dall-e 2 a|b q-a'],
    ['∇-Prox $\\nabla$ ∂PV &part; √n', 'nabla-prox nabla partial-pv partial sqrt-n'],
    ['D*Lite A*Net a*b em*pha*sis', 'd*-lite a*-net a-b em-pha-sis'],
    ['ASP.NET VB .NET node.js x.networks', 'asp-.-net vb .-net node-js x-networks'],
    ['www.example.net, sourceforge.net/p', 'www-example-net|sourceforge-net-p'],
  ])('%j are %j', (some, expected) => {
    expect(shown(some)).toBe(expected);
  });

  it('are those of a naive reading', () => {
    fc.assert(
      fc.property(text, (some) => {
        expect(shown(some)).toBe(naiveShown(some));
      }),
      quick,
    );
  });

  it('can be traced back to where they came from', () => {
    fc.assert(
      fc.property(anything, (some) => {
        const { starts, ends, ...words } = mappedWords(some);
        expect(words).toEqual(wordsOf(some));
        expect(starts).toHaveLength(words.text.length);
        for (const [at, start] of starts.entries()) {
          const end = ends[at] ?? 0;
          expect(end > start && start >= (starts[at - 1] ?? 0) && end <= some.length).toBe(true);
        }
      }),
      quick,
    );
  });

  it('are the same whatever has no width stands between their letters', () => {
    const nothing = fc.constantFrom('\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff');
    const places = fc.array(fc.tuple(fc.nat(20), nothing), { maxLength: 5 });
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zé0-9 -]{1,20}$/), places, (some, marks) => {
        let with_ = some;
        for (const [at, mark] of marks) with_ = with_.slice(0, at) + mark + with_.slice(at);
        expect(wordsOf(with_)).toEqual(wordsOf(some));
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
    ['大 規模', '大規', true],
    ['한국어 학습', '국어', true],
    ['GPT4模型', '模', true],
    ['arxiv:2503.02130', '2503.021', true],
    ['arxiv:2503.02130', '503', false],
    ['نماذج لغوية', 'لغو', true],
    ['In the wild', 'int', false],
    ['for mathematical reasoning', 'format', false],
    ['a long way', 'along', false],
    ['gene ration', 'generation', true],
    ['pre. Training', 'pretraining', false],
    ['version 3.5', '35', false],
    ['version 35', '3.5', false],
    ['π', 'pi', true],
    ['pixels', 'π', false],
    ['Νευρωνικά', 'νευ', true],
  ])('of %j: %j is found: %j', (where, wanted, found) => {
    expect(has(where, wanted)).toBe(found);
  });

  it('in a phrase must be whole, in singular or plural', () => {
    expect(has('world models', 'world mod', true)).toBe(false);
    expect(has('world models', 'world model', true)).toBe(true);
    expect(has('worlds model', 'world models', true)).toBe(true);
    expect(has('world modeling', 'world model', true)).toBe(false);
  });

  it('is found where a naive reading finds it', () => {
    fc.assert(
      fc.property(text, word, fc.boolean(), (where, wanted, isPhrase) => {
        expect(has(where, wanted, isPhrase)).toBe(naiveHolds(where, wanted, isPhrase));
      }),
      { numRuns: 3000 },
    );
  });

  it('and all of a text is found in that text', () => {
    fc.assert(
      fc.property(anything, (some) => {
        const pattern = patternOf(some, true);
        fc.pre(!isEmpty(pattern));
        expect(findPattern(wordsOf(some), pattern)?.at).toBe(0);
      }),
      quick,
    );
  });
});
