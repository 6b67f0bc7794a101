import { afterEach, expect, test } from 'vitest';
import { startS3rver } from '../support/servers/packaged';
import { allowed } from './harness/allowed';
import { launch } from './harness/launch';
import { sharedSite } from './harness/running';
import type { Session } from './harness/session';
import type { BrowserName } from './harness/start';
import { extensionDir } from './harness/suite';
import { Probe } from './pages/probe';
import { Store } from './pages/store';
import { SyncSection } from './pages/sync-section';

const papers = [1, 2, 3, 4, 5].map((at) => ({
  id: `arxiv:2603.0000${at}`,
  title: `Title ${at}`,
}));
const ids = papers.map(({ id }) => id);
const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A browser with a profile of its own, whose reader allows what sync asks for. */
async function device(name: BrowserName): Promise<Session> {
  const offscreen = name === 'chromium' ? ['offscreen'] : [];
  const copy = await allowed(extensionDir(name), ['http://127.0.0.1/*'], offscreen);
  closing.push(copy.dispose);
  const site = await sharedSite();
  const launched = await launch(name, { site, extensionDir: copy.extensionDir });
  closing.push(launched.dispose);
  return launched.session;
}

test('what another device took away in a bucket waits for the reader’s word, who keeps some and lets some go', async () => {
  const bucket = await startS3rver();
  closing.push(bucket.stop);
  const [one, other] = await Promise.all([device('chromium'), device('firefox')]);
  const [mine, theirs] = [await Probe.open(one), await Probe.open(other)];
  await mine.save(papers);
  const here = await SyncSection.open(one);
  await here.tryBucket({ ...bucket, bucket: 'papers' });
  const code = await here.begin();
  const there = await SyncSection.open(other);
  await there.tryBucket({ ...bucket, bucket: 'papers' });
  await there.look(code);
  await there.says('In the storage: 5 papers.', 'Nothing is deleted.');
  await there.join();
  await theirs.dismiss(ids.slice(0, 4));
  await there.sync();

  const store = new Store(one);
  await here.press('Sync now');
  await here.says('Much would go, so nothing was changed.', '4 papers would leave the list.');
  await here.says('said so on', 'Title 1');
  expect((await store.papersIn('unread')).sort()).toEqual(ids);
  await here.sync('Keep what is here');
  expect((await store.papersIn('unread')).sort()).toEqual(ids);
  await there.sync();
  expect((await new Store(other).papersIn('unread')).sort()).toEqual(ids);

  await theirs.dismiss(ids.slice(0, 4));
  await there.sync();
  await here.press('Sync now');
  await here.says('4 papers would leave the list.');
  await here.sync('Let them go');
  expect(await store.papersIn('unread')).toEqual([ids[4]]);
  expect(await store.disagreements()).toEqual([]);
});
