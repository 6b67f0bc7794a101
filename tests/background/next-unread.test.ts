import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openNextUnread } from '../../background/commands/next-unread';
import { showLibrary } from '../../background/commands/open-page';
import { libraryAddress } from '../../lib/library-address';
import { nextUnread } from '../../store/records/next-unread';
import { decide } from '../../store/words/decide';
import { queue } from '../support/paper-changes';
import { save } from '../support/search';
import { paper, useFreshStore } from '../support/store';

useFreshStore();
beforeEach(() => vi.restoreAllMocks());

const ids = ['arxiv:2503.00001', 'arxiv:2503.00002', 'arxiv:2503.00003'];
const pageOf = (id: string | undefined) => `https://huggingface.co/papers/${id?.slice(6)}`;

function onTab(url?: string) {
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7, url }] as never);
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  const update = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
  return { create, update };
}

/** Puts papers among those to read next, in the order of their places. */
async function queueAt(places: Readonly<Record<string, number>>): Promise<void> {
  const sorted = Object.entries(places).sort(([, one], [, other]) => one - other);
  await queue(
    sorted.map(([id]) => id),
    5000,
  );
}

describe('the next unread paper', () => {
  it('is the newest; then the one after that which is shown, round and round', async () => {
    await save(...ids.map((id) => paper(id)));
    expect((await nextUnread())?.id).toBe(ids[2]);
    expect((await nextUnread(ids[2]))?.id).toBe(ids[1]);
    expect((await nextUnread(ids[0]))?.id).toBe(ids[2]);
    expect((await nextUnread('arxiv:1111.11111'))?.id).toBe(ids[2]);
    await decide([ids[2] ?? ''], 'read', 9000);
    expect((await nextUnread(ids[2]))?.id).toBe(ids[1]);
  });

  it('is no other than the one shown when that is the only one', async () => {
    await save(paper(ids[0] ?? ''));
    expect(await nextUnread(ids[0])).toBeUndefined();
  });

  it('passes over none of those saved at the same moment', async () => {
    await save(...ids.map((id) => paper(id)));
    await decide(ids, 'dismissed', 3000);
    await decide(ids, 'unread', 4000);
    const seen = new Set<string | undefined>();
    let shown: string | undefined;
    for (const _ of ids) {
      shown = (await nextUnread(shown))?.id;
      seen.add(shown);
    }
    expect(seen).toEqual(new Set(ids));
  });
});

describe('the queue', () => {
  it('comes first, in its order, without those that are read', async () => {
    await save(...ids.map((id) => paper(id)), paper('arxiv:2503.00004'));
    await decide([ids[1] ?? ''], 'read', 9000);
    await queueAt({ [ids[0] ?? '']: 2, [ids[1] ?? '']: 1, [ids[2] ?? '']: 3 });
    const order = [ids[0], ids[2], 'arxiv:2503.00004', ids[0]];
    let shown: string | undefined;
    for (const id of order) {
      shown = (await nextUnread(shown))?.id;
      expect(shown).toBe(id);
    }
  });
});

describe('the command', () => {
  it('replaces a paper, and nothing else', async () => {
    await save(...ids.map((id) => paper(id)));
    const opened = vi.fn(async () => {});
    const onPaper = onTab(`https://arxiv.org/abs/${ids[2]?.slice(6)}`);
    await openNextUnread(opened);
    expect(onPaper.update).toHaveBeenCalledWith(7, { url: pageOf(ids[1]) });
    expect(opened).toHaveBeenCalledWith(ids[1]);
    vi.restoreAllMocks();
    for (const url of [undefined, 'https://example.org/', 'https://huggingface.co/papers']) {
      const { create, update } = onTab(url);
      await openNextUnread(opened);
      expect(create).toHaveBeenLastCalledWith({ url: pageOf(ids[2]) });
      expect(update).not.toHaveBeenCalled();
    }
  });

  it('says so when nothing is unread', async () => {
    const { create } = onTab();
    const said = vi.spyOn(fakeBrowser.action, 'setTitle');
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const done = openNextUnread(async () => {});
    await vi.waitFor(() =>
      expect(said).toHaveBeenCalledWith({ title: 'Offprint: no other paper is unread' }),
    );
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    await done;
    expect(create).not.toHaveBeenCalled();
  });
});

describe('the library', () => {
  it('is shown in the tab that has it, or else in a new one', async () => {
    const { create, update } = onTab();
    const focus = vi.spyOn(fakeBrowser.windows, 'update').mockResolvedValue({} as never);
    const contexts = vi.fn().mockResolvedValue([]);
    Object.assign(fakeBrowser.runtime, { getContexts: contexts });
    await showLibrary();
    expect(create).toHaveBeenCalledWith({ url: libraryAddress(), active: true });
    contexts.mockResolvedValue([
      { documentUrl: 'chrome-extension://id/options.html', tabId: 1, windowId: 1 },
      { documentUrl: `${libraryAddress({ q: 'a' })}`, tabId: 4, windowId: 2 },
    ]);
    await showLibrary();
    expect(update).toHaveBeenCalledWith(4, { active: true });
    expect(focus).toHaveBeenCalledWith(2, { focused: true });
    expect(create).toHaveBeenCalledTimes(1);
  });
});
