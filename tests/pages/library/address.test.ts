// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../support/chance';

import {
  type Address,
  home,
  readAddress,
  views,
  writeAddress,
} from '../../../pages/library/address';
import { orders } from '../../../papers/search/order';

const read = (address: string) => readAddress(address.startsWith('?') ? address : '');

describe('the address of the library', () => {
  it('says all of what is shown', () => {
    const address = fc.record({
      view: fc.constantFrom(...views),
      query: fc.string({ unit: 'grapheme' }),
      order: fc.constantFrom(...orders),
      paper: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      seed: fc.option(fc.integer({ min: 1 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(address, ({ seed, ...rest }) => {
        const whole: Address = { ...rest, ...(rest.order === 'random' ? { seed } : {}) };
        expect({ paper: undefined, seed: undefined, ...read(writeAddress(whole)) }).toEqual({
          seed: undefined,
          ...whole,
        });
      }),
    );
  });

  it('is short at home, and home is where damaged ones lead', () => {
    expect(writeAddress(home)).not.toContain('?');
    expect(read('?view=nowhere&sort=sideways&seed=x&paper=')).toEqual(home);
    expect(read('?q=is%3Aunread+guardrail&sort=upvotes&paper=arxiv%3A1')).toEqual({
      view: 'list',
      query: 'is:unread guardrail',
      order: 'upvotes',
      paper: 'arxiv:1',
    });
  });
});
