import { describe, expect, it } from 'vitest';
import { givenFirst, richerAuthors } from '../../papers/names';

describe('a name', () => {
  it('is read with the given name first', () => {
    expect(givenFirst('Riedl, Mark O.')).toBe('Mark O. Riedl');
    expect(givenFirst('Mark O. Riedl')).toBe('Mark O. Riedl');
    expect(givenFirst('King, Martin Luther, Jr.')).toBe('King, Martin Luther, Jr.');
    expect(givenFirst('Gemini Team,')).toBe('Gemini Team,');
  });
});

describe('of two author lists', () => {
  it('the longer one stands, then the one that tells family names, then the newer', () => {
    expect(richerAuthors(['A B', 'C D'], ['A B'])).toEqual(['A B', 'C D']);
    expect(richerAuthors(['B, A'], ['A B'])).toEqual(['B, A']);
    expect(richerAuthors(['A B'], ['B, A'])).toEqual(['B, A']);
    expect(richerAuthors(['A Bee'], ['A Be'])).toEqual(['A Be']);
    expect(richerAuthors([], [])).toEqual([]);
  });
});
