import { byDayOrder, forYouOrder, type Ordering } from '../../papers/deck/order';
import { type DeckSession, limited, type Papers, standingOf } from '../../papers/deck/session';
import { localDay } from '../../papers/local-day';
import type { Likely } from '../shared/likely/likely';

/** The order of the reader's choice, as far as it is known what papers are for the reader. */
export function orderingNow({ newOrder, options, scores }: Likely): Ordering {
  if (newOrder === 'day') return byDayOrder;
  return forYouOrder(scores.value, localDay(Date.now()), options.value?.widens !== false);
}

/**
 * The same before anything is shown: what has to be known for it is read first.
 * @throws StoreError
 */
export async function orderingRead(likely: Likely): Promise<Ordering> {
  await likely.ready;
  if (likely.newOrder === 'forYou') await likely.readAll();
  return orderingNow(likely);
}

/** A session that was kept, with what is left of it in the order of the reader's choice where it was made in another one. */
export function inOrder(
  session: DeckSession,
  papers: Papers,
  ordering: Ordering,
  pace: number,
): DeckSession {
  if ((session.order ?? 'day') === ordering.name) return session;
  const { left, rest } = standingOf(session, papers, new Set());
  const undecided = [...left, ...rest].flatMap((id) => papers.get(id) ?? []);
  if (!undecided.length) return session;
  return limited(session, undecided, session.budget?.minutes, pace, ordering);
}
