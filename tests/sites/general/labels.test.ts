import { expect, it } from 'vitest';
import { isLabel } from '../../../sites/general/labels';

it.each([
  '[PDF]',
  'View PDF on arXiv',
  'Article Information',
  'electronic edition via DOI',
  'details & citations',
  'Open Access',
  '10.1000/fold.1',
])('“%s” says what a link leads to', (text) => {
  expect(isLabel(text)).toBe(true);
});

it.each(['Folding by Machine', 'Information Geometry', 'Open Problems in Folding'])(
  '“%s” is a title',
  (text) => {
    expect(isLabel(text)).toBe(false);
  },
);
