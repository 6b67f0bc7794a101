import type { Options } from '../../../lib/options';
import type { PollState } from '../../../lib/poll-state';
import type { Paper } from '../../../papers/paper';
import { bundle } from '../../../scripts/library/bundle';
import { abstractOf, titleOf } from '../../fixtures/words';
import type { Session } from '../harness/session';
import type { ListsWindow, ToldList } from '../in-page/lists';
import { Store } from './store';

const hour = 3_600_000;
const dayLength = 24 * hour;

/** The ISO day some days before today, in UTC. */
export function dayBefore(days: number): string {
  return new Date(Date.now() - days * dayLength).toISOString().slice(0, 10);
}

/**
 * Makes the extension ask the site for nothing, and forget what it was told: a new one asks at once.
 * @param options The reader's other options.
 */
export async function askNothing(session: Session, options: Partial<Options> = {}): Promise<void> {
  const poll: PollState = { since: dayBefore(0), failures: 0, askAt: Date.now() + hour };
  const store = new Store(session);
  await store.keepLocally({ options: { ...options, polls: false }, poll });
  // With the background ends what it may be asking already.
  await session.stopWorker();
  await store.forgetDays();
}

/** Has the store note lists as if the site had answered. */
export async function tellLists(session: Session, lists: readonly ToldList[]): Promise<void> {
  const page = await session.openExtensionPage('icon/16.png');
  await page.evaluate(await bundle('tests/e2e/in-page/lists.ts'));
  await page.evaluate(
    (told) => (globalThis as unknown as ListsWindow).offprintTell(told),
    [...lists],
  );
  await page.close();
}

/** The list of a day: whole when it is over, filling when it is today’s. */
export function listOf(daysAgo: number, papers: readonly Paper[]): ToldList {
  return { day: dayBefore(daysAgo), papers, answer: { checkedAt: Date.now(), still: 3 } };
}

/** Made-up papers, each of its own, the first with the most upvotes. */
export function papersOn(daysAgo: number, count: number): Paper[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `arxiv:2611.${String(daysAgo * 100 + at).padStart(5, '0')}`,
    title: titleOf(daysAgo * 100 + at),
    authors: ['Ada Lovelace', 'Émile Borel', 'Grace Hopper'],
    upvotes: Math.max(1, 90 - at * 4),
    abstract: abstractOf(daysAgo * 100 + at, titleOf(daysAgo * 100 + at)),
    dailyAt: `${dayBefore(daysAgo)}T06:00:00.000Z`,
  }));
}
