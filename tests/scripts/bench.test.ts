import { describe, expect, it } from 'vitest';
import { median, summarize } from '../../scripts/bench/result';
import { table } from '../../scripts/bench/table';

const runs = (ms: number, bareMs: number) => Array.from({ length: 5 }, () => ({ ms, bareMs }));

describe('a line of the benchmark', () => {
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
      goal: words,
      met,
    });
  });

  it('is refused when there were too few runs, or when nothing was measured', () => {
    expect(() => summarize('save', 7, runs(1, 1).slice(1), { times: 4 })).toThrow('only 4 runs');
    expect(() => summarize('save', 7, runs(Number.NaN, 1), { times: 4 })).toThrow('measured');
    expect(() => summarize('save', 7, runs(1, 0), { times: 4 })).toThrow('measured');
  });

  it('stands in a table under its head', () => {
    const [head, line] = table([summarize('save', 20_000, runs(9, 2), { times: 4 })]).split('\n');
    expect(line).toMatch(/^save +20,000 +9\.0 +2\.0 +4\.50 +4 × bare +MISSED$/);
    expect(head?.indexOf('goal')).toBe(line?.indexOf('4 ×'));
  });
});
