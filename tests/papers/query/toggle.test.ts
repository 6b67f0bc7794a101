import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../papers/query/parse';
import { asksFor, toggleFacet } from '../../../papers/query/toggle';
import { dimensions } from '../../../papers/search/facets';
import { quick } from '../../support/property';

describe('a facet', () => {
  it.each([
    ['', 'tags', 'world models', 'tag:"world models"'],
    ['plan', 'states', 'unread', 'is:unread plan'],
    ['is:unread plan', 'states', 'read', 'is:read plan'],
    ['is:unread', 'states', 'starred', 'is:starred is:unread'],
    ['tag:a', 'tags', 'b', 'tag:b tag:a'],
    ['org:"Example Lab" x', 'organizations', 'Other', 'org:Other x'],
    ['', 'months', '2025-12', 'after:2025-12 before:2026-01'],
    ['after:2025-12 before:2026-01 x', 'months', '2026-02', 'after:2026-02 before:2026-03 x'],
    ['after:2025-12 before:2026-1 x', 'months', '2025-12', 'x'],
    ['after:7d x', 'tags', 'rl', 'tag:rl after:7d x'],
    [
      'author:lukasz-kaiser x',
      'authors',
      'Łukasz Kaiser',
      'author:"Łukasz Kaiser" author:lukasz-kaiser x',
    ],
    ['site:arxiv', 'sites', 'arxiv', ''],
    ['TAG:RL -tag:rl', 'tags', 'rl', '-tag:rl'],
  ] as const)('of %j: %s %s gives %j', (text, dimension, value, expected) => {
    expect(toggleFacet(text, dimension, value)).toBe(expected);
  });

  it('asked for twice is as it was, and asked for once is asked for', () => {
    const words = fc.array(fc.constantFrom('plan', '"a phrase"', '-x', 'tag:q', 'a OR b'));
    fc.assert(
      fc.property(words, fc.constantFrom(...dimensions), (parts, dimension) => {
        const value = dimension === 'months' ? '2026-03' : dimension === 'states' ? 'read' : 'v w';
        const text = parts.join(' ');
        const once = toggleFacet(text, dimension, value);
        expect(asksFor(parse(once).query, dimension, value)).toBe(true);
        expect(parse(toggleFacet(once, dimension, value)).query).toEqual(parse(text).query);
      }),
      quick,
    );
  });
});
