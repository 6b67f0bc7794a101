import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Facts, factsOf, mergeFacts, valuesOf } from '../../../papers/facts/facts';
import { packSayings, unpackSayings } from '../../../papers/facts/sayings';
import { factFields, sources } from '../../../papers/facts/sources';
import type { Paper } from '../../../papers/paper';
import { canonical } from '../../../papers/words/stamp';

const facts: fc.Arbitrary<Facts> = fc
  .record({
    source: fc.constantFrom(...sources),
    at: fc.nat(3),
    title: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }),
    abstract: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    version: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    authors: fc.option(fc.array(fc.constantFrom('Ada', 'Bob')), { nil: undefined }),
    upvotes: fc.option(fc.nat(5), { nil: undefined }),
  })
  .map(({ source, at, ...paper }) => factsOf(paper as Partial<Paper>, { source, at }));

describe('facts', () => {
  test('merge in any order, with repeats, to the same end', () => {
    fc.assert(
      fc.property(facts, facts, facts, (a, b, c) => {
        const end = canonical(mergeFacts(mergeFacts(a, b), c));
        expect(canonical(mergeFacts(a, mergeFacts(b, c)))).toBe(end);
        expect(canonical(mergeFacts(mergeFacts(c, b), a))).toBe(end);
        expect(canonical(mergeFacts(mergeFacts(b, mergeFacts(c, b)), a))).toBe(end);
      }),
      { numRuns: 1000 },
    );
  });

  const shown = (...said: Facts[]) => valuesOf(said.reduce(mergeFacts, {}));
  const page = (at: number, paper: Partial<Paper>) => factsOf(paper, { source: 'origin', at });

  test('an older version of a paper replaces nothing, however late it is met', () => {
    const third = page(1, { version: 3, title: 'New title', abstract: 'New.', authors: ['Ada'] });
    const first = page(9, {
      version: 1,
      title: 'Title',
      abstract: 'Old.',
      authors: ['Ada', 'Bob'],
    });
    expect(shown(third, first)).toEqual(valuesOf(third));
  });

  test('a version that only a link or a file names gives way to whoever shows the paper', () => {
    const link = (at: number) => factsOf({ version: 99 }, { source: 'link', at });
    const file = factsOf({ version: 98 }, { source: 'file', at: 8 });
    expect(shown(link(1))).toEqual({ version: 99 });
    for (const source of ['origin', 'data', 'page', 'card'] as const) {
      const said = factsOf({ version: 3 }, { source, at: 5 });
      expect(shown(link(1), file, said)).toEqual({ version: 3 });
      expect(shown(said, file, link(9))).toEqual({ version: 3 });
    }
  });

  test('a site’s old title does not come back over the one of the paper’s own page', () => {
    const own = page(1, { title: 'New title' });
    const polled = factsOf({ title: 'Title', upvotes: 7 }, { source: 'data', at: 9 });
    expect(shown(own, polled)).toEqual({ title: 'New title', upvotes: 7 });
  });

  test('a link’s text and a translation fill gaps, and never replace', () => {
    const link = factsOf({ title: 'PDF' }, { source: 'link', at: 9 });
    const translated = factsOf({ title: '标题' }, { source: 'translated', at: 9 });
    const card = factsOf({ title: 'Title' }, { source: 'card', at: 1 });
    expect(shown(link)).toEqual({ title: 'PDF' });
    expect(shown(link, translated, card)).toEqual({ title: 'Title' });
  });

  test('of numbers the last word stands, whoever of a site said it', () => {
    const polled = factsOf({ upvotes: 7 }, { source: 'data', at: 1 });
    const card = factsOf({ upvotes: 9 }, { source: 'card', at: 2 });
    expect(shown(card, polled)).toEqual({ upvotes: 9 });
  });

  test('who said what is packed without loss', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const said = Object.fromEntries(
          Object.entries(mergeFacts(a, b)).map(([field, fact]) => [field, fact.said]),
        );
        expect(unpackSayings(packSayings(said))).toEqual(said);
      }),
    );
  });

  test('every field has a rank for every source', () => {
    expect(new Set(factFields).size).toBe(factFields.length);
  });
});
