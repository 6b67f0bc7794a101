import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';

const folder = '../shared/pages/huggingface';
const pages = existsSync(folder)
  ? readdirSync(folder).filter((file) => file.endsWith('.html'))
  : [];
if (pages.length === 0) console.log('Captured pages are not here; their tests are left out.');

/** Chromium reads each of them; what differs between engines shows on one page. */
const pagesFor = (name: string) => (name === 'firefox' ? pages.slice(-1) : pages);

interface Expected {
  readonly page: { readonly dateString: string };
  readonly papers: readonly { readonly id: string }[];
}

forEachBrowser((name) => {
  const harness = useHarness(name);

  describe.runIf(pages.length > 0)('on a page as the site served it', () => {
    test.each(pagesFor(name))('%s, each card gets its control', async (file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const result = readFileSync(join(folder, file.replace('.html', '.expected.json')), 'utf8');
      const { page: digest, papers } = JSON.parse(result) as Expected;
      const path = `/papers/date/${digest.dateString}`;
      harness.site.page('huggingface.co', path, html);
      const page = await harness.session.open(`https://huggingface.co${path}`);
      const wanted = papers.map(({ id }) => `arxiv:${id}`).sort();
      const controls = () =>
        page.$$eval('offprint-card[data-state]', (hosts) =>
          hosts.map((host) => (host as HTMLElement).dataset.paper ?? '').sort(),
        );
      await waitUntil(async () => (await controls()).length === wanted.length, {
        what: `${wanted.length} controls`,
      });
      expect(await controls()).toEqual(wanted);
      await harness.session.closePages();
    });
  });
});
