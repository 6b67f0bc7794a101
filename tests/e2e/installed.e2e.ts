import { expect, test } from 'vitest';
import { latestDays, papersOn } from '../fixtures/recent';
import { launch } from './harness/launch';
import { startSite } from './harness/site';
import { extensionDir, forEachBrowser } from './harness/suite';
import { waitUntil } from './harness/wait';
import { PopupPage } from './pages/popup-page';
import { Store } from './pages/store';

const [host, path, count] = ['huggingface.co', '/api/daily_papers', 6];

forEachBrowser((name) => {
  test('the first thing after the installation is today’s papers, without a page opened or anything chosen', async () => {
    const site = await startSite();
    const [today = ''] = latestDays(1, Date.now());
    site.page(host, path, (request) => {
      const { searchParams } = new URL(request.path, `https://${host}`);
      const isToday = searchParams.get('date') === today && !Number(searchParams.get('p'));
      const body = JSON.stringify(isToday ? papersOn(today, count) : []);
      return { headers: { 'content-type': 'application/json; charset=utf-8' }, body };
    });
    const { session, dispose } = await launch(name, { site, extensionDir: extensionDir(name) });
    try {
      const store = new Store(session);
      await waitUntil(async () => (await store.papersIn('new')).length === count, {
        what: 'the papers of today to be known',
        timeout: 20_000,
      });
      const popup = await PopupPage.open(session);
      await popup.says(`${count} new`);
      await popup.lists(count);
      expect(await popup.page.$('#tab-new[aria-selected="true"]')).not.toBeNull();
      const asked = site.requestsTo(host).map((request) => request.path);
      expect(asked.filter((one) => !one.startsWith(path))).toEqual([]);
    } finally {
      await dispose();
      site.close();
    }
    expect(await session.problems()).toEqual([]);
  });
});
