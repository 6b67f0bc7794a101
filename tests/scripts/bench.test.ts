import { describe, expect, it } from 'vitest';
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
