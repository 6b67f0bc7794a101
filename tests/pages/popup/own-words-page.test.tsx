// @vitest-environment jsdom
import { fireEvent, waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageReport } from '../../../lib/messages';
import { recordsOf } from '../../../store/records/queries';
import { closePages, openPopup, showInTab } from '../../support/pages';
import {
  lists,
  noteOf,
  one,
  row,
  saved,
  search,
  tagsOf,
  three,
  titles,
  two,
  usePopupPage,
} from '../../support/popup-page';

usePopupPage();

const recordOf = async (id: string) => (await recordsOf([id]))[0];
const digest: PageReport = {
  digest: 'huggingface:day:2026-03-27',
  day: '2026-03-27',
  shows: 'digest',
  visitAt: 1000,
  kind: 'huggingface/day',
  ids: [one.id, two.id, three.id],
};
const tabAt = (url: string, title: string) =>
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 1, active: true, url, title }] });

describe('an opened paper', () => {
  it('has the reader’s own words before what the site says', async () => {
    await saved(one);
    const { reader } = await openPopup();
    await reader.press('Sparse attention');
    await waitFor(() => reader.part('.body'));
    const order = [
      ...reader
        .part('.body')
        .querySelectorAll(
          'fieldset.segments, [name="tag"], [name="note"], .body > .words, .body > .quiet',
        ),
    ];
    const names = order.map((part) => part.getAttribute('name') ?? part.className);
    const own = names.filter((name) => ['segments', 'tag', 'note'].includes(name));
    expect(own).toEqual(['segments', 'tag', 'note']);
    expect(names.at(-1)).toMatch(/words|quiet/);
  });

  it('that is new is saved by its first tag, or by a note, and stays open', async () => {
    const { reader } = await openPopup();
    await waitFor(() => expect(titles(reader)).toHaveLength(3));
    await reader.press('Sparse attention');
    await reader.fill('Add a tag', 'agents', row(one));
    await reader.keys('{Enter}');
    await waitFor(async () => expect((await recordOf(one.id))?.state).toBe('unread'));
    await waitFor(() => expect(tagsOf(reader, one.id)).toEqual(['agents']));
    await reader.fill('Note', 'Table 4', row(one));
    await reader.user.tab();
    await waitFor(async () => expect(await noteOf(one.id)).toBe('Table 4'));
    await reader.press('Dense retrieval');
    await reader.fill('Note', 'Later', row(two));
    await waitFor(async () => expect((await recordOf(two.id))?.state).toBe('unread'));
    expect(await noteOf(two.id)).toBe('Later');
  });
});

describe('a row', () => {
  it('has a dot that leads to the next status, and the reader’s tags before the site’s numbers', async () => {
    await saved(one);
    const { reader } = await openPopup();
    await reader.press('Unread: mark as Reading');
    await waitFor(async () => expect((await recordOf(one.id))?.state).toBe('reading'));
    await reader.press('Reading: mark as Read');
    await reader.press('Read: mark as Unread');
    await waitFor(async () => expect((await recordOf(one.id))?.state).toBe('unread'));
  });
});

describe('the list', () => {
  it('is that of the new papers before anything is saved', async () => {
    const { service } = await openPopup();
    expect(service.state.tab.value).toBe('new');
    closePages();
    await saved(one);
    expect((await openPopup()).service.state.tab.value).toBe('saved');
  });

  it('keeps where one was scrolled to, and another begins at its top', async () => {
    await saved(one, two);
    const { reader } = await openPopup();
    await lists(reader, two.title, one.title);
    const scroller = reader.part('.scroller');
    const scrollTo = (top: number) => {
      scroller.scrollTop = top;
      fireEvent.scroll(scroller);
    };
    scrollTo(300);
    await search(reader, 'sparse');
    await lists(reader, one.title);
    expect(scroller.scrollTop).toBe(0);
    await search(reader, '');
    await lists(reader, two.title, one.title);
    expect(scroller.scrollTop).toBe(300);
    await reader.press(/^New/, undefined, 'tab');
    await lists(reader, three.title);
    expect(scroller.scrollTop).toBe(0);
    scrollTo(120);
    await reader.press(/^Saved/, undefined, 'tab');
    await lists(reader, two.title, one.title);
    expect(scroller.scrollTop).toBe(300);
  });
});

describe('the page in the current tab', () => {
  it('is decided on as a whole by named and counted choices, and saved when that was asked', async () => {
    showInTab(digest);
    const { reader } = await openPopup();
    await reader.sees('3 new · 3 papers on this page');
    await reader.press('Decide on all…');
    await reader.press('Save all 3 papers…');
    await reader.sees('Save 3 papers to your list?');
    expect((await recordOf(one.id))?.state).toBe('new');
    await reader.press('Save 3 papers');
    await reader.sees('Done · 3 papers on this page');
    expect((await recordOf(one.id))?.state).toBe('unread');
  });

  it('stands on top and opened where it is a paper’s own', async () => {
    await saved(one, two);
    showInTab({ ...digest, digest: 'huggingface:paper', shows: 'paper', ids: [one.id] });
    const { reader } = await openPopup();
    await waitFor(() => expect(titles(reader)).toEqual([one.title, two.title]));
    await reader.fill('Note', 'At hand', row(one));
    await waitFor(async () => expect(await noteOf(one.id)).toBe('At hand'));
  });

  it('is a paper by its address too, and is saved with one key', async () => {
    await saved(one);
    tabAt('https://arxiv.org/pdf/2603.00042v2', 'A paper of which nothing is known');
    const { reader } = await openPopup();
    await reader.sees('A paper of which nothing is known', '.pinned');
    await waitFor(() => reader.part('[aria-keyshortcuts="/"]'));
    await reader.keys('s');
    await waitFor(async () => expect((await recordOf('arxiv:2603.00042'))?.state).toBe('unread'));
    await waitFor(() => reader.part('.pinned [name="note"]'));
  });
});
