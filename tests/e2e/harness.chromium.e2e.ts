import { test } from 'vitest';
import { useHarness } from './harness/suite';
import { Probe } from './pages/probe';

const harness = useHarness('chromium');

test('the background wakes again after it was stopped while somebody looks into it', async () => {
  const { session } = harness;
  const probe = await Probe.open(session);
  for (const count of [1, 2, 3]) {
    await probe.save([{ id: `arxiv:2603.0000${count}`, title: 'Saved' }]);
    await session.badgeShows(String(count));
    await session.inWorker(() => true);
    await session.stopWorker();
  }
});
