import { describe, expect, it } from 'vitest';
import { byDayOrder, forYouOrder } from '../../../papers/deck/order';
import { begun, limited, type Papers, takenIn } from '../../../papers/deck/session';
import { emptyRecord } from '../../../papers/merge';
import type { PaperRecord } from '../../../papers/record';

const minute = 60_000;

/** Papers of one day, the later ones with fewer upvotes. */
const papers = Array.from({ length: 40 }, (_, at): PaperRecord => {
  const record = emptyRecord(`arxiv:2603.${String(at).padStart(5, '0')}`, 1000);
  return { ...record, state: 'new', day: '2026-03-27', upvotes: 100 - at };
});
const idAt = (at: number) => papers[at]?.id ?? '';
/** The later ones are the likelier. */
const scores = new Map(papers.map(({ id }, at) => [id, { score: at }]));
const day = '2026-03-28';
const known: Papers = new Map(papers.map((paper) => [paper.id, paper]));
const ordering = (widens = false) => forYouOrder(scores, day, widens);

describe('a session in the order for the reader', () => {
  it('has the likeliest first, what is followed above them and what is muted below', () => {
    const ruled = papers.map((paper, at) => {
      if (at === 3) return { ...paper, matches: ['rule'] };
      return at === 39 ? { ...paper, mutedBy: 'rule' } : paper;
    });
    const ids = ordering()
      .whole(ruled)
      .papers.map(({ id }) => id);
    expect([ids[0], ids[1], ids.at(-1)]).toEqual([idAt(3), idAt(38), idAt(39)]);
    expect(ids).toHaveLength(40);
  });

  it('keeps which ones were drawn from lower down, one in ten, the same all day', () => {
    const session = takenIn(begun({}, 0), known, ordering(true));
    expect(session.order).toBe('forYou');
    expect(session.widening?.length).toBeGreaterThan(0);
    for (const id of session.widening ?? []) expect((session.ids.indexOf(id) + 1) % 10).toBe(0);
    expect(takenIn(begun({}, 0), known, ordering(true))).toEqual(session);
    expect(takenIn(begun({}, 0), known, ordering()).widening).toBeUndefined();
  });

  it('takes the likeliest that fit into a time, then the rest as a whole', () => {
    const session = takenIn(begun({}, 0), known, byDayOrder);
    const short = limited(session, papers, 10, 0.5 * minute, ordering());
    const likeliest = papers.toReversed().map(({ id }) => id);
    expect(short.budget?.picked).toEqual(likeliest.slice(0, 20));
    expect(short.ids).toEqual(likeliest);
    const back = limited(short, papers, undefined, 0.5 * minute, byDayOrder);
    expect(back).toEqual(session);
  });

  it('is the site’s where nothing is known, and draws nothing then', () => {
    const none = forYouOrder(new Map(), day, true).whole(papers);
    expect(none.papers.map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
    expect(none.widening).toEqual([]);
  });
});
