import { expect, test } from 'vitest';
import { useHarness } from './harness/suite';
import { DailyPapers } from './pages/daily-papers';
import { Store } from './pages/store';

const harness = useHarness('chromium', { fresh: 'test' });

test('the badge knows the papers of six days before any page was opened', async () => {
  const { session } = harness;
  const daily = await DailyPapers.serve(harness, [26, 18, 24, 29, 15, 3]);
  const store = new Store(session);
  await store.keepLocally({ options: { badge: 'new' } });
  await daily.poll();
  await session.badgeShows('115');
  expect((await session.badge()).title).toMatch(/^Offprint: 115 new\b/);
  const today = daily.days().at(-1)?.day ?? '';
  daily.list(today, 20);
  await session.stopWorker();
  await daily.poll();
  await session.badgeShows('132');
  expect(await store.disagreements()).toEqual([]);

  const asked = daily.requests().filter(({ path }) => path.includes(today));
  expect(asked.at(-1)?.headers['if-none-match']).toMatch(/^W\/"[0-9a-f]{40}"$/);
  daily.answer({ status: 503, body: 'down' });
  expect(await daily.poll()).toMatchObject({ problem: 'busy', failures: 1 });
  await session.badgeShows('132');
});
