// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeOptions } from '../../../lib/options';
import { recordsOf } from '../../../store/records/queries';
import { openPopup } from '../../support/pages';
import {
  lists,
  noteOf,
  one,
  row,
  saved,
  tagsOf,
  three,
  two,
  usePopupPage,
} from '../../support/popup-page';

usePopupPage();

const stateOf = async (id: string) => (await recordsOf([id]))[0]?.state;
const isOn = (of: { readonly id: string }) =>
  waitFor(() => expect(document.activeElement?.closest(row(of))).not.toBeNull());

describe('keys in the reading list', () => {
  beforeEach(() => saved(one, two, three));

  async function open() {
    const { reader } = await openPopup();
    await lists(reader, three.title, two.title, one.title);
    await waitFor(() => reader.part('[aria-keyshortcuts="/"]'));
    return reader;
  }

  it('go through the rows, and no further than the last', async () => {
    const reader = await open();
    await reader.keys('j');
    await isOn(three);
    await reader.keys('jjjj');
    await isOn(one);
    await reader.keys('k');
    await isOn(two);
  });

  it('open, tag and note the paper without a click', async () => {
    const reader = await open();
    await reader.keys('jj');
    await reader.keys('t');
    await waitFor(() => expect(document.activeElement?.matches('[name="tag"]')).toBe(true));
    await reader.keys('agents{Enter}{Escape}');
    (document.activeElement as HTMLElement).blur();
    await reader.keys('n');
    await waitFor(() => expect(document.activeElement?.matches('[name="note"]')).toBe(true));
    await reader.keys('xsj');
    (document.activeElement as HTMLElement).blur();
    await waitFor(async () => expect(await noteOf(two.id)).toBe('xsj'));
    expect(tagsOf(reader, two.id)).toEqual(['agents']);
    await reader.keys('{Escape}');
    await waitFor(() => expect(reader.page.querySelector('.row.open')).toBeNull());
    await isOn(two);
  });

  it('change the status, dismiss, and take it back', async () => {
    const reader = await open();
    await reader.keys('jr');
    await waitFor(async () => expect(await stateOf(three.id)).toBe('reading'));
    await reader.keys('x');
    await lists(reader, two.title, one.title);
    await isOn(two);
    await reader.keys('u');
    await lists(reader, three.title, two.title, one.title);
    await reader.keys('u');
    await waitFor(async () => expect(await stateOf(three.id)).toBe('unread'));
  });

  it('go to the paper’s page and note it', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue(undefined as never);
    const reader = await open();
    await reader.keys('jo');
    await waitFor(() => expect(create).toHaveBeenCalledOnce());
    expect(create.mock.calls[0]?.[0]?.url).toContain('2603.00003');
    await waitFor(async () => expect((await recordsOf([three.id]))[0]?.openedCount).toBe(1));
  });

  it('unfold the paper of the current tab to write in it, as they open any other', async () => {
    fakeBrowser.tabs.query = async () =>
      [{ id: 7, active: true, url: 'https://arxiv.org/abs/2603.00003' }] as never;
    const { reader } = await openPopup();
    const title = await waitFor(() => reader.part(`.pinned ${row(three)} [data-action="open"]`));
    await waitFor(() => reader.part('.pinned [name="note"]'));
    title.click();
    await waitFor(() => expect(reader.page.querySelector('.pinned [name="note"]')).toBeNull());
    await reader.keys('n');
    await waitFor(() => expect(document.activeElement?.matches('[name="note"]')).toBe(true));
  });

  it('are shown, as the reader has chosen them', async () => {
    await writeOptions({ keys: { next: 'w' } });
    const reader = await open();
    await reader.keys('w');
    await isOn(three);
    await reader.keys('?');
    await reader.sees('wNext paper', 'dialog');
    await reader.keys('x{Escape}');
    await waitFor(() => expect(reader.page.querySelector('dialog')).toBeNull());
    expect(await stateOf(three.id)).toBe('unread');
  });
});

it('keys save and dismiss new papers, and go on', async () => {
  const { reader } = await openPopup();
  await reader.press(/^New/, undefined, 'tab');
  await waitFor(() => reader.part(row(one)));
  await waitFor(() => reader.part('[aria-keyshortcuts="s"]'));
  await reader.keys('j');
  const [first, second] = [...reader.page.querySelectorAll<HTMLElement>('.row')].map(
    ({ dataset }) => dataset.paper ?? '',
  );
  await reader.keys('s');
  await waitFor(async () => expect(await stateOf(first ?? '')).toBe('unread'));
  await isOn({ id: second ?? '' });
  await reader.keys('x');
  await waitFor(async () => expect(await stateOf(second ?? '')).toBe('dismissed'));
});
