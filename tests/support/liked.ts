import type { Paper, PaperId } from '../../papers/paper';
import { isoDay } from '../../papers/record';
import { decide } from '../../store/words/decide';
import { history } from '../papers/ranking/papers';
import { meet } from './contents';

/** The day of the papers that wait; those that were decided on are of the days before it. */
export const likedDay = '2026-03-27';
/** Its noon, in ms. */
export const likedNoon = Date.UTC(2026, 2, 27, 12);
/** How many papers a day has, and how many days there are before that one, at most. */
const [daily, daysBefore] = [15, 4];
const dayLength = 86_400_000;

/** The id of one of the papers that were decided on. */
export const decidedId = (at: number): PaperId => `arxiv:2602.${String(at).padStart(5, '0')}`;

/** Has papers decided on, one by one: every fourth is about test-time compute and saved, the others are dismissed. */
export async function decideLiked(to: number, from = 0): Promise<void> {
  const all = history(to);
  const papers = all.map(({ paper }, at) => ({ ...paper, id: decidedId(at) }) as Paper);
  for (let day = 0; day * daily < to; day += 1) {
    const of = papers.slice(Math.max(from, day * daily), (day + 1) * daily);
    if (of.length) await meet(isoDay(noonOf(day)), of);
  }
  for (const [at, { likes }] of all.entries())
    if (at >= from) await decide([decidedId(at)], likes ? 'unread' : 'dismissed', noonAt(at));
}

function noonOf(day: number): number {
  return likedNoon + (Math.min(day, daysBefore) - daysBefore) * dayLength;
}

function noonAt(at: number): number {
  return noonOf(Math.floor(at / daily)) + at;
}

const of = (at: string, title: string, upvotes: number): Paper => ({
  ...{ id: `arxiv:2603.0000${at}`, title, upvotes },
  authors: [`Waiting ${at}`],
});

/** New papers, of which two are likely for who decided so; the likely ones have the fewest upvotes. */
export const waiting = {
  other: of('1', 'Bird songs of small devices', 90),
  plain: of('2', 'A survey of gardens', 60),
  liked: of('3', 'Test-time compute for verifiers', 2),
  also: of('4', 'Scaling test-time compute', 1),
} as const;

/** Has them sighted on a day's list. */
export async function sightWaiting(day = likedDay): Promise<void> {
  await meet(day, Object.values(waiting));
}
