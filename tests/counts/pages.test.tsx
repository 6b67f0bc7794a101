// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { writeOptions } from '../../lib/options';
import type { PaperId } from '../../papers/paper';
import { saveSmartList } from '../../store/lists/write';
import { decide } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { completeLibrary } from '../support/long-list';
import { costOf } from '../support/page-costs';
import { openDeck, openLibrary, openPopup, useFreshPages } from '../support/pages';
import { paper, sightOn, untilQuiet } from '../support/store';

useFreshPages();

const idOf = (at: number): PaperId => `arxiv:2603.${10_000 + at}`;
/** The last one stands on top of the list. */
const shown = idOf(59);
const now = Date.UTC(2026, 2, 28);

/** A list of so many saved papers, and as many new ones. */
async function fill(saved: number, fresh = 0): Promise<void> {
  completeLibrary();
  const papers = Array.from({ length: saved + fresh }, (_, at) => paper(idOf(at)));
  await sightOn('2026-03-27', 1000, ...papers);
  await decide(
    papers.slice(0, saved).map(({ id }) => id),
    'unread',
    2000,
  );
}

const note = (id: PaperId, words = 'mine') => saveNote(id, words, 0, '—', now);

describe('the popup', () => {
  const openOn = async (id: PaperId) => {
    const popup = await openPopup();
    await popup.parts.list.toggle(id);
    return popup;
  };

  it('opens with the same reads, however long the list is', async () => {
    await fill(60);
    const cost = await costOf(openPopup);
    expect(cost).toEqual({
      // The second one counts what waits for a decision.
      reads: ['counters, lists, papers, tags', 'counters, papers', 'papers', 'rules'],
      requests: 11,
      writes: 0,
    });
    await fill(200);
    expect(await costOf(openPopup)).toEqual(cost);
  });

  it('asks how likely its new papers are once, for the rows on show, and not where that is off', async () => {
    await fill(0, 60);
    const open = async () => {
      const { service } = await openPopup();
      await service.show({ tab: 'new' });
    };
    await writeOptions({ ranks: false });
    const without = await costOf(open);
    await writeOptions({ ranks: true });
    expect(await costOf(open)).toEqual({
      ...without,
      reads: [...without.reads, 'scores'],
      requests: without.requests + 1,
    });
  });

  it('reads row and note of a paper whose note was saved', async () => {
    await fill(60, 5);
    const { parts } = await openOn(shown);
    expect(await costOf(() => parts.papers.saveNote(shown, 'a', 0))).toEqual({
      reads: ['details, notes', 'papers'],
      requests: 3,
      writes: 1,
    });
  });

  it('reads row and tags when a tag was added', async () => {
    await fill(60);
    const { parts } = await openOn(shown);
    const add = { add: ['rl'], remove: [] };
    expect(await costOf(() => parts.papers.changeTags(shown, add))).toEqual({
      reads: ['papers', 'tags'],
      requests: 2,
      writes: 1,
    });
  });

  it('reads row and counts when a paper has another status', async () => {
    await fill(60);
    const { service, parts } = await openOn(shown);
    const row = service.state.listing.value?.papers.find(({ id }) => id === shown);
    if (!row) throw new Error('the paper is not listed');
    expect(await costOf(() => parts.papers.setStatus(row, 'read'))).toEqual({
      reads: ['counters', 'counters, papers', 'papers'],
      requests: 7,
      writes: 1,
    });
  });

  it('reads one paper when one has changed that stands below what is read of the list', async () => {
    await fill(60);
    await openPopup();
    expect(await costOf(() => note(idOf(0)))).toEqual({
      reads: ['papers'],
      requests: 1,
      writes: 1,
    });
  });

  it('keeps what a search found where a note does not concern it', async () => {
    await fill(60);
    const { service } = await openOn(shown);
    await service.show({ query: 'Paper' });
    expect(await costOf(() => note(shown))).toEqual({
      reads: ['papers', 'preparation, texts'],
      requests: 3,
      writes: 1,
    });
  });

  it('counts only the lists again that a change concerns', async () => {
    await fill(60);
    const list = { icon: 'star', order: 'best', isPinned: true, at: 1 };
    await saveSmartList({ ...list, id: 'read', name: 'Read', query: 'is:read' }, now);
    await saveSmartList({ ...list, id: 'noted', name: 'Noted', query: 'has:note' }, now);
    const { service } = await openPopup();
    expect(await costOf(() => note(shown))).toMatchObject({
      reads: ['papers', 'preparation, texts'],
    });
    const counts = new Map(Object.entries({ read: 0, noted: 1 }));
    await vi.waitFor(() => expect(service.state.listCounts.value).toEqual(counts));
  });
});

describe('the library', () => {
  const open = async (query: string) => {
    const { service } = await openLibrary(`?q=${encodeURIComponent(query)}`);
    await untilQuiet();
    return service;
  };

  it('reads one row again when the note of a paper on show was saved, and does not search', async () => {
    await fill(60);
    const { state } = await open('');
    const listed = state.listing.value;
    expect(await costOf(() => note(shown))).toEqual({
      // Rows and their long texts share a transaction; of these none is asked for.
      reads: ['details, notes, papers', 'preparation, texts'],
      requests: 3,
      writes: 1,
    });
    expect(state.listing.value).toBe(listed);
    expect(state.records.value.get(shown)?.hasNote).toBe(true);
  });

  it('searches again when a note becomes what was looked for', async () => {
    await fill(60);
    const { state } = await open('haystack');
    expect(state.listing.value?.ids).toEqual([]);
    await costOf(() => note(shown, 'a haystack'));
    expect(state.listing.value?.ids).toEqual([shown]);
  });

  it('takes up a paper that it does not show, and reads no paper: the counters, and how many are muted', async () => {
    await fill(60, 5);
    const { state } = await open('is:read');
    const listed = state.listing.value;
    expect(await costOf(() => decide([shown], 'reading', now))).toEqual({
      reads: ['actions', 'counters, papers', 'preparation, texts'],
      requests: 7,
      writes: 1,
    });
    expect(await costOf(() => decide([idOf(62)], 'dismissed', now))).toEqual({
      reads: ['actions', 'counters, papers', 'preparation, texts'],
      requests: 7,
      writes: 1,
    });
    expect(state.listing.value).toBe(listed);
  });

  it('asks the database nothing at a key of the search whose rows it knows', async () => {
    await fill(20);
    const service = await open('');
    expect(await costOf(() => service.search('Pape'))).toEqual({
      reads: [],
      requests: 0,
      writes: 0,
    });
    expect(service.state.listing.value?.total).toBe(20);
  });
});

describe('the deck', () => {
  it('opens with one request more for how likely all papers are, and asks it for none of them', async () => {
    await fill(0, 60);
    await writeOptions({ ranks: false });
    const without = await costOf(openDeck);
    await writeOptions({ ranks: true });
    expect(await costOf(openDeck)).toEqual({
      ...without,
      reads: [...without.reads, 'scores'].sort(),
      requests: without.requests + 1,
    });
  });

  it('reads the paper that was decided on', async () => {
    await fill(0, 20);
    const { service } = await openDeck();
    const { current } = service.state.standing.value;
    expect(await costOf(() => decide([current ?? ''], 'dismissed', now))).toEqual({
      // The next paper is made ready.
      reads: ['details, notes', 'papers'],
      requests: 3,
      // The decision, and how far the session is.
      writes: 2,
    });
  });
});
