import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arxivIdentity, doiIdentity, identify } from '../../papers/identity';
import { parse } from '../../papers/query/parse';
import { print } from '../../papers/query/print';
import { paperIdIn } from '../../papers/query/values';
import { linkExamples } from '../fixtures/addresses';
import { quick } from '../support/property';

const examples = Object.values(linkExamples).flat();
const idOf = (address: string) => identify(new URL(address))?.id;

describe('an id as people write it', () => {
  it.each([
    ['arXiv:2503.02130v1 [cs.LG] 3 Mar 2025', 'arxiv:2503.02130'],
    ['arXiv:2503.02130v1  [cs.LG]  3 Mar 2025', 'arxiv:2503.02130'],
    ['2503.02130v1 [cs.LG]', 'arxiv:2503.02130'],
    ['arXiv:hep-th/9901001v3  2 Feb 1999', 'arxiv:hep-th/9901001'],
    ['arXiv:hep-th/9901001v3', 'arxiv:hep-th/9901001'],
    ['arXiv:math/0309136v2 [math.GT] 12 Sep 2003', 'arxiv:math/0309136'],
    ['arXiv:arXiv:2503.02130', 'arxiv:2503.02130'],
    ['ARXIV: 2503.02130', 'arxiv:2503.02130'],
    ['arXiv：2503.02130', 'arxiv:2503.02130'],
    ['arXiv%3A2503.02130', 'arxiv:2503.02130'],
    ['arXiv.2503.02130', 'arxiv:2503.02130'],
    ['arXiv preprint arXiv:2503.02130, 2025.', 'arxiv:2503.02130'],
    ['arXiv:2503.02130 (2025)', 'arxiv:2503.02130'],
    ['CoRR, abs/2503.02130', 'arxiv:2503.02130'],
    ['2503.02130v2.pdf', 'arxiv:2503.02130'],
    ['2503.02130.tar.gz', 'arxiv:2503.02130'],
    ['2503.02130。', 'arxiv:2503.02130'],
    ['2503.02130‐', undefined],
    ['\u200b2503.02130\ufeff', 'arxiv:2503.02130'],
    ['2503.0213٠', undefined],
    ['٢٥٠٣.٠٢١٣٠', undefined],
    ['２５０３.０２１３０', undefined],
    ['2503.0213〇', undefined],
    ['gpt/1234567', undefined],
    ['2503.02130 and more', undefined],
  ])('%j of arXiv is %s', (text, id) => {
    expect(arxivIdentity(text)?.id).toBe(id);
  });

  it.each([
    ['doi:10.1007/s10549-018-4743-9.', 'doi:10.1007/s10549-018-4743-9'],
    ['doi:doi:10.1145/3371158', 'doi:10.1145/3371158'],
    ['https://doi.org/https://doi.org/10.1145/3371158', 'doi:10.1145/3371158'],
    ['https://doi.org/doi:10.1145/3371158', 'doi:10.1145/3371158'],
    ['https://doi.org/10.1145/3371158?utm_source=x', 'doi:10.1145/3371158'],
    ['10.1145/3371158#:~:text=a', 'doi:10.1145/3371158'],
    ['info:doi/10.1145/3371158', 'doi:10.1145/3371158'],
    ['DOI 10.1145/3371158', 'doi:10.1145/3371158'],
    ['10.1016%2FS0140-6736%2805%2967889-2', 'doi:10.1016/s0140-6736(05)67889-2'],
    ['(10.1016/S0140-6736(05)67889-2)', 'doi:10.1016/s0140-6736(05)67889-2'],
    ['(see 10.1145/3371158)', undefined],
    ['10.1007/s10549‐018‐4743‐9', 'doi:10.1007/s10549-018-4743-9'],
    ['10.1145/3371158，见', 'doi:10.1145/3371158'],
    [
      '10.1002/(SICI)1097-0258(19980815)17:15&lt;1661::AID&gt;3.0.CO;2-2',
      'doi:10.1002/(sici)1097-0258(19980815)17:15<1661::aid>3.0.co;2-2',
    ],
    [
      '10.1175/1520-0493(1963)091<0099:GCEWTP>2.3.CO;2-#',
      'doi:10.1175/1520-0493(1963)091<0099:gcewtp>2.3.co;2-#',
    ],
    ['<https://doi.org/10.1145/3371158>', 'doi:10.1145/3371158'],
    ['arXiv:10.48550/arXiv.2503.02130.', undefined],
    ['doi:10.48550/arXiv.2503.02130v1.', 'arxiv:2503.02130'],
  ])('%j of a DOI is %s', (text, id) => {
    expect(doiIdentity(text)?.id).toBe(id);
  });

  it.each([
    ['PMID: 25817406.', 'pmid:25817406'],
    ['pmid:25817406', 'pmid:25817406'],
    ['(acl:P18-1001)', 'acl:P18-1001'],
    ['openreview:aBc_1-2,', 'openreview:aBc_1-2'],
    ['world models', undefined],
    ['25817406', undefined],
    ['', undefined],
  ])('%j in the search is %s', (text, id) => {
    expect(paperIdIn(text)).toBe(id);
  });
});

