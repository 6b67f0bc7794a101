import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learn, mostMoved } from '../../../papers/ranking/learn';
import { teachingOf } from '../../../papers/ranking/lessons';
import { likelihoodOf, silenceOf } from '../../../papers/ranking/score';
import { freshWeights, packWeights, unpackWeights } from '../../../papers/ranking/weights';
import { history, lesson, scored, taught } from './papers';

const likely = { title: 'More test-time compute' };
const unlikely = { title: 'Images of birds from satellites' };

describe('what is learned', () => {
  it('puts what is like the kept papers before what is not', () => {
    const weights = taught(history(60));
    expect(scored(weights, likely)).toBeGreaterThan(scored(weights, unlikely) + 1);
  });

  it('is the same for the same decisions', () => {
    expect(packWeights(taught(history(80)))).toEqual(packWeights(taught(history(80))));
  });

  it('is the same when it is kept and read in between, and takes at most 256,000 bytes', () => {
    const all = history(90);
    const whole = packWeights(taught(all));
    const half = unpackWeights(packWeights(taught(all.slice(0, 41))));
    expect(packWeights(taught(all.slice(41), half))).toEqual(whole);
    expect(whole.length).toBeLessThanOrEqual(256_000);
  });

  it('is read from nothing that it was not kept as', () => {
    const bytes = packWeights(freshWeights());
    const torn = bytes.slice();
    new DataView(torn.buffer).setFloat64(32, Number.NaN, true);
    for (const wrong of [undefined, 'text', bytes.slice(1), torn])
      expect(unpackWeights(wrong)).toBeUndefined();
    expect(unpackWeights(bytes)).toEqual(freshWeights());
  });

  it('fades as more is learned', () => {
    const weights = taught(history(40));
    const before = scored(weights, likely) - scored(weights, unlikely);
    for (let at = 0; at < 3000; at += 1)
      learn(weights, lesson({ title: `Chemistry ${at}` }, false));
    expect(scored(weights, likely) - scored(weights, unlikely)).toBeLessThan(before / 2);
  });

  it('is the order of the upvotes before there is any', () => {
    const weights = freshWeights();
    const scores = [0, 3, 30, 90].map((upvotes) => scored(weights, { ...likely, upvotes }));
    expect(scores).toEqual(scores.toSorted((one, other) => one - other));
    expect(new Set(scores).size).toBe(4);
    expect(likelihoodOf(5, weights)).toBeUndefined();
  });
});

describe('what is passed over', () => {
  const passed = { title: 'Test-time compute for proofs' };
  const movedBy = (dismisses: boolean) => {
    const weights = taught(history(60).filter(({ likes }) => likes || dismisses));
    const before = scored(weights, passed);
    learn(weights, { ...lesson(passed, false, 0.3), isDecision: false });
    return before - scored(weights, passed);
  };

  it('is a no of who never dismisses, and hardly one of who does', () => {
    expect(movedBy(true)).toBeGreaterThan(0);
    expect(movedBy(false)).toBeGreaterThan(3 * movedBy(true));
  });

  it('is no part of who brought a long list and dismisses since', () => {
    const brought = Array.from({ length: 300 }, (_, at) => lesson({ title: `Old ${at}` }, true));
    const weights = freshWeights();
    for (const one of brought) learn(weights, one);
    expect(silenceOf(weights)).toBe(1);
    for (const { paper, likes } of history(60)) learn(weights, lesson(paper, likes));
    expect(silenceOf(weights)).toBeLessThan(0.1);
  });

  it('has the reader who only saves know what is likely', () => {
    const weights = freshWeights();
    for (const { paper, likes } of history(240))
      learn(weights, { ...lesson(paper, likes, likes ? 1 : 0.3), isDecision: likes });
    expect(likelihoodOf(scored(weights, likely), weights)).toMatch(/ikely$/);
    expect(likelihoodOf(scored(weights, likely), weights)).not.toBe('unlikely');
    expect(likelihoodOf(scored(weights, unlikely), weights)).toBe('unlikely');
  });
});

