import { describe, expect, it } from 'vitest';
import { likenessTo } from '../../../papers/ranking/alike';
import { TraitReader } from '../../../papers/ranking/features';
import { sketchedLikenessTo, sketchOf } from '../../../papers/ranking/sketch';
import { history, taught } from './papers';

const reader = new TraitReader();
const weights = taught(history(80));

describe('sketches of papers', () => {
  it('are small, and find the ones that a full comparison does', () => {
    const papers = history(60).map(({ paper }) => reader.read(paper));
    const sketches = papers.map((traits) => sketchOf(weights, traits));
    expect(Math.max(...sketches.map(({ length }) => length))).toBeLessThanOrEqual(32);
    const one = reader.read({ title: 'Verifiers for test-time compute and long proofs' });
    const [roughly, exactly] = [sketchedLikenessTo(weights, one), likenessTo(weights, one)];
    const best = (likeness: readonly number[]) =>
      likeness.map((is, at) => ({ is, at })).sort((x, y) => y.is - x.is);
    const rough = best(sketches.map(roughly)).slice(0, 20);
    const exact = best(papers.map(exactly)).slice(0, 5);
    expect(exact[0]?.is).toBeGreaterThan(0.1);
    const found = rough.map(({ at }) => at);
    for (const { at } of exact) expect(found).toContain(at);
  });

  it('say the same of a paper that has nothing but its sketch', () => {
    const short = reader.read({ title: 'Test-time compute' });
    expect(sketchedLikenessTo(weights, short)(sketchOf(weights, short))).toBeCloseTo(1, 3);
  });
});