describe('the search box', () => {
  it.each([
    'arXiv:2503.02130v1 [cs.LG] 3 Mar 2025',
    'arXiv: 2503.02130',
    'arXiv preprint arXiv:2503.02130',
    'doi 10.1145/3371158',
    'DOI: 10.1145/3371158',
    'PMID: 25817406',
    '"https://arxiv.org/abs/2503.02130"',
    '“2503.02130”',
  ])('takes %j for one paper, whatever stands around', (text) => {
    for (const typed of [text, `world ${text}`, `${text} world`, `-${text}`]) {
      const { query, problems } = parse(typed);
      expect(problems).toEqual([]);
      const kinds = query.groups.flat().map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind !== 'word')).toEqual(['id']);
      expect(kinds.length).toBe(typed.includes('world') ? 2 : 1);
      expect(parse(print(query)).query).toEqual(query);
    }
  });

  it.each(['arxiv transformers', 'doi', 'preprint 2025', 'corr abs'])(
    'finds words by %j',
    (text) => {
      for (const { kind } of parse(text).query.groups.flat()) expect(kind).toBe('word');
    },
  );
});

const address = fc.constantFrom(...examples);
const id = fc.constantFrom<readonly [string, string]>(
  ['2503.02130v2', 'arxiv:2503.02130'],
  ['arXiv:hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['10.1007/s10549-018-4743-9', 'doi:10.1007/s10549-018-4743-9'],
  ['doi:10.1016/S0140-6736(05)67889-2', 'doi:10.1016/s0140-6736(05)67889-2'],
  [
    '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2',
    'doi:10.1002/(sici)1097-0258(19980815)17:15<1661::aid>3.0.co;2-2',
  ],
);
const pairs = [
  '()',
  '[]',
  '<>',
  '{}',
  '""',
  "''",
  '“”',
  '‘’',
  '（）',
  '「」',
  '【】',
  '《》',
  '**',
  '__',
  '``',
];
const around = fc.constantFrom(...pairs.map((pair) => [pair[0] ?? '', pair[1] ?? ''] as const));
const ends = [
  '',
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  '...',
  '…',
  '。',
  '，',
  '、',
  '；',
  '：',
  '？',
  ').',
  '],',
  '>,',
  '。见附录',
  '，2025',
  "'s",
];
const end = fc.constantFrom(...ends);
const wrapped = (inner: fc.Arbitrary<readonly [string, string]>) =>
  fc
    .tuple(inner, fc.array(around, { maxLength: 3 }), end, fc.boolean())
    .map(([[text, named], signs, last, isLast]) => {
      const within = signs.reduce(
        (all, [open, close]) => `${open}${all}${close}`,
        isLast ? text : text + last,
      );
      return { text: isLast ? within + last : within, named };
    });

describe('whatever the sentence puts around it', () => {
  it.each(['.', '...', '.)', '/abstract.'])('a code of ADS ends before %s', (last) => {
    const code = 'https://ui.adsabs.harvard.edu/abs/2010arXiv1001.1234A';
    expect(idOf(code + last)).toBe('arxiv:1001.1234');
  });

  it('a code of ADS and a record of DBLP end before what stresses them', () => {
    expect(idOf('https://ui.adsabs.harvard.edu/abs/2010arXiv1001.1234A_')).toBe('arxiv:1001.1234');
    expect(idOf('https://dblp.org/rec/journals/corr/abs-2503-02130_')).toBe('arxiv:2503.02130');
  });

  it('an address leads to the same paper, as a link and in the search', () => {
    fc.assert(
      fc.property(wrapped(address), ({ text, named }) => {
        expect(paperIdIn(text)).toBe(named);
      }),
      quick,
    );
    fc.assert(
      fc.property(
        address,
        fc.array(
          fc.oneof(
            around.map(([, close]) => close),
            end,
          ),
          { maxLength: 3 },
        ),
        ([text, named], signs) => {
          if (/[?#]/.test(text)) return;
          expect(idOf(text + signs.join(''))).toBe(named);
        },
      ),
      quick,
    );
  });

  it('an id is the same paper', () => {
    fc.assert(
      fc.property(wrapped(id), ({ text, named }) => {
        expect(paperIdIn(text)).toBe(named);
        expect((arxivIdentity(text) ?? doiIdentity(text))?.id).toBe(named);
      }),
      quick,
    );
  });

  it('nothing throws, and long nonsense takes no time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        paperIdIn(text);
        arxivIdentity(text);
        doiIdentity(text);
        identify(new URL(`https://arxiv.org/${text}`));
      }),
      quick,
    );
    for (const sign of [')', '](', '10.1145/', 'https://', 'arxiv:', 'a-', "'s"])
      for (const length of [2000, 100_000]) paperIdIn(sign.repeat(length / sign.length));
  });
});
