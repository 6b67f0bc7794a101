import { describe, expect, it } from 'vitest';
import { Random } from '../../scripts/library/random';
import type { Day } from '../../scripts/rank/days';
import { goThrough, meanGain } from '../../scripts/rank/measure';
import { byUpvotes, ranker } from '../../scripts/rank/orders';
import { kinds, readerOf } from '../../scripts/rank/readers';
import { askWhy } from '../../scripts/rank/reasons';

const topics = [
  'protein folding',
  'speech recognition',
  'test-time compute',
  'robot grasping',
  'code generation',
  'graph matching',
  'image retrieval',
  'tabular learning',
  'sparse attention',
  'reward models',
  'music synthesis',
  'medical imaging',
];
const [dayCount, daily] = [40, 16];
const seeds = Array.from({ length: 5 }, (_, at) => 71 + at);

/** Days of made-up papers: each has one or two topics among words that say nothing. */
function madeUpDays(): Day[] {
  const random = new Random(9, 9);
  const below = (most: number) => Math.floor(random.fraction() * most);
  return Array.from({ length: dayCount }, (_, day) =>
    Array.from({ length: daily }, (_, at) => {
      const own = topics.filter(() => random.fraction() < 0.11);
      const word = () => `word${below(900)}`;
      const words = Array.from({ length: 60 }, word);
      for (const topic of own) words.splice(below(60), 0, topic);
      const title = [word(), word(), ...own.slice(0, below(2)), word()].join(' ');
      return {
        id: `arxiv:${day}.${at}`,
        paper: { title, abstract: words.join(' '), upvotes: below(90) },
        keywords: new Set(own),
      };
    }),
  );
}

const days = madeUpDays();
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe.each(kinds)('readers of $name', (kind) => {
  it('find what is theirs on top, of what is told likely at least half, and why', () => {
    const readers = seeds.map((seed) => () => readerOf(kind, days, seed));
    const results = readers.map((reader) => goThrough(days, reader(), ranker()));
    const votes = readers.map((reader) => goThrough(days, reader(), byUpvotes()));
    const better = results.filter(
      (days, at) => meanGain(days, 15, dayCount) > meanGain(votes[at] ?? [], 15, dayCount),
    );
    expect(better).toHaveLength(seeds.length);
    const told = results.flat();
    const [likely, kept] = [sum(told.map((day) => day.likely)), sum(told.map((day) => day.kept))];
    expect(kept).toBeGreaterThanOrEqual(likely / 2);
    const whys = readers.map((reader) => askWhy(days, reader()));
    const well = whys.filter(({ asked, named }) => named * 2 > asked);
    expect(well.length).toBeGreaterThanOrEqual(seeds.length * 0.9);
  });
});
