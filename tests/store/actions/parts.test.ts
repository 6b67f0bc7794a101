import { describe, expect, it, vi } from 'vitest';
import type { Change } from '../../../papers/change';
import { everythingMet } from '../../../scripts/library/reader';
import { changeMany } from '../../../store/actions/change';
import { sliceSize } from '../../../store/actions/in-slices';
import { listActions, unfinishedActions } from '../../../store/actions/list';
import { holdAction } from '../../../store/actions/live';
import { stopAction } from '../../../store/actions/recording';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { counts, listTags } from '../../../store/records/queries';
import { write } from '../../../store/records/writer';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { decide } from '../../../store/words/decide';
import { everything, fillLibrary, sightMany } from '../../support/library';
import { useFreshStore } from '../../support/store';

useFreshStore();

const later = 1e13;

describe('an action on papers of every kind', () => {
  it('is whole, tells how far it is, and is undone whole', async () => {
    const total = 3 * sliceSize;
    const ids = await fillLibrary(total, everythingMet);
    const before = await everything();
    const seen: number[] = [];
    const { action = 0, changed: count } = await changeMany(
      ids,
      { kind: 'state', to: 'reading' },
      later,
      { onProgress: (done) => seen.push(done) },
    );
    expect((await counts()).reading).toBe(total);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(seen).toHaveLength(3);
    expect(await listActions()).toMatchObject([{ stage: 'done', done: count, total }]);
    expect(await unfinishedActions()).toEqual([]);
    expect(await undoAction(action, later + 1)).toMatchObject({ count, left: 0 });
    expect(await everything()).toEqual(before);
  });
});

describe('an action of several parts', () => {
  const count = sliceSize * 3;
  const save: Change = { kind: 'state', to: 'unread' };

  it('is stopped between two parts, agrees with itself, and can be undone', async () => {
    const ids = await sightMany(count);
    const stop = new AbortController();
    const outcome = await changeMany(ids, save, 2000, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(outcome).toMatchObject({ changed: sliceSize, isWhole: false });
    expect(await findInconsistencies()).toEqual([]);
    expect((await counts()).unread).toBe(sliceSize);
    expect(await listActions()).toMatchObject([
      { stage: 'stopped', done: sliceSize, total: count },
    ]);
    await undoLast(3000);
    expect((await counts()).unread).toBe(0);
  });

  it('that is cut off says how far it came, and is undone in several goes', async () => {
    const ids = await sightMany(count);
    const cutOff = new Error('the page is gone');
    let parts = 0;
    const running = changeMany(ids, save, 2000, {
      onProgress: () => {
        parts += 1;
        if (parts === 2) throw cutOff;
      },
    });
    await expect(running).rejects.toBe(cutOff);
    // What a page that died could not write.
    await write(async (writer) => {
      const actions = writer.transaction.objectStore('actions');
      const action = await actions.get(1);
      if (action) await actions.put({ ...action, stage: 'running' });
    });
    expect(await findInconsistencies()).toEqual([]);
    expect(await unfinishedActions()).toMatchObject([{ id: 1, done: 2 * sliceSize, total: count }]);
    const release = holdAction(1);
    expect(await unfinishedActions()).toEqual([]);
    release();
    const stop = new AbortController();
    const part = { signal: stop.signal, onProgress: () => stop.abort() };
    expect(await undoAction(1, 3000, part)).toMatchObject({ count: sliceSize, left: 0 });
    expect(await findInconsistencies()).toEqual([]);
    expect(await listActions()).toMatchObject([{ stage: 'stopped', done: sliceSize }]);
    expect(await undoAction(1, 3100)).toMatchObject({ count: sliceSize, left: 0 });
    expect(await unfinishedActions()).toEqual([]);
    expect(await counts()).toMatchObject({ unread: 0, new: count });
  });

  it('left where it was cut off is no longer asked about', async () => {
    const ids = await sightMany(sliceSize + 1);
    const seen: unknown[] = [];
    await changeMany(ids, save, 2000, {
      onProgress: (done) => void (done === sliceSize && seen.push(done)),
    });
    await write(async (writer) => {
      const actions = writer.transaction.objectStore('actions');
      const action = await actions.get(1);
      if (action) await actions.put({ ...action, stage: 'undoing' });
    });
    expect(await unfinishedActions()).toHaveLength(1);
    await stopAction(1);
    expect(await unfinishedActions()).toEqual([]);
    expect(await undoAction(1, 3000)).toMatchObject({ count: sliceSize + 1, left: 0 });
  });

  it('stops when another window undoes it', async () => {
    const ids = await sightMany(count);
    let undoing: Promise<unknown> | undefined;
    const outcome = await changeMany(ids, save, 2000, {
      onProgress: () => {
        undoing ??= undoAction(1, 2500);
      },
    });
    await undoing;
    expect(outcome.isWhole).toBe(false);
    expect(await counts()).toMatchObject({ unread: 0, new: count });
  });

  it('undone by two windows at once is undone once', async () => {
    const ids = await sightMany(count);
    await changeMany(ids, save, 2000);
    const undone = await Promise.all([undoAction(1, 3000), undoAction(1, 3000)]);
    expect(undone[0].count + undone[1].count).toBe(count);
    await decide(ids.slice(0, 1), 'unread', 4000);
    expect(await undoAction(1, 5000)).toEqual({ count: 0, left: 0 });
    expect((await counts()).unread).toBe(1);
  });

  it('beside another on the same papers ends as one after the other', async () => {
    const ids = await sightMany(count);
    const [one, other] = await Promise.all([
      changeMany(ids, { kind: 'tag', add: ['one'], remove: [] }, 2000),
      changeMany(ids, save, 2000),
      changeMany(ids, { kind: 'tag', add: ['other'], remove: [] }, 2000),
    ]);
    expect([one.changed, other.changed]).toEqual([count, count]);
    const tags = (await listTags()).map(({ key, count: used }) => [key, used]);
    expect(tags).toEqual([
      ['one', count],
      ['other', count],
    ]);
    await undoAction(one.action ?? 0, 3000);
    expect((await listTags()).map(({ key }) => key)).toEqual(['other']);
  });

  it('on a full disk keeps what is done, and says that it stopped', async () => {
    const ids = await sightMany(count);
    const put = IDBObjectStore.prototype.put;
    let parts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given: Parameters<typeof put>
    ) {
      if (this.name === 'steps') parts += 1;
      if (this.name === 'steps' && parts === 2) throw new DOMException('', 'QuotaExceededError');
      return Reflect.apply(put, this, given);
    });
    await expect(changeMany(ids, save, 2000)).rejects.toMatchObject({ code: 'full' });
    vi.restoreAllMocks();
    expect(await listActions()).toMatchObject([{ stage: 'stopped', done: sliceSize }]);
    expect((await counts()).unread).toBe(sliceSize);
  });
});
