import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { copyText } from '../../lib/clipboard';
import { coalesced } from '../../lib/coalesced';
import { addNotice, onNotice, takeNotices } from '../../lib/notices';
import { readOptions, writeOptions } from '../../lib/options';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.unstubAllGlobals());

describe('a notice', () => {
  it('waits until it is taken, adds up, and is announced', async () => {
    const heard = vi.fn();
    const stop = new AbortController();
    onNotice(heard, stop.signal);
    await addNotice('woken', 2, 1000);
    await addNotice('repaired', 1, 1500);
    await addNotice('woken', 3, 2000);
    await addNotice('repaired', 0, 3000);
    expect(heard).toHaveBeenCalledTimes(3);
    expect(await takeNotices()).toEqual([
      { kind: 'woken', at: 2000, count: 5 },
      { kind: 'repaired', at: 1500, count: 1 },
    ]);
    expect(heard).toHaveBeenCalledTimes(3);
    expect(await takeNotices()).toEqual([]);
    stop.abort();
    await addNotice('woken', 1, 4000);
    expect(heard).toHaveBeenCalledTimes(3);
  });

  it('that is damaged is none', async () => {
    await fakeBrowser.storage.local.set({ 'notice:woken': { at: 'now', count: 2 } });
    await fakeBrowser.storage.local.set({ 'notice:repaired': null });
    expect(await takeNotices()).toEqual([]);
  });
});

describe('the options', () => {
  it.each([
    ['list:abc', 'list:abc'],
    ['new', 'new'],
    ['list:', 'unread'],
    ['everything', 'unread'],
    [7, 'unread'],
  ])('let the badge %s show %s', async (stored, badge) => {
    await fakeBrowser.storage.local.set({ options: { badge: stored } });
    expect((await readOptions()).badge).toBe(badge);
  });

  it('leave an opened paper unread unless the reader says otherwise', async () => {
    await fakeBrowser.storage.local.set({ options: { startsReading: 'yes' } });
    expect((await readOptions()).startsReading).toBe(false);
    await writeOptions({ startsReading: true });
    expect((await readOptions()).startsReading).toBe(true);
  });
});

describe('joined work', () => {
  it('never runs twice at once, and once more after the last call', async () => {
    let [running, most, runs] = [0, 0, 0];
    const work = coalesced(async () => {
      runs += 1;
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    });
    await Promise.all([work(), work(), work()]);
    expect([most, runs]).toEqual([1, 2]);
    await work();
    expect(runs).toBe(3);
  });
});

describe('copying', () => {
  class Item {
    constructor(readonly parts: Record<string, Blob>) {}
  }

  it('copies both forms where the browser takes both', async () => {
    const write = vi.fn<(items: Item[]) => Promise<void>>().mockResolvedValue();
    vi.stubGlobal('ClipboardItem', Item);
    vi.stubGlobal('navigator', { clipboard: { write } });
    await copyText('plain', '<b>rich</b>');
    const parts = write.mock.calls[0]?.[0][0]?.parts ?? {};
    const texts = Object.entries(parts).map(async ([type, blob]) => [type, await blob.text()]);
    expect(await Promise.all(texts)).toEqual([
      ['text/plain', 'plain'],
      ['text/html', '<b>rich</b>'],
    ]);
  });

  it('copies the plain one where it does not', async () => {
    const writeText = vi.fn().mockResolvedValue(undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    await copyText('plain', '<b>rich</b>');
    const write = vi.fn().mockRejectedValue(new Error('NotAllowedError'));
    vi.stubGlobal('ClipboardItem', Item);
    vi.stubGlobal('navigator', { clipboard: { write, writeText } });
    await copyText('plain', '<b>rich</b>');
    await copyText('alone');
    expect(writeText.mock.calls).toEqual([['plain'], ['plain'], ['alone']]);
  });

  it('says so when nothing may be copied', async () => {
    const writeText = vi.fn().mockRejectedValue(new Error('NotAllowedError'));
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    await expect(copyText('plain')).rejects.toThrow('NotAllowedError');
  });
});
