import { expect, test } from 'vitest';
import { arxivAbstractPage } from '../fixtures/pages';
import { papersOf, special } from '../fixtures/papers';
import { serveDigest } from '../fixtures/svelte/page';
import { axe, reload, textOf } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';

interface StorageApi {
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(values: object): Promise<void>;
    };
  };
}

const keepSomething = () =>
  new Promise<void>((resolve, reject) => {
    const { chrome } = globalThis as unknown as { chrome: StorageApi };
    const request = indexedDB.open('kept');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(chrome.storage.local.set({ kept: 'yes' }));
  });

const databaseNames = async () => (await indexedDB.databases()).map(({ name }) => name);

const keptValue = async () => {
  const { chrome } = globalThis as unknown as { chrome: StorageApi };
  return (await chrome.storage.local.get('kept')).kept;
};

forEachBrowser((name) => {
  const harness = useHarness(name);

  test('the extension is installed and its popup opens', async () => {
    const popup = await harness.session.openExtensionPage('popup.html');
    expect(await popup.title()).toBe('Offprint');
    expect(await popup.evaluate(() => [innerWidth, innerHeight])).toEqual([400, 560]);
    await reload(popup);
    expect(await popup.title()).toBe('Offprint');
  });

  test('the extension’s clock and zone are those of the run', async () => {
    const read = () => [Date.now(), new Date(2028, 1, 29).getTime()] as const;
    const before = Date.now();
    const [now, leapDay] = await harness.session.inExtension(read);
    // A browser may tell its time in coarser steps.
    expect(now).toBeGreaterThanOrEqual(before - 100);
    expect(now).toBeLessThanOrEqual(Date.now() + 100);
    expect(leapDay).toBe(new Date(2028, 1, 29).getTime());
  });

  test('the badge can be read', async () => {
    expect((await harness.session.badge()).title).toContain('Offprint');
  });

  test('an error that the extension writes to its console is noticed', async () => {
    const { session } = harness;
    const popup = await session.openExtensionPage('popup.html');
    await popup.evaluate(() => console.error('Offprint (test):', 'planted'));
    const noticed = async () => (await session.problems()).some((one) => one.includes('planted'));
    await waitUntil(noticed, { what: 'the planted error to be noticed' });
    await session.forgiveProblems();
  });

  test('the digest is reachable at its real address, with pictures from another host', async () => {
    const page = await harness.session.open(await serveDigest(harness.site));
    expect(await page.evaluate(() => location.href)).toBe(
      'https://huggingface.co/papers/date/2026-03-27',
    );
    expect(await page.$$eval('article', (cards) => cards.length)).toBe(24);
    expect(await textOf(page, 'article:nth-child(5) h3')).toHaveLength(162);
    const isDrawn = () =>
      page.$eval('article img', (image) => (image as HTMLImageElement).naturalWidth > 0);
    await waitUntil(isDrawn, { what: 'a picture of another host to be there' });
  });

  test('arXiv is reachable, and a host nobody named is not', async () => {
    const entry = papersOf('2026-03-27').find(({ paper }) => paper.id === special.crowd);
    if (!entry) throw new Error('The crowd paper is gone');
    harness.site.page('arxiv.org', `/abs/${special.crowd}`, arxivAbstractPage(entry, 2));
    const page = await harness.session.open(`https://arxiv.org/abs/${special.crowd}`);
    expect(await page.$$eval('meta[name=citation_author]', (tags) => tags.length)).toBe(300);
    const failed = await page.evaluate(() =>
      fetch('https://elsewhere.example/').then(
        () => false,
        () => true,
      ),
    );
    expect(failed).toBe(true);
    expect([...harness.site.refused]).toContain('elsewhere.example');
    await axe(page, ['h1']);
  });

  test('the background can be stopped, and data survives a restart of the browser', async () => {
    const { session } = harness;
    // What was deleted before the test is told to the background as well, and may wake it once more.
    await waitUntil(
      async () => {
        await session.stopWorker();
        return !(await session.isWorkerRunning());
      },
      { what: 'the background to sleep' },
    );
    await session.inExtension(keepSomething);
    await session.restart();
    expect(await session.inExtension(databaseNames)).toContain('kept');
    expect(await session.inExtension(keptValue)).toBe('yes');
  });
});
