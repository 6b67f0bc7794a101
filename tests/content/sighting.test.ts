import { JSDOM } from 'jsdom';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageCountsOf } from '../../content/bar/page-counts';
import { Page } from '../../content/page/page';
import { readers } from '../../sites/huggingface/readers';
import { recordSighting } from '../../store/records/sightings';
import { saveRule } from '../../store/rules/rules';
import { ownPages, textIn } from '../sites/pages';
import { handlers } from '../support/handlers';
import { useFreshStore } from '../support/store';

useFreshStore();

const url = 'https://huggingface.co/papers/date/2026-03-27';
const closing = new AbortController();
afterEach(() => {
  closing.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('never shows a polled paper as new that a rule mutes, not even until the sighting is stored', async () => {
  const { window } = new JSDOM(textIn(ownPages, 'huggingface/day-svelte5.html'), { url });
  for (const name of ['Element', 'document'] as const) vi.stubGlobal(name, window[name]);
  const asked: string[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const { type, request } = message as unknown as {
      type: keyof typeof handlers;
      request: object;
    };
    asked.push(type);
    return { value: await handlers[type](request, { id: 'offprint', url }) };
  });
  const page = new Page(window.document, readers, closing.signal);
  const counts = new Set<number>();
  page.onView((view) => {
    if (view?.states.size) counts.add(pageCountsOf(view).new);
  }, closing.signal);
  let papers: readonly { id: string; title?: string }[] = [];
  page.onView((view) => {
    papers = view?.papers ?? [];
  }, closing.signal);
  await page.read();
  const [first] = papers;
  if (!first?.title) throw new Error('The page lists nothing');
  expect([...counts]).toEqual([papers.length]);

  counts.clear();
  await saveRule({ id: 'm', effect: 'mute', subject: 'phrase', value: first.title }, 2000);
  await recordSighting({
    digest: 'huggingface:day:2026-03-27',
    day: '2026-03-27',
    shows: 'poll',
    visitAt: 3000,
    papers: [{ ...first, upvotes: 999 }],
    answer: { checkedAt: 3000, still: 1 },
  });
  const again = new Page(window.document, readers, closing.signal);
  again.onView((view) => {
    if (view?.states.size) counts.add(pageCountsOf(view).new);
  }, closing.signal);
  asked.length = 0;
  await again.read();
  expect([...counts]).toEqual([papers.length - 1]);
  expect(asked).toEqual(['states', 'sighting']);
});
