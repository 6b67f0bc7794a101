import { describe, expect, it } from 'vitest';
import { compare, missing } from '../../scripts/bench/compare';
import { median, percentile, summarize } from '../../scripts/bench/result';
import { table } from '../../scripts/bench/table';

const runs = (ms: number, bareMs: number) => Array.from({ length: 5 }, () => ({ ms, bareMs }));

describe('a line of the benchmark', () => {
  it('finds what a part of the runs does not exceed', () => {
    const values = [5, 1, 4, 2, 3, 6, 7, 8, 9, 10];
    expect(percentile(0.5)(values)).toBe(5);
    expect(percentile(0.95)(values)).toBe(10);
    expect(percentile(1)(values)).toBe(10);
  });

  it('weighs memory by its own goal, and keys by the slow ones', () => {
    const samples = [1, 2, 3, 4, 60].map((ms) => ({ ms, bareMs: 2 }));
    expect(summarize('memory', 7, samples, { mostMB: 3 })).toMatchObject({
      goal: '3 MB',
      met: true,
    });
    const row = summarize('keys', 7, samples, { mostMs: 50 }, percentile(0.95));
    expect(row).toMatchObject({ ms: 60, met: false });
  });

  it('takes the value in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 100])).toBe(3);
  });

  it.each([
    [{ times: 4 }, '4 × bare', 8, true],
    [{ times: 4 }, '4 × bare', 8.1, false],
    [{ plusMs: 40 }, 'bare + 40 ms', 42, true],
    [{ plusMs: 40 }, 'bare + 40 ms', 42.5, false],
    [{ mostMs: 50 }, '50 ms', 50, true],
    [{ mostMs: 50 }, '50 ms', 51, false],
  ])('with the goal %j is held to %s', (goal, words, ms, met) => {
    expect(summarize('save', 7, runs(ms, 2), goal)).toEqual({
      name: 'save',
      papers: 7,
      ms,
      bareMs: 2,
      ratio: ms / 2,
      spread: [ms / 2, ms / 2],
      goal: words,
      met,
    });
  });

  it('is refused when there were too few runs, or when nothing was measured', () => {
    expect(() => summarize('save', 7, runs(1, 1).slice(3), { times: 4 })).toThrow('only 2 runs');
    expect(() => summarize('save', 7, runs(Number.NaN, 1), { times: 4 })).toThrow('measured');
    expect(() => summarize('save', 7, runs(1, 0), { times: 4 })).toThrow('measured');
  });

  it('stands in a table under its head', () => {
    const [head, line] = table([summarize('save', 20_000, runs(9, 2), { times: 4 })]).split('\n');
    expect(line).toMatch(/^save +20,000 +9\.0 +2\.0 +4\.50 +4\.50–4\.50 +4 × bare +MISSED$/);
    expect(head?.indexOf('goal')).toBe(line?.indexOf('4 ×'));
  });

  it('tells between which ratios the middle half of its runs lies', () => {
    const samples = [1, 2, 3, 4, 5, 6, 7, 8].map((ms) => ({ ms, bareMs: 2 }));
    expect(summarize('save', 7, samples, { times: 4 }).spread).toEqual([1, 3]);
  });

  it('takes the quarters of the runs for what is made of many', () => {
    const samples = [1, 9, 2, 8, 3, 7, 4, 6].map((ms) => ({ ms, bareMs: 2 }));
    const row = summarize('keys', 7, samples, { times: 4 }, percentile(1));
    expect(row).toMatchObject({ ratio: 4.5, spread: [3, 4] });
  });

  it.each([
    [20_000, 9, '4 × bare', false],
    [100_000, 9, '8 × bare', true],
    [100_000, 17, '8 × bare', false],
  ])('may take twice the ratio with the largest list: %i papers', (papers, ms, goal, met) => {
    expect(summarize('save', papers, runs(ms, 2), { times: 4 })).toMatchObject({ goal, met });
  });
});

describe('a run beside an earlier one', () => {
  const row = (ratio: number, spread: readonly [number, number], name = 'save') => ({
    ...summarize(name, 7, runs(ratio, 1), { times: 4 }),
    spread,
  });

  it.each([
    ['worse', 3.1, [3, 3.2], 2, [1.9, 2.9]],
    ['same', 3, [2.9, 3.2], 2, [1.5, 2.5]],
    ['same', 3, [2, 3.1], 2, [2, 2]],
    ['better', 2, [1.9, 2.1], 3, [2.8, 3.2]],
  ] as const)('is %s at %d %j after %d %j', (verdict, now, spread, before, old) => {
    expect(compare([row(now, spread)], [row(before, old)])).toEqual([
      { name: 'save', papers: 7, before, now, verdict },
    ]);
  });

  it('knows what is new, what is gone, and results without a spread', () => {
    const rows = [row(1, [1, 1], 'deck'), row(2, [2, 2])];
    const before = [
      { name: 'save', papers: 7, ratio: 1 },
      { name: 'save', papers: 8, ratio: 1 },
    ];
    expect(compare(rows, before).map(({ verdict }) => verdict)).toEqual(['new', 'worse']);
    expect(missing(rows, before)).toEqual([{ name: 'save', papers: 8, ratio: 1 }]);
  });

  it('marks in the table what became worse', () => {
    const rows = [row(2, [2, 2]), row(2, [2, 2], 'deck'), row(2, [2, 2], 'note')];
    const before = [row(1, [1, 1]), row(2, [2, 2], 'note')];
    const lines = table(rows, compare(rows, before)).split('\n').slice(1);
    expect(lines.map((line) => line.split(/ {2,}/).at(-1))).toEqual(['1.00 WORSE', 'new', '2.00']);
  });
});
