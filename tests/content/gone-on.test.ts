import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Page } from '../../content/page/page';
import { generalKinds } from '../../sites/general/kinds';
import { html, tags } from '../fixtures/general/page';

const closing = new AbortController();
const address = 'https://publisher.example/fold/1';
const head = tags({
  citation_title: 'Folding by Machine',
  citation_author: ['Ada Lovelace'],
  citation_doi: '10.1000/fold.1',
});

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({
    value: { states: {}, remarks: {} },
  } as never);
});
afterEach(() => {
  closing.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('a page that went on without a load tells nothing of the paper before, and the same of a part of its page', async () => {
  const { window } = new JSDOM(html('Fold', head, '<h1>Folding by Machine</h1>'), { url: address });
  for (const name of ['Element', 'document'] as const) vi.stubGlobal(name, window[name]);
  const kinds = generalKinds({
    document: window.document,
    now: () => 1000,
    again: () => {},
    turned: () => {},
  });
  const page = new Page(window.document, kinds, closing.signal);
  await page.read();
  expect(page.report()).toMatchObject({ shows: 'paper', ids: ['doi:10.1000/fold.1'] });
  window.history.pushState(null, '', '#references');
  expect(page.report()).toMatchObject({ ids: ['doi:10.1000/fold.1'] });
  window.history.pushState(null, '', '/about');
  expect(page.report()).toBeUndefined();
});
