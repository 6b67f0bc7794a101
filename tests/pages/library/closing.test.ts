// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Selection } from '../../../pages/library/list/selection';
import { LibraryService } from '../../../pages/library/service';
import { decide } from '../../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const ids = Array.from({ length: 24 }, (_, at) => `arxiv:${at + 10}`);
let page: AbortController;

beforeEach(async () => {
  page = new AbortController();
  history.replaceState(null, '', '?q=is%3Aunread+abstract');
  await sightOn('2026-03-27', 1000, ...ids.map((id) => paper(id, { abstract: 'An abstract.' })));
  await decide(ids, 'unread', 2000);
});
afterEach(() => {
  page.abort();
  history.replaceState(null, '', '/');
});

const turn = () => new Promise((resolve) => setTimeout(resolve));

it('what is selected while a fresh page searches stays selected, and goes with the list that it is of', async () => {
  history.replaceState(null, '', '?q=is%3Aunread&paper=arxiv%3A10');
  const service = new LibraryService();
  const selection = new Selection(service.state);
  const selected = () => [...service.state.selected.value];
  const started = service.start({ signal: page.signal });
  selection.toggle('arxiv:10');
  await started;
  expect(service.state.listing.value?.total).toBe(ids.length);
  expect(selected()).toEqual(['arxiv:10']);
  const other = service.list('is:unread abstract');
  expect(selected()).toEqual([]);
  // The list before is still on show.
  selection.toggle('arxiv:11');
  await other;
  expect(selected()).toEqual([]);
  selection.toggle('arxiv:12');
  await decide(['arxiv:13'], 'read', 3000);
  await service.settle();
  expect(selected()).toEqual(['arxiv:12']);
});

it('a paper that has left the list is on it no longer once it is closed, at whatever moment', async () => {
  const service = new LibraryService();
  await service.start({ signal: page.signal });
  const listed = () => service.state.listing.value?.ids ?? [];
  for (const [turns, id] of ids.entries()) {
    await service.open(id);
    await decide([id], 'read', 3000);
    const shown = service.settle();
    for (let at = 0; at < turns; at += 1) await turn();
    await service.open(undefined);
    await shown;
    expect(listed(), `closed after ${turns} turns`).not.toContain(id);
  }
});
