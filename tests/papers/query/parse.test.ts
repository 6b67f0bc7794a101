import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../papers/query/parse';
import { print } from '../../../papers/query/print';
import { hasValues, isValues, type Query, type Term } from '../../../papers/query/query';
import { wantedBy } from '../../../papers/search/marks';
import { matcherOf } from '../../../papers/search/match';
import { growthOf, straight } from '../../support/growth';
import { quick } from '../../support/property';

const term = (kind: Term['kind'], text: string, not = false): Term => ({ kind, text, not });

function groupsOf(text: string): Query['groups'] {
  const { query, problems } = parse(text);
  expect(problems).toEqual([]);
  return query.groups;
}

const problemsOf = (text: string) =>
  parse(text).problems.map(({ kind, start, end, operator, text: value }) => [
    kind,
    text.slice(start, end),
    ...(operator ? [operator, value] : []),
  ]);

describe('a search', () => {
  it.each<[string, Query['groups']]>([
    ['', []],
    ['  diffusion  planning ', [[term('word', 'diffusion')], [term('word', 'planning')]]],
    ['"world  models"', [[term('phrase', 'world models')]]],
    ['“world models”', [[term('phrase', 'world models')]]],
    ['-survey -"a phrase"', [[term('word', 'survey', true)], [term('phrase', 'a phrase', true)]]],
    ['tag:"world models" -tag:x', [[term('tag', 'world models')], [term('tag', 'x', true)]]],
    ['Tag：rl/offline', [[term('tag', 'rl/offline')]]],
    ['tag:is:unread', [[term('tag', 'is:unread')]]],
    ['tag:"say ""hi"""', [[term('tag', 'say "hi"')]]],
    ['tag:🔥 tag:"قراءة لاحقة"', [[term('tag', '🔥')], [term('tag', 'قراءة لاحقة')]]],
    ['is:Unread has:CODE', [[term('is', 'unread')], [term('has', 'code')]]],
    ['after:2026-03 before:2026', [[term('after', '2026-03')], [term('before', '2026')]]],
    ['upvotes:>50 upvotes:7', [[term('upvotes', '>50')], [term('upvotes', '=7')]]],
    ['tag:#rl -tag:＃x', [[term('tag', 'rl')], [term('tag', 'x', true)]]],
    ['tag:a、b c', [[term('tag', 'a')], [term('tag', 'b')], [term('word', 'c')]]],
    ['-tag:a;b', [[term('tag', 'a', true), term('tag', 'b', true)]]],
    [
      'c OR tag:a,b OR d e',
      [
        [term('word', 'c'), term('tag', 'a'), term('word', 'd')],
        [term('word', 'c'), term('tag', 'b'), term('word', 'd')],
        [term('word', 'e')],
      ],
    ],
    ['a b OR c', [[term('word', 'a')], [term('word', 'b'), term('word', 'c')]]],
    ['a or b', [[term('word', 'a')], [term('word', 'or')], [term('word', 'b')]]],
    ['self-play', [[term('word', 'self-play')]]],
    ['10:30', [[term('word', '10:30')]]],
    ['2503.02130v2', [[term('id', '2503.02130v2')]]],
    ['arxiv:hep-th/9901001', [[term('id', 'arxiv:hep-th/9901001')]]],
    ['doi:10.1145/3371158', [[term('id', 'doi:10.1145/3371158')]]],
    ['https://arxiv.org/abs/2503.02130', [[term('id', 'https://arxiv.org/abs/2503.02130')]]],
    ['huggingface.co/papers/2503.02130', [[term('id', 'huggingface.co/papers/2503.02130')]]],
    ['-2503.02130', [[term('id', '2503.02130', true)]]],
  ])('%j is understood', (text, groups) => {
    expect(groupsOf(text)).toEqual(groups);
  });

  it('in:title holds for the whole of it', () => {
    expect(parse('in:title diffusion').query).toEqual(parse('diffusion in:title').query);
    expect(parse('in:title diffusion').query.inTitle).toBe(true);
  });

  it.each<[string, string[][]]>([
    ['tga:rl', [['unknownOperator', 'tga:rl', 'tga', 'rl']]],
    ['is:done', [['unknownValue', 'is:done', 'is', 'done']]],
    ['in:abstract', [['unknownValue', 'in:abstract', 'in', 'abstract']]],
    ['after:2026-13', [['badDate', 'after:2026-13', 'after', '2026-13']]],
    ['before:2026-02-30', [['badDate', 'before:2026-02-30', 'before', '2026-02-30']]],
    ['upvotes:many', [['badNumber', 'upvotes:many', 'upvotes', 'many']]],
    ['upvotes:>-1', [['badNumber', 'upvotes:>-1', 'upvotes', '>-1']]],
    ['tag:', [['missingValue', 'tag:', 'tag', '']]],
    ['tag:""', [['missingValue', 'tag:""', 'tag', '']]],
    ['"', [['unclosedQuote', '"']]],
    ['"world mod', [['unclosedQuote', '"world mod']]],
    ['.*+?^$()|[]\\', [['noWord', '.*+?^$()|[]\\']]],
    ['OR a', [['danglingOr', 'OR']]],
    ['a OR', [['danglingOr', 'OR']]],
    ['a OR OR b', [['danglingOr', 'OR']]],
    [
      'a OR is:done',
      [
        ['danglingOr', 'OR'],
        ['unknownValue', 'is:done', 'is', 'done'],
      ],
    ],
  ])('%j is explained', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
    const { query } = parse(`${text === '"' || text.startsWith('"w') ? '' : text} diffusion`);
    if (!text.includes('OR')) expect(query.groups).toEqual([[term('word', 'diffusion')]]);
  });

  it('never throws, whatever it is', () => {
    const pieces = [
      '"',
      'tag:',
      '-',
      'OR',
      'in:title',
      ' ',
      '“',
      ':',
      '\ud800',
      'a',
      '模',
      '(',
      '\\',
    ];
    const mixed = fc
      .array(fc.constantFrom(...pieces), { maxLength: 40 })
      .map((all) => all.join(''));
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), mixed);
    fc.assert(
      fc.property(anything, (text) => {
        const { query, problems } = parse(text);
        matcherOf(query);
        wantedBy(query);
        for (const { start, end } of problems) expect(text.length >= end && end > start).toBe(true);
      }),
      quick,
    );
  });

  it.each(['x', '"', 'tag:', 'a OR '])(
    'of “%s” again and again is read in a time that grows with its length alone',
    (piece) => {
      const read = (length: number) => matcherOf(parse(piece.repeat(length / piece.length)).query);
      expect(growthOf(read, 2500)).toBeLessThan(straight);
    },
  );
});

