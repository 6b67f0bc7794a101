import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unguarded } from '../../lib/formula-guard';
import { fileOf, papersIn } from '../support/imports';
import { quick } from '../support/property';
import { bare, written } from './outgoing';

/** What a spreadsheet would reckon with, and apostrophes before it, as often as it may be. */
const cell = fc
  .tuple(
    fc.constantFrom('', "'", "''", "'''"),
    fc.constantFrom('=', '+', '-', '@', '"', ';', ',', ''),
    fc.constantFrom('1+1', 'cmd|x', "it's", 'plain words'),
  )
  .map((parts) => parts.join(''));

it('reads back just what was written, whatever a spreadsheet would take for a formula', async () => {
  await fc.assert(
    fc.asyncProperty(cell, cell, cell, async (title, note, abstract) => {
      const paper = { ...bare, id: 'arxiv:2603.00001', title, note, abstract };
      const [read] = await papersIn(fileOf('a.csv', await written('csv', [paper])));
      expect(read?.paper).toMatchObject({ title, abstract });
      expect(read?.words.note).toBe(note);
    }),
    { numRuns: quick.numRuns / 4 },
  );
});

it('gives columns back that have no place here', async () => {
  const table = 'id,title,my rating,extra\narxiv:2603.00001,A,=5,{a}\n';
  const [came] = await papersIn(fileOf('a.csv', table));
  const columns = came?.extra.csv;
  expect(Object.entries(columns ?? {})).toEqual([
    ['my rating', '=5'],
    ['extra', '{a}'],
  ]);
  const paper = { ...bare, id: 'arxiv:2603.00001', extra: { csv: columns ?? {} } };
  const [back] = await papersIn(fileOf('b.csv', await written('csv', [paper])));
  expect(back?.extra.csv).toEqual(columns);
});

it('takes off one apostrophe where one was put on, and no other', () => {
  expect(["'=1", "''=1", "'s", "'", '', '=1', "'\t"].map(unguarded)).toEqual([
    '=1',
    "'=1",
    "'s",
    "'",
    '',
    '=1',
    '\t',
  ]);
});
