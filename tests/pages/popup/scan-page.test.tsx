// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { openPopup, useFreshPages } from '../../support/pages';
import { paper, sightOn } from '../../support/store';

useFreshPages();

const found = (at: number) => ({
  id: `arxiv:2503.0213${at}`,
  title: `Forgetting on purpose, part ${at}`,
  authors: ['Ada Lovelace', 'Alan Turing'],
  source: 'link',
});
const three = [found(0), found(1), found(2)];
const answer = (result: unknown, frameId = 0) => ({ frameId, result });
const executeScript = vi.fn();
const request = vi.fn();
const contains = vi.fn();

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  executeScript
    .mockReset()
    .mockResolvedValue([answer({ shows: 'digest', papers: three, failed: [] })]);
  request.mockReset().mockResolvedValue(true);
  contains.mockReset().mockResolvedValue(false);
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  Object.assign(fakeBrowser.permissions, { request, contains });
  Object.assign(fakeBrowser.tabs, {
    query: async () => [{ id: 7, active: true, url: 'https://lab.example.edu/reading' }],
  });
});

describe('a page that Offprint is not on', () => {
  it('is not looked at before the reader asks', async () => {
    const { reader } = await openPopup();
    await reader.sees('Offprint is not on this page.');
    expect(executeScript).not.toHaveBeenCalled();
    expect(request).not.toHaveBeenCalled();
  });

  it('leaves the keys of the list below it their way', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:2603.00001'));
    await decide(['arxiv:2603.00001'], 'unread', 1100);
    const { reader } = await openPopup();
    await reader.press('Scan this page');
    await reader.sees('3 papers listed on this page');
    await reader.keys('j');
    const row = reader.part('[data-paper="arxiv:2603.00001"]');
    expect(row.contains(document.activeElement)).toBe(true);
  });

  it('gives keys to the row that has the focus, where its paper was in the list below as well', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:2603.00001'));
    await decide(['arxiv:2603.00001'], 'unread', 1100);
    const { reader } = await openPopup();
    await reader.press('Scan this page');
    await reader.press('Save “Forgetting on purpose, part 1”');
    const id = found(1).id;
    const inScan = `.scanned [data-paper="${id}"] [data-action="save"]`;
    const inList = `[data-paper="${id}"] [data-action="open"]`;
    const isThere = (selector: string) => document.querySelector(selector) !== null;
    await waitFor(() => expect([isThere(inScan), isThere(inList)]).toEqual([false, true]));
    await reader.press('Undo');
    await waitFor(() => expect([isThere(inScan), isThere(inList)]).toEqual([true, false]));
    reader.part(inScan).focus();
    await reader.keys('s');
    await waitFor(async () => expect(await recordsOf([id])).toMatchObject([{ state: 'unread' }]));
  });

  it('is looked at once, with its frames, and lists what it has', async () => {
    const { reader } = await openPopup();
    await reader.press('Scan this page');
    await reader.sees('3 papers listed on this page');
    expect(executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7, allFrames: true }, files: ['/scan.js'] }],
    ]);
    expect(reader.words('.scanned')).toContain('Ada Lovelace et al. · arxiv:2503.02130');
    await reader.press('Save “Forgetting on purpose, part 1”');
    await waitFor(async () =>
      expect(await recordsOf(three.map(({ id }) => id))).toMatchObject([
        { id: 'arxiv:2503.02131', state: 'unread', title: 'Forgetting on purpose, part 1' },
      ]),
    );
    await waitFor(() => expect(reader.words('.scanned')).toContain('Save all 2'));
    await reader.press('Save all 2 papers');
    await waitFor(async () => expect(await recordsOf(three.map(({ id }) => id))).toHaveLength(3));
    await reader.press('Undo');
    await waitFor(() => expect(reader.words('.scanned')).toContain('Save all 2'));
  });

  it('gives what its frames have, each paper once; of a page about one paper nothing else', async () => {
    executeScript.mockResolvedValue([
      answer({ shows: 'digest', papers: [found(1), found(2)], failed: [] }, 5),
      answer({ shows: 'mentions', papers: [found(0), found(1)], failed: [] }),
      answer(null, 6),
    ]);
    const { reader } = await openPopup();
    await reader.press('Scan this page');
    await reader.sees('3 papers linked on this page');
  });

  it('says so where nothing is found, where a part cannot be read, and where nobody may look', async () => {
    executeScript.mockResolvedValueOnce([
      answer({ shows: 'nothing', papers: [], failed: ['own'] }),
    ]);
    const first = await openPopup();
    await first.reader.press('Scan this page');
    await first.reader.sees('No paper found on this page');
    await first.reader.sees('could not be read (own)');
    executeScript.mockRejectedValueOnce(new Error('Cannot access a chrome:// URL'));
    const other = await openPopup();
    await other.reader.press('Scan this page');
    await other.reader.sees('lets no extension look at this page');
  });

  it('is a stranger’s: what is out of shape is left out', async () => {
    const papers = [
      found(0),
      { id: 'no id' },
      7,
      null,
      { ...found(1), pdfUrl: 'javascript:1', title: 'x'.repeat(5000) },
    ];
    executeScript.mockResolvedValueOnce([answer({ shows: 'digest', papers, failed: [] })]);
    const { reader } = await openPopup();
    await reader.press('Scan this page');
    await reader.sees('2 papers listed on this page');
    await reader.press('Save “arxiv:2503.02131”');
    await waitFor(async () =>
      expect(await recordsOf(['arxiv:2503.02131'])).toMatchObject([{ state: 'unread' }]),
    );
    expect((await recordsOf(['arxiv:2503.02131']))[0]?.title).toBeUndefined();
  });

  it('is offered no more than a look where it came over http, and says why', async () => {
    Object.assign(fakeBrowser.tabs, {
      query: async () => [{ id: 7, active: true, url: 'http://lab.example.edu/reading' }],
    });
    const { reader } = await openPopup();
    await reader.sees('Offprint stays on pages of https alone.');
    expect(document.querySelector('[data-action="grant"]')).toBeNull();
    await reader.press('Scan this page');
    await reader.sees('3 papers listed on this page');
  });

  it('shows Offprint from the click on that says what it means', async () => {
    const { reader } = await openPopup();
    await reader.press('Show Offprint here…');
    await reader.sees('reads each page of lab.example.edu that you open');
    expect(request).not.toHaveBeenCalled();
    request.mockResolvedValueOnce(false);
    await reader.press('Show Offprint on lab.example.edu');
    await reader.sees('did not allow it');
    expect(request).toHaveBeenCalledWith({ origins: ['https://lab.example.edu/*'] });
    await reader.press('Show Offprint on lab.example.edu');
    await reader.sees('Offprint is on lab.example.edu.');
  });
});