describe('the counts of words and phrases', () => {
  it('are those of the last few thousand papers', () => {
    const weights = freshWeights();
    const one = lesson({ title: 'Chemistry of glass surfaces' }, false, 0.01);
    for (let at = 0; at < 10_000; at += 1) learn(weights, one);
    expect(weights.papers).toBeLessThan(4096);
    expect(Math.max(...weights.words)).toBe(weights.papers);
    expect(Math.max(...weights.phrases)).toBeLessThanOrEqual(255);
    expect(packWeights(unpackWeights(packWeights(weights)) ?? freshWeights())).toEqual(
      packWeights(weights),
    );
  });
});

describe('one lesson', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 2000, unit: 'binary' }),
    fc.constant('compute '.repeat(1000)),
    fc.constant('測試時計算'.repeat(500)),
    fc.constant('test-time compute ('.repeat(300)),
  );
  const papers = fc.record({
    title: texts,
    abstract: texts,
    upvotes: fc.constantFrom(undefined, 0, Number.MAX_SAFE_INTEGER),
    authors: fc.constantFrom(
      [],
      Array.from({ length: 2000 }, (_, at) => `Name ${at}`),
    ),
  });

  it('moves no score further than it may, whatever the paper says', () => {
    fc.assert(
      fc.property(papers, fc.boolean(), fc.constantFrom(1, 1e9), (paper, likes, counts) => {
        const weights = taught(history(20));
        const before = [likely, unlikely, paper].map((one) => scored(weights, one));
        learn(weights, lesson(paper, likes, counts));
        [likely, unlikely, paper].forEach((one, at) => {
          const moved = Math.abs(scored(weights, one) - (before[at] ?? 0));
          expect(moved).toBeLessThanOrEqual(mostMoved);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('stays within bounds when one word is said a thousand times, a thousand times', () => {
    const weights = freshWeights();
    const hostile = { title: 'compute '.repeat(1000) };
    for (let at = 0; at < 1000; at += 1) learn(weights, lesson(hostile, true));
    expect(Number.isFinite(scored(weights, hostile))).toBe(true);
    expect(Math.abs(scored(weights, { title: 'Bird songs' }))).toBeLessThan(10);
  });

  it('teaches nothing when it counts nothing', () => {
    const weights = taught(history(5));
    const before = packWeights(weights);
    for (const counts of [0, -1, Number.NaN]) learn(weights, lesson(likely, true, counts));
    expect(packWeights(weights)).toEqual(before);
  });
});

describe('a decision', () => {
  it('counts more alone than among many, and nothing where a rule made it', () => {
    const counts = (by: 'reader' | 'bulk' | 'rule') =>
      teachingOf({ what: 'saved', by })?.counts ?? 0;
    expect(counts('reader')).toBeGreaterThan(counts('bulk'));
    expect(counts('bulk')).toBeGreaterThan(0);
    expect(counts('rule')).toBe(0);
  });

  it('says the same of a paper that came with a list as of a saved one', () => {
    const bulk = { by: 'bulk' } as const;
    expect(teachingOf({ what: 'imported', ...bulk })).toEqual(
      teachingOf({ what: 'saved', ...bulk }),
    );
  });

  it('goes further where there is to be less like it than where this one is not wanted', () => {
    const [dismissed, less] = ['dismissed', 'less'].map((what) => {
      const weights = taught(history(40));
      const paper = { title: 'Scaling test-time compute' };
      const { counts = 0 } = teachingOf({ what, by: 'reader' }) ?? {};
      learn(weights, lesson(paper, false, counts));
      return scored(weights, { title: 'Test-time compute for long proofs' });
    });
    expect(less).toBeLessThan(dismissed ?? 0);
  });

  it('says nothing where it is none on the paper', () => {
    for (const what of ['later', 'untagged', 'unstarred', 'constructor', ''])
      expect(teachingOf({ what, by: 'reader' })).toBeUndefined();
  });
});
