import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Row, standing } from '../../../papers/words/row';
import { laterRow, saidRow, wordsIn } from '../../../papers/words/row-merge';
import { canonical } from '../../../papers/words/stamp';

interface Thing {
  readonly id: string;
  readonly text: string;
  readonly tags?: readonly string[];
}
type Rows = ReadonlyMap<string, Row<Thing>>;

const devices = ['laptop', 'desk', 'phone'] as const;

/** What somebody does on one of three devices, whose clocks are anywhere; `sync` takes over another's rows. */
interface Step {
  readonly does: 'say' | 'delete' | 'sync';
  readonly on: number;
  readonly now: number;
  readonly id: string;
  readonly text: string;
  readonly from: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('say', 'say', 'delete', 'sync'),
  on: fc.nat(2),
  now: fc.integer({ min: -5, max: 60 }),
  id: fc.constantFrom('a', 'b', '__proto__'),
  text: fc.constantFrom('', 'one', 'two'),
  from: fc.nat(2),
});
const steps = fc.array(step, { maxLength: 25 });

function merged(one: Rows, other: Rows): Rows {
  const both = new Map(one);
  for (const [id, row] of other) both.set(id, laterRow(one.get(id), row) ?? row);
  return both;
}

function said(rows: Rows, { does, on, now, id, text, from }: Step, all: readonly Rows[]): Rows {
  if (does === 'sync') return merged(rows, all[from] ?? new Map());
  const words = does === 'say' ? { id, text, tags: [text] } : undefined;
  const row = saidRow<Thing>(rows.get(id), words, { now, device: devices[on] ?? '' });
  return row ? new Map(rows).set(id, row) : rows;
}

/** What three devices hold after a history. */
function live(history: readonly Step[]): readonly Rows[] {
  const held: Rows[] = devices.map(() => new Map());
  for (const one of history) held[one.on] = said(held[one.on] ?? new Map(), one, held);
  return held;
}

const told = (rows: Rows) => canonical([...rows].sort(([one], [other]) => (one < other ? -1 : 1)));

test('rows merge in any order, with repeats, to the same end', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const [a, b, c] = live(history) as [Rows, Rows, Rows];
      const end = told(merged(merged(a, b), c));
      expect(told(merged(a, merged(b, c)))).toBe(end);
      expect(told(merged(merged(c, a), b))).toBe(end);
      expect(told(merged(merged(c, b), merged(a, merged(b, b))))).toBe(end);
      expect(told(merged(a, a))).toBe(told(a));
    }),
    { numRuns: 2000 },
  );
});

test('rows under one stamp, as only a damaged file has them, merge to one end as well', () => {
  const stamp = { at: 1, device: '' };
  const [one, other] = ['x', 'y'].map((text) => ({ id: 'a', text, stamp }));
  expect(laterRow(one, other)).toEqual(laterRow(other, one));
});

test('what a device says last of a row stands there, whatever its clock does', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (history, isGone) => {
      const held = live(history);
      const before = held[0]?.get('a');
      const words = isGone ? undefined : { id: 'a', text: 'last' };
      const mine = saidRow<Thing>(before, words, { now: -5, device: 'laptop' });
      expect(wordsIn(laterRow(before, mine))).toEqual(words);
      expect(wordsIn(laterRow(mine, before))).toEqual(words);
    }),
  );
});

test('a row that is gone keeps no word, and no reader meets it', () => {
  const clock = { now: 9, device: 'desk' };
  const row = saidRow<Thing>(undefined, { id: 'a', text: 'secret' }, clock);
  const gone = saidRow<Thing>(row, undefined, clock);
  expect(gone).toEqual({ id: 'a', isGone: true, stamp: { at: 10, device: 'desk' } });
  expect(standing<Thing>(gone ? [gone] : [])).toEqual([]);
});

test('saying what is said already, deleting what is gone and deleting nothing say nothing', () => {
  const clock = { now: 9, device: 'desk' };
  const row = saidRow<Thing>(undefined, { id: 'a', text: 'x' }, clock);
  expect(saidRow<Thing>(row, { text: 'x', id: 'a' }, clock)).toBe(row);
  const gone = saidRow<Thing>(row, undefined, clock);
  expect(saidRow<Thing>(gone, undefined, clock)).toBe(gone);
  expect(saidRow<Thing>(undefined, undefined, clock)).toBeUndefined();
});
