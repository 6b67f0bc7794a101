// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageReport } from '../../../lib/messages';
import { closeConnection } from '../../../store/database/connection';
import { migrations } from '../../../store/database/migrations';
import { recordsOf } from '../../../store/records/queries';
import { closePages, openPopup, showInTab } from '../../support/pages';
import { lists, one, saved, three, titles, two, usePopupPage } from '../../support/popup-page';

usePopupPage();

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
    await reader.sees('3 new · 3 papers on this page');
    await reader.press('Save “Sparse attention”');
    await waitFor(() => expect(titles(reader)).toHaveLength(2));
    await reader.press('Dismiss “Dense retrieval”');
    await lists(reader, three.title);
    await reader.sees('1 new · 3 papers on this page');
    await reader.press('Decide on all…');
    await reader.sees('1 undecided paper on this page');
    await reader.press('Dismiss the one undecided paper');
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
    for (
      let left = 20;
      left > 0 && !focus()?.matches('[data-paper] [data-action="open"]');
      left -= 1
    )
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
