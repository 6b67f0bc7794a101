import { expect, test } from 'vitest';
import { serveDigest } from '../fixtures/svelte/page';
import { useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { DailyPapers } from './pages/daily-papers';
import { DeckPage } from './pages/deck-page';
import { DigestPage } from './pages/digest-page';
import { PageBar } from './pages/page-bar';
import { PopupPage } from './pages/popup-page';
import { Store } from './pages/store';

/** Few, since each of them costs a key; `missed-days.chromium.e2e.ts` goes through 132. */
const counts = [5, 3, 4, 6, 3, 5];
const total = 26;

const harness = useHarness('chromium', { fresh: 'test' });

/** Every place that tells how many papers are new, opened anew. */
async function openAll(url: string) {
  const { session } = harness;
  await session.closePages();
  const digest = await DigestPage.open(session, url);
  const popup = await PopupPage.open(session);
  await popup.goTo('New');
  const deck = await DeckPage.open(session);
  return { bar: new PageBar(digest.page), popup, deck };
}

test('six days away: every paper to none, killed twice on the way, and every place tells the same', async () => {
  const { site, session } = harness;
  const store = new Store(session);
  // What is on screen in this test is no part of it: papers leave the deck by keys alone.
  await store.keepLocally({ options: { badge: 'new', seenWhen: 'action' } });
  const served = await DailyPapers.serve(harness, counts);
  await served.poll();
  const [{ day } = { day: '' }] = served.days();
  const url = await serveDigest(site, { day, papers: served.entries(day) });
  let views = await openAll(url);

  const agree = async () => {
    const left = await store.papersIn('new');
    const onDay = left.filter((id) =>
      served.entries(day).some(({ paper }) => id === `arxiv:${paper.id}`),
    ).length;
    const { bar, popup, deck } = views;
    await session.badgeShows(left.length > 0 ? String(left.length) : '');
    await bar.countsNew(onDay);
    await deck.says(left.length > 0 ? `${left.length} left` : 'That was all');
    const told =
      left.length > 0 ? new RegExp(`(?<!\\d)${left.length} (?:new|so far)`) : /Nothing new/;
    await waitUntil(async () => told.test(await popup.words()), {
      what: `the popup to tell of ${left.length} new papers`,
    });
    return left.length;
  };
  const press = async (key: string, times: number) => {
    await views.deck.page.bringToFront();
    for (let at = 0; at < times; at += 1) await views.deck.press(key);
  };
  const leaves = (left: number) =>
    waitUntil(async () => (await store.papersIn('new')).length === left, {
      what: `${left} papers to be left`,
    });

  expect(await agree()).toBe(total);
  await press('x', 4);
  await press('s', 2);
  await leaves(total - 6);

  await press('ArrowDown', 2);
  await press('ArrowLeft', 4);
  // In the midst of them: what is taken back later is one of these, and no save.
  await waitUntil(async () => (await store.papersIn('new')).length < total - 6, {
    what: 'the first of them to be written',
  });
  await session.stopWorker();
  await views.deck.page.close();
  views = await openAll(url);
  const afterKill = await agree();
  expect(afterKill).toBeGreaterThanOrEqual(total - 12);
  expect(afterKill).toBeLessThan(total - 6);

  await press('u', 1);
  await leaves(afterKill + 1);
  await press('s', 1);
  await press('x', 5);
  await leaves(afterKill - 5);
  await session.restart();
  views = await openAll(url);
  expect(await agree()).toBe(afterKill - 5);

  await press('ArrowRight', 2);
  await press('x', afterKill - 7);
  await leaves(0);
  expect(await agree()).toBe(0);
  const kept = await store.papersIn('unread');
  await views.deck.says(`You saved ${kept.length} papers`);
  expect(kept.length).toBeGreaterThanOrEqual(5);
  expect(await store.disagreements()).toEqual([]);
});
