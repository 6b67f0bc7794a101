import { describe, expect, it } from 'vitest';
import { badgeText } from '../../entrypoints/background/badge';

describe('the badge', () => {
  it('is short, and empty for nothing', () => {
    const shown = [0, 1, 37, 999, 1000, 1999, 20_000].map(badgeText);
    expect(shown).toEqual(['', '1', '37', '999', '1k', '1k', '20k']);
  });
});
