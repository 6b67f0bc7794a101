import { expect, test } from 'vitest';
import { arxivAnswer, paperAnswer } from '../fixtures/answers';
import { answerYes } from './harness/grants';
import { click } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { ImportPage } from './pages/import-page';
import { LibraryPage } from './pages/library-page';
import { OptionsPage } from './pages/options-page';
import { Probe } from './pages/probe';
import { Store } from './pages/store';

interface Api {
  readonly permissions: { contains(wanted: { origins: string[] }): Promise<boolean> };
}

const [known, other] = ['2603.25001', '2603.25002'] as const;

forEachBrowser((name) => {
  const harness = useHarness(name);

  test('papers of a list of bare links get their titles later, from those whom the reader lets be asked', async () => {
    const { site, session } = harness;
    const json = { 'content-type': 'application/json; charset=utf-8' };
    const body = JSON.stringify(paperAnswer(known, { title: 'Known to the Hub' }));
    site.page('huggingface.co', `/api/papers/${known}`, { headers: json, body });
    site.page('export.arxiv.org', '/api/query', {
      headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
      body: arxivAnswer({ id: other, title: 'Known to arXiv &amp; nobody else' }),
    });
    const store = new Store(session);
    const titled = (paper: string, title: string) =>
      waitUntil(async () => (await store.titleOf(`arxiv:${paper}`)) === title, { what: title });

    const taking = await ImportPage.open(session);
    const content = `https://arxiv.org/abs/${known}\nhttps://arxiv.org/abs/${other}\n`;
    await taking.drop([{ name: 'links.txt', content }]);
    await taking.says('Bring in 2 papers');
    await taking.press('Bring in 2 papers');
    await taking.says('2 papers came that were not here.');
    await titled(known, 'Known to the Hub');
    expect(site.requestsTo('export.arxiv.org')).toEqual([]);

    await answerYes(session, 'export.arxiv.org');
    const library = await LibraryPage.open(session, `?paper=arxiv:${other}`);
    await library.says('Hugging Face does not know it', '.filling');
    await click(library.page, '[data-action="ask-arxiv"]');
    await titled(other, 'Known to arXiv & nobody else');
    await library.says('Known to arXiv & nobody else', '#pane-title');
    await waitUntil(async () => (await library.page.$('.filling')) === null, {
      what: 'nothing more to be looked up',
    });

    const asked = site.requestsTo('export.arxiv.org').filter(({ path }) => path.startsWith('/api'));
    expect(asked.map(({ path }) => path)).toEqual([`/api/query?id_list=${other}&max_results=1`]);
    for (const { headers } of asked) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
    }
    const options = await OptionsPage.open(session);
    await options.says('0 papers are waiting for their titles.');
    const isAsked = () =>
      options.page.$eval('input[value="fill-arxiv"]', (box) => (box as HTMLInputElement).checked);
    await waitUntil(isAsked, { what: 'arXiv to be asked' });
    await options.choose('fill-arxiv');
    await waitUntil(async () => !(await isAsked()), { what: 'arXiv to be asked no more' });
    expect(await (await Probe.open(session)).inconsistencies()).toEqual([]);
  });

  test('what is allowed in one test is not in the next', async () => {
    const isAllowed = await harness.session.inExtension(() => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      const { permissions } = scope.browser ?? scope.chrome;
      return permissions.contains({ origins: ['https://export.arxiv.org/*'] });
    });
    expect(isAllowed).toBe(false);
  });
});
