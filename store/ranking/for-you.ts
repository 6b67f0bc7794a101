import { localDay } from '../../papers/local-day';
import type { PaperId } from '../../papers/paper';
import { type ForYou, forYou } from '../../papers/ranking/order';
import { withDatabase } from '../database/with-database';
import { glimpsedRange, newRange } from '../deck/undecided';
import { countNew, listUndecided } from '../records/queries';
import { allScores } from './scores';

/** How many papers are read at once when those that are followed are looked for. */
const atOnce = 200;

/**
 * Every paper that waits for a decision, muted ones left out, in the order "for you"; see `forYou`.
 * @param now ms since the epoch.
 * @param widens Whether one in ten is drawn from lower down.
 * @throws StoreError
 */
export async function listForYou(now: number, widens: boolean): Promise<ForYou> {
  const ids = await withDatabase(async (database) => {
    const states = database.transaction('papers').store.index('state');
    const keys = await Promise.all(
      [newRange(), glimpsedRange(now)].map((range) => states.getAllKeys(range)),
    );
    return keys.flatMap((some) => some.reverse());
  });
  return inOrderForYou(ids, now, widens);
}

/**
 * Some papers in the order "for you".
 * @param ids In the order of those of which nothing is known; none that a rule mutes.
 * @throws StoreError
 */
export async function inOrderForYou(
  ids: readonly PaperId[],
  now: number,
  widens: boolean,
): Promise<ForYou> {
  const [scores, followed] = await Promise.all([allScores(), followedIds()]);
  const placed = ids.map((id) => {
    const rule = followed.has(id) ? ('followed' as const) : undefined;
    return { id, score: scores.get(id)?.score, rule };
  });
  // Of papers of which nothing is known yet none is unlikely.
  const isKnown = placed.some(({ score }) => score !== undefined);
  return forYou(placed, localDay(now), widens && isKnown);
}

/** The new papers that a follow rule names; the counter says how many, so that nothing is looked for where nothing is. */
async function followedIds(): Promise<ReadonlySet<PaperId>> {
  const { followed } = await countNew();
  const found = new Set<PaperId>();
  let after: IDBValidKey | undefined;
  while (found.size < followed) {
    const page = await listUndecided('new', atOnce, after);
    for (const { id, matches } of page.papers) if (matches?.length) found.add(id);
    after = page.next;
    if (after === undefined) break;
  }
  return found;
}
