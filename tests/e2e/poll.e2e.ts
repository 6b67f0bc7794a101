import { expect, test } from 'vitest';
import { listedRequests } from '../support/listed-requests';
import { forEachBrowser, useHarness } from './harness/suite';
import { DailyPapers } from './pages/daily-papers';
import { Store } from './pages/store';

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'test' });

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

  test('asks for what docs/privacy.md lists, and sends nothing of the reader’s', async () => {
    const { session, site } = harness;
    site.page('huggingface.co', '/papers', {
      headers: { 'set-cookie': 'token=secret; Secure; SameSite=None; Path=/' },
      body: '<!doctype html><title>Papers</title><h1>Papers</h1>',
    });
    const page = await session.open('https://huggingface.co/papers');
    const daily = await DailyPapers.serve(harness, [101, 2]);
    const opened = site.requests.length;
    await daily.poll();
    const own = site.requests.slice(opened).filter(({ path }) => path !== '/favicon.ico');
    const addresses = own.map(({ host, path }) => `https://${host}${path}`);
    const listed = listedRequests();
    expect(listed.length).toBeGreaterThan(0);
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((one) => !listed.some((pattern) => pattern.test(one)))).toEqual([]);
    expect(listed.filter((pattern) => !addresses.some((one) => pattern.test(one)))).toEqual([]);
    for (const { headers, method, body } of own) {
      expect({ method, body }).toEqual({ method: 'GET', body: '' });
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers['accept-language']).toBe('en');
    }

    // The browser had a cookie to send: the page sends it, and so would the extension if it asked to.
    const askWithCookies = async (address: string): Promise<void> => {
      await (await fetch(address, { credentials: 'include' })).text();
    };
    const cookieOf = (path: string) =>
      site.requests.find((request) => request.path === path)?.headers.cookie;
    await page.evaluate(askWithCookies, 'https://huggingface.co/papers?by=page');
    expect(cookieOf('/papers?by=page')).toBe('token=secret');
    await session.inExtension(askWithCookies, 'https://huggingface.co/papers?by=extension');
    expect(cookieOf('/papers?by=extension')).toBe('token=secret');
  });
});
