import { test } from 'vitest';
import { fireCommand } from './harness/gestures';
import { bringToFront } from './harness/page';
import { useHarness } from './harness/suite';
import { Probe } from './pages/probe';

const harness = useHarness('chromium');

test('the background wakes again after it was stopped while somebody looks into it', async () => {
  const { session, site } = harness;
  site.page('huggingface.co', '/docs', '<!doctype html><title>Docs</title>');
  const page = await session.open('https://huggingface.co/docs');
  const probe = await Probe.open(session);
  for (const count of [1, 2]) {
    await bringToFront(page);
    await fireCommand(session, 'save-paper');
    await session.badgeShows('?');
    await session.stopWorker();
    await probe.save([{ id: `arxiv:2603.0000${count}`, title: 'Saved' }]);
    await session.badgeShows(String(count));
  }
});
