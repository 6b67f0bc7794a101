import type { PaperId } from '../../papers/paper';
import { decide } from '../../store/words/decide';
import { history } from '../papers/ranking/papers';
import { paper, sightOn } from './store';

/** The day of the papers that were decided on, and of those that wait. */
export const likedDay = '2026-03-27';
/** Its noon, in ms. */
export const likedNoon = Date.UTC(2026, 2, 27, 12);

/** The id of one of the papers that were decided on. */
export const decidedId = (at: number): PaperId => `arxiv:2602.${String(at).padStart(5, '0')}`;

/** Has papers decided on, one by one: every fourth is about test-time compute and saved, the others are dismissed. */
export async function decideLiked(to: number, from = 0): Promise<void> {
  const papers = history(to).map(({ paper: about }, at) => paper(decidedId(at), about as object));
  await sightOn(likedDay, likedNoon, ...papers.slice(from));
  for (const [at, { likes }] of history(to).entries())
    if (at >= from) await decide([decidedId(at)], likes ? 'unread' : 'dismissed', likedNoon + at);
}

/** New papers, of which two are likely for who decided so; the likely ones have the fewest upvotes. */
export const waiting = {
  other: paper('arxiv:2603.00001', { title: 'Bird songs of small devices', upvotes: 90 }),
  plain: paper('arxiv:2603.00002', { title: 'A survey of gardens', upvotes: 60 }),
  liked: paper('arxiv:2603.00003', { title: 'Test-time compute for verifiers', upvotes: 2 }),
  also: paper('arxiv:2603.00004', { title: 'Scaling test-time compute', upvotes: 1 }),
} as const;

/** Has them sighted on a day's list. */
export async function sightWaiting(day = likedDay): Promise<void> {
  await sightOn(day, likedNoon, ...Object.values(waiting));
}
