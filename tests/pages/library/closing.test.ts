// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
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
