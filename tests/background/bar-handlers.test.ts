import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { barHandlers } from '../../background/messages/bar-handlers';
import { pageHandlers } from '../../background/messages/page-handlers';
import { writePollState } from '../../lib/poll-state';
import { useFreshStore } from '../support/store';

useFreshStore();
afterEach(() => {
  vi.useRealTimers();
});

const sender = { id: 'offprint', tab: { id: 7 }, url: 'https://huggingface.co/papers' };

describe('the background, for the page bar', () => {
  it('loads a part of it into the page that asks, and no other file', async () => {
    const executeScript = vi.fn(async () => []);
    Object.assign(fakeBrowser, { scripting: { executeScript } });
    await pageHandlers.loadPart({ part: 'bar-menu' }, sender);
    expect(executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7, frameIds: [0] }, files: ['/bar-menu.js'] }],
    ]);
    await expect(pageHandlers.loadPart({ part: 'background' }, sender)).rejects.toThrow();
    expect(executeScript).toHaveBeenCalledOnce();
  });

  it.each([
    ['2026-11-28T12:00:00Z', true],
    ['2026-11-30T12:00:00Z', false],
  ])('tells when the site was asked, and whether %s has a list', async (now, isWeekend) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    expect((await barHandlers.pageBar({}, sender)).checkedAt).toBeUndefined();
    await writePollState({ since: '2026-11-27', failures: 0, lastAnswerAt: 1000 });
    expect(await barHandlers.pageBar({}, sender)).toMatchObject({ isWeekend, checkedAt: 1000 });
  });
});
