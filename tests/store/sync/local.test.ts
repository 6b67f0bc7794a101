import { describe, expect, it } from 'vitest';
import { listActions } from '../../../store/actions/list';
import { undoLast } from '../../../store/actions/undo';
import { listSmartLists } from '../../../store/lists/read';
import { deleteSmartList, saveSmartList } from '../../../store/lists/write';
import { emptyBin } from '../../../store/records/bin';
import { counts, listTags, openPaper, recordsOf } from '../../../store/records/queries';
import { saveRule } from '../../../store/rules/rules';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { addTag, decide, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { recolourTag } from '../../../store/words/tags';
import type { Dirty, IncomingPaper, Slice } from '../../../sync/local';
import { Device, freshOwn, synced } from '../../support/devices';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const day = '2026-03-27';
const divider = '—';
const list = { id: 'l', name: 'RL', icon: 'list', query: 'rl', order: 'best', isPinned: false };

const nothing: Slice = { papers: [], rows: [], cards: [] };

/** All that is marked on a device, as it comes to another that has never heard of it. */
async function told(device: Device): Promise<Slice> {
  return device.on(async (local) => {
    const dirty = await local.dirty(500);
    const papers = dirty.flatMap((one): IncomingPaper[] => {
      if (one.kind !== 'paper') return [];
      const { id, words, gone } = one;
      return [{ id, before: { words: {} }, after: gone ? { words, gone } : { words } }];
    });
    const rows = dirty.flatMap((one) => (one.kind === 'paper' ? [] : [one]));
    const cards = await local.cards(papers.map(({ id }) => id));
    return { papers, rows, cards };
  });
}

const marked = (device: Device) =>
  device.on(async (local) =>
    (await local.dirty(500)).map(({ kind, id }) => `${kind} ${id}`).sort(),
  );

/** Says that all of it was written. */
const settle = (device: Device, written: readonly Dirty[]) =>
  device.on((local) =>
    local.commit({ own: freshOwn(device.name), documents: new Map(), outbox: [], written }),
  );

describe('what the reader says', () => {
  it('is marked by nobody while nothing is synced', async () => {
    const device = new Device('one');
    await device.on(async (local) => {
      await sightOn(day, 1000, paper('arxiv:0'));
      await decide(['arxiv:0'], 'saved', 2000);
      await saveSmartList(list, 2000);
      expect(await local.dirty(10)).toEqual([]);
      expect(await local.own()).toBeUndefined();
    });
  });

  it('is marked in whatever window once it is, and what sources say is not', async () => {
    const device = await synced('one');
    expect(await marked(device)).toEqual([]);
    await device.on(() => decide(['arxiv:0'], 'saved', 2000));
    await device.on(() => sightOn('2026-03-28', 3000, paper('arxiv:0'), paper('arxiv:7')));
    expect(await marked(device)).toEqual(['paper arxiv:0']);
    await device.on(async () => {
      await saveNote('arxiv:0', 'See Table 3', 0, divider, 4000);
      await star(['arxiv:1'], true, 4000);
      await saveSmartList(list, 4000);
      await addTag('arxiv:0', 'rl', 4000);
      await recolourTag('rl', 120, 4100);
      const value = 'attention';
      await saveRule({ id: 'r', effect: 'follow', subject: 'phrase', value }, 4000);
    });
    expect(await marked(device)).toEqual(
      ['list l', 'look rl', 'paper arxiv:0', 'paper arxiv:1', 'rule r'].sort(),
    );
  });

  it('is marked anew when it is said again while it is being written', async () => {
    const device = await synced('one');
    await device.on(() => decide(['arxiv:0', 'arxiv:1'], 'saved', 2000));
    const before = await device.on((local) => local.dirty(10));
    expect(before).toMatchObject([{ isNew: true }, { isNew: true }]);
    await device.on(() => star(['arxiv:0'], true, 3000));
    await settle(device, before);
    expect(await marked(device)).toEqual(['paper arxiv:0']);
    const [again] = await device.on((local) => local.dirty(10));
    expect(again).toMatchObject({ isNew: true });
    await settle(device, again ? [again] : []);
    await device.on(() => star(['arxiv:0'], false, 4000));
    expect(await device.on((local) => local.dirty(10))).toMatchObject([{ isNew: false }]);
  });

  it('that was said before is marked whole when a device begins anew', async () => {
    const device = new Device('one');
    await device.on(async (local) => {
      await sightOn(day, 1000, ...[0, 1, 2, 3].map((id) => paper(`arxiv:${id}`)));
      await decide(['arxiv:0', 'arxiv:1'], 'saved', 2000);
      await decide(['arxiv:1'], 'deleted', 2100);
      await emptyBin();
      await saveSmartList(list, 2000);
      await deleteSmartList('l', 2100);
      await local.restart(freshOwn('one'), Number.POSITIVE_INFINITY);
      expect(await local.saidIds()).toEqual(['arxiv:0']);
    });
    expect(await marked(device)).toEqual(['list l', 'paper arxiv:0', 'paper arxiv:1']);
  });
});

describe('what came', () => {
  it('is here as it is there, marks nothing, can be taken twice, and is no step to be undone', async () => {
    const [one, other] = [await synced('one'), await synced('other', 1)];
    await one.on(async () => {
      await decide(['arxiv:0', 'arxiv:2'], 'saved', 2000);
      await addTag('arxiv:2', 'rl', 2100);
      await saveNote('arxiv:2', 'See Table 3', 0, divider, 2200);
      await saveSmartList(list, 2000);
      await recolourTag('rl', 120, 2300);
    });
    const slice = await told(one);
    await other.on(async (local) => {
      await local.apply(slice);
      const before = await recordsOf(['arxiv:0', 'arxiv:2']);
      expect(before).toMatchObject([
        { state: 'unread', title: 'Paper arxiv:0' },
        { state: 'unread', tags: ['rl'], hasNote: true, title: 'Paper arxiv:2' },
      ]);
      await local.apply(slice);
      expect(await recordsOf(['arxiv:0', 'arxiv:2'])).toEqual(before);
      expect((await openPaper('arxiv:2')).note?.text).toBe('See Table 3');
      expect((await listSmartLists()).map(({ name }) => name)).toEqual(['RL']);
      expect((await listTags())[0]).toMatchObject({ key: 'rl', hue: 120, count: 1 });
      expect(await counts()).toMatchObject({ unread: 2 });
      expect(await listActions()).toEqual([]);
      expect(await undoLast(9000)).toBeUndefined();
      expect(await findInconsistencies()).toEqual([]);
    });
    expect(await marked(other)).toEqual([]);
  });

  it('waits with what sources say until its paper comes', async () => {
    const [one, other] = [await synced('one'), await synced('other', 0)];
    await one.on(() => decide(['arxiv:2'], 'saved', 2000));
    const { papers, cards } = await told(one);
    await other.on(async (local) => {
      await local.apply({ ...nothing, cards });
      expect(await recordsOf(['arxiv:2'])).toEqual([]);
      await local.apply({ ...nothing, papers });
      expect(await recordsOf(['arxiv:2'])).toMatchObject([{ title: 'Paper arxiv:2' }]);
    });
  });

  it('keeps notes that were written apart, both', async () => {
    const [one, other] = [await synced('one'), await synced('other')];
    for (const [device, text] of [
      [one, 'Here'],
      [other, 'There'],
    ] as const)
      await device.on(async () => {
        await decide(['arxiv:0'], 'saved', 2000);
        await saveNote('arxiv:0', text, 0, divider, 2200);
      });
    const slice = await told(one);
    await other.on(async (local) => {
      await local.apply(slice);
      const text = (await openPaper('arxiv:0')).note?.text ?? '';
      expect(text).toContain('Here');
      expect(text).toContain('There');
      expect(await findInconsistencies()).toEqual([]);
    });
  });

  it('takes a paper away that was purged there, with its words, and not what was said here since', async () => {
    const [one, other] = [await synced('one'), await synced('other')];
    await one.on(() => decide(['arxiv:0', 'arxiv:1'], 'saved', 2000));
    const before = await told(one);
    await other.on((local) => local.apply(before));
    await one.on(async () => {
      await decide(['arxiv:0', 'arxiv:1'], 'deleted', 3000);
      await emptyBin();
    });
    const after = await told(one);
    const papers = after.papers.map((paper) => ({
      ...paper,
      before: before.papers.find(({ id }) => id === paper.id)?.after ?? paper.before,
    }));
    await other.on(async (local) => {
      await star(['arxiv:1'], true, 4000);
      await local.apply({ ...nothing, papers });
      await local.apply({ ...nothing, papers });
      expect(await recordsOf(['arxiv:0', 'arxiv:1'])).toMatchObject([
        { id: 'arxiv:1', starred: true },
      ]);
      expect(await counts()).toMatchObject({ unread: 0 });
      expect(await findInconsistencies()).toEqual([]);
      expect((await local.papers(['arxiv:0'])).get('arxiv:0')).toEqual(papers[0]?.after);
    });
  });

  it('is said again and marked where the reader keeps what is here', async () => {
    const [one, other] = [await synced('one'), await synced('other')];
    for (const device of [one, other]) await device.on(() => decide(['arxiv:0'], 'saved', 2000));
    await one.on(() => decide(['arxiv:0'], 'dismissed', 3000));
    const slice = await told(one);
    const written = await other.on((local) => local.dirty(10));
    await settle(other, written);
    const papers = slice.papers.map((paper) => ({ ...paper, isKept: true }));
    await other.on(async (local) => {
      await local.apply({ ...nothing, papers });
      expect(await recordsOf(['arxiv:0'])).toMatchObject([{ state: 'unread' }]);
    });
    expect(await marked(other)).toEqual(['paper arxiv:0']);
  });
});
