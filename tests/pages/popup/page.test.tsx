// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { libraryAddress } from '../../../lib/library-address';
import type { PageReport } from '../../../lib/messages';
import { addNotice } from '../../../lib/notices';
import { closeConnection } from '../../../store/database/connection';
import { migrations } from '../../../store/database/migrations';
import { saveSmartList } from '../../../store/lists/write';
import { openPaper, recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { wakeSnoozed } from '../../../store/words/snooze';
import { closePages, openPopup, showInTab, useFreshPages } from '../../support/pages';
import { snooze } from '../../support/paper-changes';
import type { Reader } from '../../support/reader';
import { paper, sightOn } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshPages();

const one = paper('arxiv:2603.00001', { title: 'Sparse attention' });
const two = paper('arxiv:2603.00002', { title: 'Dense retrieval' });
const three = paper('arxiv:2603.00003', { title: 'Sparse video models' });

async function saved(...papers: readonly { id: string }[]): Promise<void> {
  for (const [at, { id }] of papers.entries()) await decide([id], 'unread', 1100 + at);
}

beforeEach(async () => {
  await sightOn('2026-03-27', 1000, one, two, three);
});

const titles = (reader: Reader) =>
  [...reader.page.querySelectorAll('[data-paper] h3')].map((title) => title.textContent);
const lists = (reader: Reader, ...wanted: readonly (string | undefined)[]) =>
  waitFor(() => expect(titles(reader)).toEqual(wanted));
const search = (reader: Reader, words: string) => reader.fill('Find in your list', words);
const tagsOf = (reader: Reader, id: string) =>
  [...reader.page.querySelectorAll<HTMLElement>(`[data-paper="${id}"] [data-tag]`)].map(
    ({ dataset }) => dataset.tag,
  );
const row = ({ id }: { readonly id: string }) => `[data-paper="${id}"]`;
const noteOf = async (id: string) => (await openPaper(id)).note?.text;

describe('the saved papers', () => {
  it('come newest first, are sorted out, and narrowed by status and tag', async () => {
    await saved(one, two, three);
    const { reader } = await openPopup();
    await lists(reader, three.title, two.title, one.title);
    await reader.press('Sparse attention');
    await reader.fill('Add a tag', 'World Models', row(one));
    await reader.keys('{Enter}');
    await waitFor(() => expect(tagsOf(reader, one.id)).toEqual(['World Models']));
    await reader.press('Dense retrieval');
    await reader.fill('Note', 'Ask about Table 4', row(two));
    await reader.user.tab();
    await reader.press('Sparse video models');
    await reader.press('Read', row(three), 'radio');
    await waitFor(async () => expect((await recordsOf([three.id]))[0]?.state).toBe('read'));

    await reader.press(/^Read, 1/);
    await lists(reader, three.title);
    await reader.press(/^Read, 1/);
    await reader.press(/^World Models/);
    await lists(reader, one.title);
    await reader.press(/^World Models/);
    await lists(reader, three.title, two.title, one.title);
  });

  it('are searched in titles, authors, tags and notes, as what is typed goes on', async () => {
    await saved(one, two, three);
    await setTags(one.id, ['World Models'], 1200);
    await saveNote(two.id, 'Ask about Table 4', 0, '—', 1300);
    await decide([three.id], 'read', 1400);
    const { reader } = await openPopup();
    await search(reader, 'TABLE 4');
    await lists(reader, two.title);
    const marks = [...reader.page.querySelectorAll('[data-paper] mark')];
    expect(marks.map(({ textContent }) => textContent)).toEqual(['Table', '4']);
    await search(reader, 'world mod');
    await lists(reader, one.title);
    await search(reader, 'author:borel is:read');
    await lists(reader, three.title);
    await search(reader, 'no such paper');
    await lists(reader);
    expect(reader.words()).toContain('No match');
    await search(reader, '');
    await lists(reader, three.title, two.title, one.title);
  });

  it('are searched with a word on what was not understood, and on what may have been meant', async () => {
    await saved(one, two);
    const { reader } = await openPopup();
    await search(reader, 'colour:red sparse');
    await lists(reader, one.title);
    await reader.sees('“colour:” is no operator');
    await search(reader, 'sparze');
    await lists(reader);
    await reader.sees('Did you mean');
    await reader.press('sparse');
    await lists(reader, one.title);
    await search(reader, 'is:read');
    await lists(reader);
    await search(reader, two.id);
    await lists(reader, two.title);
  });

  it('give one back with its tags and note when it was removed', async () => {
    await saved(one);
    const { reader } = await openPopup();
    await reader.press('Sparse attention');
    await reader.fill('Add a tag', 'agents', row(one));
    await reader.keys('{Enter}');
    await reader.fill('Note', 'Keep this', row(one));
    await waitFor(async () => expect(await noteOf(one.id)).toBe('Keep this'));
    await reader.press('Remove “Sparse attention” from your list');
    await lists(reader);
    await reader.press('Undo');
    await lists(reader, one.title);
    await waitFor(() =>
      expect(reader.in().getByLabelText<HTMLTextAreaElement>('Note').value).toBe('Keep this'),
    );
    expect(tagsOf(reader, one.id)).toEqual(['agents']);
  });

  it('have tags in any script, suggested anywhere in the word, removed by Backspace', async () => {
    await saved(one, two);
    const { reader } = await openPopup();
    await reader.press('Sparse attention');
    await reader.fill('Add a tag', 'offline RL', row(one));
    await reader.keys('{Enter}強化学習{Enter}');
    await waitFor(() => expect(tagsOf(reader, one.id)).toEqual(['offline RL', '強化学習']));
    await reader.press('Dense retrieval');
    await reader.fill('Add a tag', 'line', row(two));
    await reader.sees('offline RL', '[role="listbox"]');
    await reader.keys('{ArrowDown}{Enter}مراجعة,');
    await waitFor(() => expect(tagsOf(reader, two.id)).toEqual(['offline RL', 'مراجعة']));
    await reader.keys('{Backspace}');
    await waitFor(async () => expect((await recordsOf([two.id]))[0]?.tags).toEqual(['offline RL']));
  });
});

describe('a note', () => {
  it('edited in two windows keeps both texts and says so', async () => {
    await saved(one);
    const windows = [(await openPopup()).reader, (await openPopup()).reader];
    for (const reader of windows) await reader.press('Sparse attention');
    const fields = await Promise.all(
      windows.map((reader) => reader.in().findByLabelText<HTMLTextAreaElement>('Note')),
    );
    for (const [at, field] of fields.entries()) {
      field.value = `from ${at}`;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await waitFor(async () => {
      const kept = (await noteOf(one.id)) ?? '';
      expect(kept).toContain('from 0');
      expect(kept).toContain('from 1');
      expect(windows.some((reader) => reader.words().includes('another window'))).toBe(true);
    });
  });
});

describe('beside the saved papers', () => {
  it('a pinned list is a chip with its count, narrows further, and goes on in the library', async () => {
    await saved(one, two, three);
    const query = `${one.id} OR ${three.id}`;
    const list = { id: 'two', name: 'My two', icon: 'list', order: 'best', isPinned: true };
    await saveSmartList({ ...list, query }, 1500);
    const { reader } = await openPopup();
    await reader.press(/^My two, 2/);
    await waitFor(() => expect(titles(reader).sort()).toEqual([one.title, three.title].sort()));
    await search(reader, 'video');
    await lists(reader, three.title);
    const link = reader.in('header').getByRole<HTMLAnchorElement>('link', { name: /^Library/ });
    expect(link.href).toBe(libraryAddress({ q: `${query} video` }));
    expect(link.target).toBe('_blank');
  });

  it('a paper that came back from a snooze says so, and how many did is told once', async () => {
    await saved(one);
    const now = Date.now();
    await snooze([one.id], now - 1, now - 2);
    await wakeSnoozed(now);
    await addNotice('woken', 3, now);
    const { reader } = await openPopup();
    await reader.sees('Back from snooze');
    await reader.sees('3 snoozed papers are back.');
    const again = (await openPopup()).reader;
    await lists(again, one.title);
    expect(again.words()).not.toContain('3 snoozed papers');
  });
});

describe('the new papers', () => {
  const page = (more: Partial<PageReport> = {}): PageReport => ({
    digest: 'huggingface:day:2026-03-27',
    day: '2026-03-27',
    shows: 'digest',
    visitAt: 1000,
    kind: 'huggingface/day',
    ids: [one.id, two.id, three.id],
    ...more,
  });

  it('can be saved, dismissed, and the rest of the page at once, with undo', async () => {
    showInTab(page());
    const { reader } = await openPopup();
    await reader.press(/^New, 3/, undefined, 'tab');
    await waitFor(() => expect(titles(reader)).toHaveLength(3));
    await reader.sees('3 new of 3');
    await reader.press('Save “Sparse attention”');
    await waitFor(() => expect(titles(reader)).toHaveLength(2));
    await reader.press('Not for me: “Dense retrieval”');
    await lists(reader, three.title);
    await reader.sees('1 new of 3');
    await reader.press('Dismiss rest');
    await lists(reader);
    await reader.press('Undo');
    await lists(reader, three.title);
    const states = (await recordsOf([one.id, two.id, three.id])).map(({ state }) => state);
    expect(states).toEqual(['unread', 'dismissed', 'new']);
  });

  it('of a page that yields nothing are told of once, with a report that leaks nothing', async () => {
    showInTab(page({ ids: [], problem: 'nothing-found' }));
    const { reader } = await openPopup();
    await reader.sees('no papers');
    expect(reader.words()).not.toContain('2026-03-27');
    const report = reader.part('pre').textContent ?? '';
    expect(report).not.toMatch(/https?:|2026-03-27/);
    await reader.press('Copy a report');
    await reader.sees('Copied');
    expect(await navigator.clipboard.readText()).toBe(report);
    await reader.press('Do not show this again');
    await reader.seesNo('no papers');
    const again = await openPopup();
    await waitFor(() => expect(again.service.state.page.value).toBeDefined());
    expect(again.reader.words()).not.toContain('no papers could');
  });
});

describe('a database of a newer version', () => {
  it('is told in a sentence and left alone', async () => {
    await closeConnection();
    const newest = (migrations.at(-1)?.version ?? 0) + 7;
    (await openDB('offprint', newest)).close();
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { reader } = await openPopup();
    await reader.sees('newer Offprint', '[role="alert"]');
    const untouched = await openDB('offprint');
    expect(untouched.version).toBe(newest);
    untouched.close();
    closePages();
    await closeConnection();
    globalThis.indexedDB = new IDBFactory();
  });
});

describe('by keyboard', () => {
  it('the tabs go by arrows, the search comes by slash, a row opens by Enter', async () => {
    await saved(one, two);
    const { reader } = await openPopup();
    await lists(reader, two.title, one.title);
    const focus = () => document.activeElement;
    await reader.press(/^Saved/, undefined, 'tab');
    await reader.keys('{ArrowRight}');
    await lists(reader, three.title);
    expect(focus()?.matches('[role="tab"][aria-selected="true"]')).toBe(true);
    await reader.keys('{ArrowLeft}');
    await lists(reader, two.title, one.title);
    await reader.keys('/');
    await waitFor(() => expect(focus()?.matches('[type="search"]')).toBe(true));
    for (let left = 20; left > 0 && !focus()?.matches('[data-paper] button'); left -= 1)
      await reader.user.tab();
    expect(focus()?.textContent).toBe(two.title);
    await reader.keys('{Enter}');
    await waitFor(() => expect(focus()?.getAttribute('aria-expanded')).toBe('true'));
  });

  it('the options are opened from the head', async () => {
    const { reader } = await openPopup();
    await reader.press('Options');
    expect(fakeBrowser.runtime.openOptionsPage).toHaveBeenCalledOnce();
  });
});
