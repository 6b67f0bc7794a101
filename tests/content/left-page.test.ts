import { JSDOM } from 'jsdom';
import { afterEach, expect, it, vi } from 'vitest';
import { Page } from '../../content/page/page';
import { watchPage } from '../../content/page/watch';
import { readers } from '../../sites/huggingface/readers';

const url = 'https://huggingface.co/papers/date/2026-03-27';
const closing = new AbortController();
afterEach(() => {
  closing.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('asks nothing of a page that was left', async () => {
  const { window } = new JSDOM('', { url });
  const left = window.document.implementation.createHTMLDocument();
  expect(left.location).toBeNull();
  await expect(new Page(left, readers, closing.signal).read()).resolves.toBeUndefined();
});

it('does not read a page that was left between a change and its reading', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { window } = new JSDOM('<main></main>', { url });
  const { document } = window;
  for (const name of ['Element', 'MutationObserver', 'document'] as const)
    vi.stubGlobal(name, window[name]);
  const onPage = vi.fn();
  const none = () => undefined;
  const { signal } = new window.AbortController();
  watchPage(
    document,
    { isOwnDoing: () => false },
    { onPage, onHydrated: none, onLeave: none, onReturn: none, signal },
  );
  await vi.waitFor(() => expect(document.readyState).toBe('complete'));
  onPage.mockClear();
  document.body.append(document.createElement('p'));
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  Object.defineProperty(document, 'defaultView', { value: null });
  vi.runAllTimers();
  expect(onPage).not.toHaveBeenCalled();
});
