import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readContents } from '../../../store/backup/contents';
import { journalStore } from '../../../store/database/schema';
import { counts } from '../../../store/records/queries';
import { decideOnPage } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { paper, useFreshStore } from '../../support/store';

useFreshStore();
afterEach(() => vi.restoreAllMocks());

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;

/** The disk is full for one object store from now on. */
function fillDiskFor(store: string): void {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore & { name: string },
    ...given: unknown[]
  ) {
    if (this.name === store) throw new DOMException('no space', 'QuotaExceededError');
    return Reflect.apply(put, this, given);
  });
}

describe('on a full disk', () => {
  it.each(['papers', 'details', journalStore, 'counters', 'months'])(
    'a save that fails at %s is refused with the reason, and nothing of it is kept',
    async (store) => {
      await decideOnPage(paper('arxiv:1'), 'unread', visit, 1100);
      const before = await readContents();
      fillDiskFor(store);
      const saving = decideOnPage(paper('arxiv:2'), 'unread', visit, 1200);
      await expect(saving).rejects.toMatchObject({ code: 'full' });
      vi.restoreAllMocks();
      expect(await readContents()).toEqual(before);
      expect((await counts()).unread).toBe(1);
    },
  );

  it('a note that cannot be kept leaves the old one', async () => {
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 1100);
    await saveNote('arxiv:1', 'old', 0, '—', 1200);
    const before = await readContents();
    fillDiskFor('notes');
    await expect(saveNote('arxiv:1', 'new', 1200, '—', 1300)).rejects.toMatchObject({
      code: 'full',
    });
    vi.restoreAllMocks();
    expect(await readContents()).toEqual(before);
  });
});
