import { expect, it } from 'vitest';
import type { Entry } from '../../../papers/search/entry';
import { FacetCounter } from '../../../papers/search/facets';

function entry(authors: readonly string[], tags = ''): Entry {
  const head = { state: 'unread', date: '2026-03-27', sites: '', organization: '', tags };
  return { head: { ...head, authors: authors.join('\n') } } as unknown as Entry;
}

/** Numbers that are the same in each run. */
function* noise(): Generator<number, never> {
  for (let value = 7; ; value = (value * 48_271) % 0x7fffffff) yield value;
}

function countedPlainly(names: readonly string[], most: number) {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, most);
}

it.each([1, 7, 200, 5000])('names the %i most frequent values as a full sort would', (most) => {
  const numbers = noise();
  const names = Array.from({ length: 4000 }, () => {
    const { value } = numbers.next();
    return `Author ${value % (value % 3 ? 2000 : 20)}`;
  });
  const tally = new FacetCounter().tally();
  for (let at = 0; at < names.length; at += 4) tally.add(entry(names.slice(at, at + 4)));
  expect(tally.top('authors', most)).toEqual(countedPlainly(names, most));
});

it('counts a result rightly while another one numbers values', () => {
  const counter = new FacetCounter();
  const [tally, other] = [counter.tally(), counter.tally()];
  tally.add(entry(['Ada']));
  other.add(entry(Array.from({ length: 1000 }, (_, at) => `Author ${at}`)));
  tally.add(entry(['Author 900', 'Ada']));
  expect(tally.top('authors', 9)).toEqual([
    { value: 'Ada', count: 2 },
    { value: 'Author 900', count: 1 },
  ]);
  expect(tally.top('tags', 9)).toEqual([]);
});
