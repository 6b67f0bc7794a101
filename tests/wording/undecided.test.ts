import { describe, expect, it } from 'vitest';
import { pageWords, undecidedWords } from '../../wording/undecided';

describe('what waits for a decision', () => {
  it.each([
    [{ new: 12, seen: 6 }, '12 new, 6 seen and undecided', '12 new, 6 seen and undecided'],
    [{ new: 1, seen: 0 }, '1 new', '1 new'],
    [{ new: 0, seen: 1 }, '1 seen and undecided', 'All seen, 1 undecided'],
    [{ new: 0, seen: 0 }, 'Nothing undecided', 'Done'],
  ])('is said in one way, and of a page as all that is there: %j', (counts, words, ofPage) => {
    expect(undecidedWords(counts)).toBe(words);
    expect(pageWords(counts)).toBe(ofPage);
  });
});
