import { expect, test } from 'vitest';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { Probe } from './pages/probe';
import { Store } from './pages/store';

interface Api {
  readonly tabs: { query(info: object): Promise<{ readonly id: number; readonly url?: string }[]> };
  readonly action: { getTitle(about: object): Promise<string> };
}

/** The smallest PDF that both viewers show. */
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
);
const page = (title: string) => `<!doctype html><title>${title}</title><h1>${title}</h1>`;
const [one, two] = ['2603.00001', '2603.00002'];

forEachBrowser((name) => {
  const harness = useHarness(name);

  test('a tab tells whether its paper is saved: in PDF viewers, after back and forward, without loads, beside others', async () => {
    const { site, session } = harness;
    const titles = () =>
      session.inExtension(async () => {
        const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
        const { tabs, action } = browser ?? chrome;
        const all = await tabs.query({ url: ['https://arxiv.org/*', 'https://huggingface.co/*'] });
        return Promise.all(
          all.map(async ({ id }) => (await action.getTitle({ tabId: id })).split(' · ')[0]),
        );
      });
    const told = (...wanted: string[]) => {
      let last = '';
      const areTold = async () => {
        last = (await titles()).join(' | ');
        return last === wanted.join(' | ');
      };
      return waitUntil(areTold, { what: `tabs to say ${wanted.join(' | ')}` }).catch(
        (error: Error) => {
          throw new Error(`${error.message}; they say ${last}`);
        },
      );
    };
    const probe = await Probe.open(session);
    await probe.save([{ id: `arxiv:${one}`, title: 'Saved' }]);
    await session.badgeShows('1');
    const headers = { 'content-type': 'application/pdf' };
    site.page('arxiv.org', `/pdf/${one}`, { headers, body: pdf });
    site.page('huggingface.co', '/papers/month/2026-03', page('Others'));
    for (const id of [one, two]) site.page('huggingface.co', `/papers/${id}`, page(id));

    const saved = 'Saved, not read yet';
    const usual = 'Offprint: 1 unread paper';
    const tab = await session.open(`https://huggingface.co/papers/${one}`);
    await told(saved);
    const goOn = (path: string) => tab.evaluate((to) => history.pushState(null, '', to), path);
    await goOn('/papers/month/2026-03');
    await told(usual);
    await goOn(`/papers/${one}#comments`);
    await told(saved);
    await goOn(`/papers/${two}`);
    await told(usual);
    await tab.evaluate(() => history.back());
    await told(saved);
    await tab.goto('https://huggingface.co/papers/month/2026-03');
    await told(usual);
    await tab.evaluate(() => history.back());
    await told(saved);

    const viewer = await session.open('about:blank');
    // No page that a driver could wait for.
    await viewer.evaluate((to) => location.assign(to), `https://arxiv.org/pdf/${one}`);
    await told(saved, saved);
    await session.stopWorker();
    await tab.bringToFront();
    expect(await session.isWorkerRunning()).toBe(false);
    expect(await titles()).toEqual([saved, saved]);
    await (await Probe.open(session)).save([{ id: `arxiv:${two}`, title: 'Another' }]);
    await session.badgeShows('2');
    await told(saved, saved);
    await goOn(`/papers/${two}`);
    await told(saved, saved);
  });

  test('links to saved papers are marked where the reader wants that, on open pages as well, and no longer', async () => {
    const { site, session } = harness;
    await (await Probe.open(session)).save([{ id: `arxiv:${one}`, title: 'Saved' }]);
    const links = [one, two].map((id) => `<p><a href="https://arxiv.org/abs/${id}">See ${id}</a>`);
    site.page('huggingface.co', '/blog/of-links', page('Links') + links.join(''));
    const tab = await session.open('https://huggingface.co/blog/of-links');
    const marks = () =>
      tab.$$eval('a', (all) =>
        all.map((link) => {
          const { content } = getComputedStyle(link, '::after');
          return `${link.dataset.offprintWords ?? ''} ${content === 'none' ? '' : content}`.trim();
        }),
      );
    const shown = async (first: RegExp) => {
      await waitUntil(async () => first.test((await marks())[0] ?? ''), { what: `${first}` });
      expect((await marks())[1]).toBe('');
    };
    await shown(/^$/);
    site.page('other.example', '/of-links', page('Links') + links.join(''));
    const other = await session.open('https://other.example/of-links');
    const store = new Store(session);
    await store.keepLocally({ options: { linkMarks: true } });
    await tab.bringToFront();
    await shown(/^Saved, not read yet "●"/);
    expect(await other.content()).not.toContain('offprint');
    await store.keepLocally({ options: { linkMarks: false } });
    await shown(/^$/);
  });
});
