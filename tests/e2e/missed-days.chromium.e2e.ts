import { expect, test } from 'vitest';
import { useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { DailyPapers } from './pages/daily-papers';
import { DeckPage } from './pages/deck-page';
import { Store } from './pages/store';

/** Six days as they are, and what they may cost; see docs/design.md. Keys in Firefox: `deck.e2e.ts`. */
const missed = [26, 18, 24, 29, 15, 20];
const mostKeys = 140;

const harness = useHarness('chromium', { fresh: 'test' });

test('six missed days cost a key for each paper, and one more to take one back', async () => {
  const { session } = harness;
  const store = new Store(session);
  await (await DailyPapers.serve(harness, missed)).poll();
  const papers = missed.reduce((sum, count) => sum + count, 0);
  const deck = await DeckPage.open(session);
  await deck.says(`${papers} left`);
  await deck.press('x', 'u');
  await deck.says(`${papers} left`);
  const pattern = ['x', 'x', 's', 'x', 'ArrowDown', 'x'];
  for (let at = 0; at < papers; at += 1) await deck.press(pattern[at % pattern.length] ?? 'x');
  await deck.says('That was all');
  await waitUntil(async () => (await store.papersIn('new')).length === 0, { what: 'the writes' });
  const saved = await store.papersIn('unread');
  await deck.says(`You saved ${saved.length} papers, put off 22 and dismissed 88.`);
  expect([papers, saved.length, await store.papersIn('new')]).toEqual([132, 22, []]);
  expect(deck.keys).toBeLessThanOrEqual(mostKeys);
  expect(await store.disagreements()).toEqual([]);
});
