import { expect, test } from 'vitest';
import { soundUntil } from './harness/alarm';
import { click } from './harness/page';
import type { Session } from './harness/session';
import { forEachBrowser, useHarness } from './harness/suite';
import { OptionsPage } from './pages/options-page';
import { Probe } from './pages/probe';
import { Store } from './pages/store';

/** Has the background keep a backup, and waits until there is one. */
async function backUp(session: Session): Promise<void> {
  const store = new Store(session);
  const isKept = async () =>
    ((await store.readLocally('backups')) as { checkedAt?: number } | undefined)?.checkedAt;
  await soundUntil(session, 'backup', isKept, { what: 'the background to keep a backup' });
}

forEachBrowser((name) => {
  const harness = useHarness(name);

  test('the background keeps a backup by itself, which brings back what was there', async () => {
    const { session } = harness;
    const probe = await Probe.open(session);
    await probe.save([{ id: 'arxiv:2603.00001', title: 'Sparse attention' }], [['agents']]);
    await session.stopWorker();
    await backUp(session);
    const options = await OptionsPage.open(session);
    await options.says('1 backup is kept');
    await options.press('1 backup is kept');
    await options.press('Restore …');
    await options.says('1 paper is here just so.');
    await click(options.page, '.asked .main');
    await options.says('The file added');
    expect(await probe.counted()).toMatchObject({ unread: 1, '#agents': 1 });
  });
});
