import { expect, it } from 'vitest';
import { dateIn } from '../../imports/parts/dates';

it.each([
  ['2012///Marseille', '2012'],
  ['2012 Decision', '2012'],
  ['2020 Oct', '2020-10'],
  ['2020, September 3', '2020-09'],
  ['2020/05/03/Spring', '2020-05-03'],
  ['October 2024', '2024-10'],
])('%s is %s', (text, date) => {
  expect(dateIn(text)).toBe(date);
});
