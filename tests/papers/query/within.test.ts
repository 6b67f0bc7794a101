import { describe, expect, it } from 'vitest';
import { parse } from '../../../papers/query/parse';
import { print } from '../../../papers/query/print';
import { within } from '../../../papers/query/within';

const asked = (list: string, typed: string) => print(parse(within(list, typed)).query);

describe('a search within a list', () => {
  it.each([
    ['tag:agents', 'safety', 'tag:agents safety'],
    ['', 'safety', 'safety'],
    ['tag:agents', '', 'tag:agents'],
    ['a OR b', 'c', 'a OR b c'],
    ['tag:"world models"', '"table 4', 'tag:"world models" "table 4'],
    ['"world mod', 'safety', 'safety "world mod'],
  ])('“%s” with “%s” asks for both', (list, typed, both) => {
    expect(asked(list, typed)).toBe(both);
  });
});
