import { expect, test } from 'vitest';
import { listedRequests } from '../support/listed-requests';
import { forEachBrowser, useHarness } from './harness/suite';
import { DailyPapers } from './pages/daily-papers';

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'test' });

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

    // What it knows already it asks for by its mark, which an engine could take for its own cache's business.
    const { day: today = '' } = daily.days().at(-1) ?? {};
    daily.list(today, 3);
    await daily.poll();
    const asked = daily.requests().filter(({ path }) => path.includes(today));
    expect(asked.at(-1)?.headers['if-none-match']).toMatch(/^W\/"[0-9a-f]{40}"$/);

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
