import { describe, expect, it } from 'vitest';
import { forYou, type Placed } from '../../../papers/ranking/order';

const day = '2026-03-02';
/** Papers that are the less likely the later they come on the site. */
const falling = (length: number): Placed[] =>
  Array.from({ length }, (_, at) => ({ id: `x:${at}`, score: -at }));
const idsOf = (papers: readonly Placed[]) => papers.map(({ id }) => id);

describe('the order "for you"', () => {
  it('has the likeliest first, whatever the order of the site', () => {
    const papers = falling(9);
    expect(forYou(papers.toReversed(), day).ids).toEqual(idsOf(papers));
  });

  it('leaves papers of one score as they were given, and those without one behind', () => {
    const papers = [
      { id: 'x:none' },
      { id: 'x:b', score: 1 },
      { id: 'x:nothing' },
      { id: 'x:a', score: 1 },
    ];
    expect(forYou(papers, day).ids).toEqual(['x:b', 'x:a', 'x:none', 'x:nothing']);
  });

  it('has above all what a follow rule names, and below all what a mute rule names', () => {
    const papers: Placed[] = [
      { id: 'x:muted', score: 9, rule: 'muted' },
      { id: 'x:likely', score: 8 },
      { id: 'x:followed', score: -3, rule: 'followed' },
      { id: 'x:unlikely', score: -5 },
      { id: 'x:followedToo', rule: 'followed' },
    ];
    expect(forYou(papers, day).ids).toEqual([
      'x:followed',
      'x:followedToo',
      'x:likely',
      'x:unlikely',
      'x:muted',
    ]);
  });

  it('has every paper once', () => {
    for (const length of [0, 1, 10, 11, 19, 20, 21, 99, 200]) {
      const papers = falling(length);
      expect(forYou(papers, day).ids.toSorted()).toEqual(idsOf(papers).toSorted());
    }
  });
});

describe('what widens the view', () => {
  it('is every tenth place, from the lower half', () => {
    const { ids, widening } = forYou(falling(80), day);
    const places = [...widening].map((id) => ids.indexOf(id));
    expect(places.slice(0, 4)).toEqual([9, 19, 29, 39]);
    expect([...widening].every((id) => Number(id.slice(2)) >= 40)).toBe(true);
    expect(ids.slice(0, 9)).toEqual(idsOf(falling(9)));
  });

  it('comes earlier than it would, by more than the next ten', () => {
    const { ids, widening } = forYou(falling(200), day);
    for (const id of widening) expect(Number(id.slice(2)) - ids.indexOf(id)).toBeGreaterThan(10);
  });

  it('is one of ten at most', () => {
    for (const length of [5, 10, 30, 77]) {
      const { widening } = forYou(falling(length), day);
      expect(widening.size).toBeLessThanOrEqual(length / 10);
    }
  });

  it('is the same all day, and another one on the next', () => {
    const papers = falling(80);
    expect(forYou(papers, day)).toEqual(forYou(papers, day));
    expect(forYou(papers, '2026-03-03').widening).not.toEqual(forYou(papers, day).widening);
  });

  it('does not depend on where the site has a paper', () => {
    const papers = falling(80);
    expect(forYou(papers.toReversed(), day)).toEqual(forYou(papers, day));
  });

  it('is nothing that a rule names', () => {
    const ruled = falling(80).map(
      (one, at): Placed => ({ ...one, rule: at % 2 ? 'muted' : 'followed' }),
    );
    expect(forYou(ruled, day).widening.size).toBe(0);
  });

  it('can be turned off', () => {
    const { ids, widening } = forYou(falling(80), day, false);
    expect(ids).toEqual(idsOf(falling(80)));
    expect(widening.size).toBe(0);
  });

  it('is made of a list of any length', () => {
    expect(forYou(falling(20_000), day).ids).toHaveLength(20_000);
  });
});
