import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownFacts } from '../../papers/facts/facts';
import { type Copy, copyOf, copyOfPaper, merge, rowsOf } from '../../papers/merge';
import { isNothingNew } from '../../papers/nothing-new';
import type { Paper } from '../../papers/paper';
import { canonical } from '../../papers/words/stamp';

const oneOf = <Value>(...values: Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

/** What a page may tell of a paper. */
const told = fc
  .record({
    at: fc.nat(2),
    source: fc.constantFrom('card', 'data'),
    title: oneOf('A', 'B'),
    upvotes: oneOf(1, 2),
    aliases: oneOf(['doi:10.1/a'], ['url:a', 'doi:10.1/a']),
    id: fc.constantFrom('arxiv:1', 'doi:10.1/a'),
    day: oneOf('2026-03-26', '2026-03-27'),
    site: oneOf('huggingface', 'arxiv'),
  })
  .map(({ at, source, day, site, id, aliases = [], title, upvotes }) => {
    const paper = {
      id,
      aliases: aliases.filter((alias) => alias !== id),
      ...(title === undefined ? {} : { title }),
      ...(upvotes === undefined ? {} : { upvotes }),
    } as Paper;
    return copyOfPaper(paper, { source: source as 'card' | 'data', at }, { day, site });
  });

const rows = (copy: Copy) => canonical(rowsOf(copy, undefined, ''));

describe('what a page tells that is known', () => {
  it('is what merging would leave as it is', () => {
    let seen = 0;
    fc.assert(
      fc.property(told, told, told, (one, other, next) => {
        const { record, details, note } = rowsOf(merge(one, other), undefined, '');
        const known = copyOf(record, details, note);
        const fresh = { ...next, facts: unknownFacts(known.facts, next.facts) };
        if (!isNothingNew(known, fresh)) return;
        seen += 1;
        expect(rows(merge(known, fresh))).toBe(rows(known));
      }),
      { numRuns: 3000 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  it('is all that was told before', () => {
    fc.assert(
      fc.property(told, (one) => {
        const { record, details, note } = rowsOf(one, undefined, '');
        const known = copyOf(record, details, note);
        const fresh = { ...one, facts: unknownFacts(known.facts, one.facts) };
        expect(isNothingNew(known, fresh)).toBe(true);
      }),
    );
  });
});
