import { JSDOM } from 'jsdom';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { untilWithdrawn } from '../../content/page/ending';
import { Page } from '../../content/page/page';
import { readers as arxivReaders } from '../../sites/arxiv/readers';
import { readers as huggingFaceReaders } from '../../sites/huggingface/readers';
import type { PageKind } from '../../sites/site';
import { ownPages, textIn } from '../sites/pages';
import { handlers } from '../support/handlers';
import { useFreshStore } from '../support/store';

useFreshStore();
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

type Listener = (message: unknown, sender: object, answer: (value: unknown) => void) => unknown;

/** A page as a site's content script starts it, with the messages that reach it. */
async function open(file: string, url: string, readers: readonly PageKind[]) {
  const { window } = new JSDOM(textIn(ownPages, file), { url });
  for (const name of ['Element', 'document', 'location'] as const)
    vi.stubGlobal(name, window[name]);
  const listeners = new Set<Listener>();
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(
    (one) => void listeners.add(one as Listener),
  );
  vi.spyOn(fakeBrowser.runtime.onMessage, 'removeListener').mockImplementation(
    (one) => void listeners.delete(one as Listener),
  );
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const { type, request } = message as unknown as {
      type: keyof typeof handlers;
      request: object;
    };
    return { value: await handlers[type](request, { id: 'offprint', url }) };
  });
  const context = { signal: new AbortController().signal, isValid: true };
  const life = untilWithdrawn(context, () => undefined);
  const page = new Page(window.document, readers, life.signal);
  const shows: boolean[] = [];
  page.onView((view) => shows.push(view !== undefined), new AbortController().signal);
  await page.read();
  const withdraw = (...origins: string[]) =>
    Promise.all(
      [...listeners].map(
        (listener) =>
          new Promise((resolve) => {
            const message = { type: 'withdrawn', request: { origins } };
            listener(message, { id: fakeBrowser.runtime.id }, resolve);
          }),
      ),
    );
  const marks = () => window.document.querySelectorAll('[data-offprint]').length;
  return { life, marks, shows, withdraw, listeners };
}

it.each([
  ['arxiv/list-recent.html', 'https://www.arxiv.org/list/cs.CL/recent', arxivReaders],
  ['arxiv/new-sections.html', 'https://arxiv.org/list/cs.CL/new', arxivReaders],
  [
    'huggingface/day-svelte5.html',
    'https://huggingface.co/papers/date/2026-03-27',
    huggingFaceReaders,
  ],
] as const)(
  'a page of %s is left when its own host is taken away, and no other',
  async (file, url, readers) => {
    const { life, marks, shows, withdraw, listeners } = await open(file, url, readers);
    expect(marks()).toBeGreaterThan(0);
    await withdraw('https://papers.example/*');
    expect([life.signal.aborted, life.isValid]).toEqual([false, true]);
    await withdraw('https://papers.example/*', `${new URL(url).origin}/*`);
    expect([life.signal.aborted, life.isValid, marks(), shows.at(-1)]).toEqual([
      true,
      false,
      0,
      false,
    ]);
    expect(listeners.size).toBe(0);
  },
);