describe('a printed query', () => {
  const bare = fc.constantFrom(
    'diffusion',
    'self-play',
    '世界',
    'Ａ',
    'O’Brien',
    'c++',
    '🔥',
    '10:30',
  );
  const free = fc
    .string({
      unit: fc.constantFrom('a', 'B', ' ', '"', '“', ':', '-', '模', 'O', 'R', '/'),
      minLength: 1,
    })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => /[\p{L}]/u.test(text));
  const day = fc.constantFrom('2026', '2026-03', '2026-03-27');
  const comparison = fc.constantFrom('>50', '>=5', '<3', '<=9', '=0');
  const of = (kind: Term['kind'], text: fc.Arbitrary<string>): fc.Arbitrary<Term> =>
    fc.record({ kind: fc.constant(kind), text, not: fc.boolean() });
  const anyTerm = fc.oneof(
    of('word', bare),
    of('phrase', free),
    of('tag', free),
    of('author', free),
    of('org', free),
    of('site', free),
    of('is', fc.constantFrom(...isValues)),
    of('has', fc.constantFrom(...hasValues)),
    of('after', day),
    of('before', day),
    of('upvotes', comparison),
    of('id', fc.constantFrom('2503.02130', '10.1145/3371158', 'https://a.example/b?c=d')),
  );
  const anyQuery: fc.Arbitrary<Query> = fc.record({
    groups: fc.array(fc.array(anyTerm, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
    inTitle: fc.boolean(),
  });

  it('is read as the same query', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(parse(print(query))).toEqual({ query, problems: [] });
      }),
      quick,
    );
  });

  it('means the same as the text it was read from', () => {
    const pieces = [
      '"',
      'tag:',
      '-',
      ' OR ',
      'in:title',
      ' ',
      'is:read',
      'a',
      'b',
      '模',
      '“',
      ':',
      '--',
    ];
    const mixed = fc
      .array(fc.constantFrom(...pieces), { maxLength: 25 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string()), (text) => {
        const { query } = parse(text);
        expect(parse(print(query)).query).toEqual(query);
      }),
      quick,
    );
  });
});
