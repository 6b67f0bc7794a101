import { JSDOM } from 'jsdom';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { paperLinks } from '../../content/marks/links';
import { Marks } from '../../content/marks/marks';
import { keepMarks } from '../../content/marks/watch';
import { decide } from '../../store/words/decide';
import { handlers } from '../support/handlers';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const url = 'https://arxiv.org/abs/2603.00009';
const link = (href: string, words = 'a paper') => `<p><a href="${href}">${words}</a></p>`;

function pageWith(html: string): Document {
  const { window } = new JSDOM(html, { url });
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  return window.document;
}

/** What the page asks; the background answers. */
function listen(): string[][] {
  const asked: string[][] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const { type, request } = message as unknown as { type: 'savedOf'; request: { ids: string[] } };
    expect(type).toBe('savedOf');
    asked.push(request.ids);
    return { value: await handlers.savedOf(request, { id: 'offprint', url }) };
  });
  return asked;
}

const marksOf = (document: Document) =>
  [...document.querySelectorAll('a')].map((one) => one.dataset.offprintSaved ?? '');

it('links to papers are those with words, outside of cards, and not to the page’s own', () => {
  const document = pageWith(
    [
      link('https://arxiv.org/pdf/2603.00001v2'),
      link('https://doi.org/10.1145/3600211'),
      link(url.replace('abs', 'pdf')),
      link('https://arxiv.org/abs/2603.00002', '<img src="x.png">'),
      `<div data-offprint="">${link('https://arxiv.org/abs/2603.00003')}</div>`,
      link('javascript:void 0'),
      link('https://arxiv.org/list/cs.CL/new'),
      '<svg><a href="https://arxiv.org/abs/2603.00004"><text>in a picture</text></a></svg>',
    ].join(''),
  );
  const known = new Map();
  expect([...paperLinks(document, known).values()]).toEqual([
    'arxiv:2603.00001',
    'doi:10.1145/3600211',
  ]);
});

it('marks links to saved papers and no others, asks about each once, and forgets when told', async () => {
  await sightOn('2026-03-27', 1000, paper('arxiv:2603.00001'), paper('arxiv:2603.00002'));
  await decide(['arxiv:2603.00001'], 'reading', 2000);
  const asked = listen();
  const ids = ['2603.00001', '2603.00002', '2603.00001v3', '2603.00004'];
  const document = pageWith(ids.map((id) => link(`https://arxiv.org/abs/${id}`)).join(''));
  const before = document.querySelectorAll('*').length;
  const marks = new Marks(document);
  await marks.draw();
  await marks.draw();
  expect(marksOf(document)).toEqual(['reading', '', 'reading', '']);
  expect(document.querySelector('a')?.dataset.offprintWords).toBe('Saved, being read');
  expect(document.querySelectorAll('*')).toHaveLength(before);
  expect(asked).toEqual([['arxiv:2603.00001', 'arxiv:2603.00002', 'arxiv:2603.00004']]);
  await decide(['arxiv:2603.00001'], 'deleted', 3000);
  await decide(['arxiv:2603.00002'], 'read', 3000);
  marks.forget();
  await marks.draw();
  expect(marksOf(document)).toEqual(['', 'read', '', '']);
  marks.remove();
  expect(document.documentElement.outerHTML).not.toContain('data-offprint');
});

it('looks again at a page that goes on, and ends when it is over', async () => {
  await sightOn('2026-03-27', 1000, paper('arxiv:2603.00001'));
  await decide(['arxiv:2603.00001'], 'unread', 2000);
  listen();
  const document = pageWith('<main></main>');
  const ending = new (document.defaultView as unknown as typeof globalThis).AbortController();
  const onError = (error: unknown) => expect(error).toBeUndefined();
  keepMarks(document, new Marks(document), onError, ending.signal);
  document.body.insertAdjacentHTML('beforeend', link('https://arxiv.org/abs/2603.00001'));
  await vi.waitFor(() => expect(marksOf(document)).toEqual(['unread']));
  // A program that uses its links again changes where they lead, and nothing else.
  document.querySelector('a')?.setAttribute('href', 'https://example.org/');
  await vi.waitFor(() => expect(marksOf(document)).toEqual(['']));
  document.querySelector('a')?.setAttribute('href', 'https://arxiv.org/abs/2603.00001');
  await vi.waitFor(() => expect(marksOf(document)).toEqual(['unread']));
  ending.abort();
  expect(document.documentElement.outerHTML).not.toContain('data-offprint');
});
