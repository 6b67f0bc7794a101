import { expect, it } from 'vitest';
import { changeMany } from '../../../store/actions/change';
import { listSmartLists } from '../../../store/lists/read';
import { deleteSmartList, saveSmartList } from '../../../store/lists/write';
import { openPaper, recordsOf } from '../../../store/records/queries';
import { addTag, decide, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { MemoryRemote } from '../../../sync/remotes/memory';
import { Device } from '../../support/devices';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setUp, sync } from '../../support/synced-devices';

useFreshStore();

const divider = '—';
const list = { id: 'l', name: 'RL', icon: 'list', query: 'rl', order: 'best', isPinned: false };

/** What the reader said on a device, without what is derived. */
const words = (device: Device, ids: readonly string[]) =>
  device.on(async (local) => {
    const said = await local.papers(ids);
    return [...said].map(([id, { words, gone }]) => ({ id, words, gone }));
  });

it('brings two lists together through the storage, and keeps both of two notes', async () => {
  const remote = new MemoryRemote();
  const [one, other] = [new Device('one'), new Device('other')];
  const ids = ['arxiv:0', 'arxiv:1', 'arxiv:2', 'arxiv:3'];
  for (const device of [one, other])
    await device.on(() => sightOn('2026-03-27', 1000, ...ids.slice(0, 3).map((id) => paper(id))));
  await one.on(async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:3', { abstract: 'Only here' }));
    await decide(['arxiv:0', 'arxiv:3'], 'saved', 2000);
    await addTag('arxiv:0', 'rl', 2100);
    await saveNote('arxiv:0', 'Here', 0, divider, 2200);
    await saveSmartList(list, 2000);
  });
  await other.on(async () => {
    await decide(['arxiv:0', 'arxiv:1'], 'saved', 2000);
    await addTag('arxiv:0', 'vision', 2100);
    await saveNote('arxiv:0', 'There', 0, divider, 2300);
  });
  await setUp(one, remote);
  await sync(one, remote);
  await setUp(other, remote);
  const joined = await sync(other, remote);
  expect(joined).toMatchObject({ there: 2, here: 2, both: 1, came: 1 });
  expect(joined.notesApart).toHaveLength(1);
  await sync(one, remote);
  expect(await words(one, ids)).toEqual(await words(other, ids));
  for (const device of [one, other])
    await device.on(async () => {
      expect(await recordsOf(ids)).toMatchObject([
        { id: 'arxiv:0', state: 'unread', tags: ['rl', 'vision'] },
        { id: 'arxiv:1', state: 'unread' },
        expect.objectContaining({ id: 'arxiv:2' }),
        { id: 'arxiv:3', state: 'unread', title: 'Paper arxiv:3' },
      ]);
      const note = (await openPaper('arxiv:0')).note?.text ?? '';
      expect(note).toContain('Here');
      expect(note).toContain('There');
      expect((await openPaper('arxiv:3')).details?.abstract).toBe('Only here');
      expect((await listSmartLists()).map(({ name }) => name)).toEqual(['RL']);
    });
  await one.on(async () => {
    await changeMany(['arxiv:0'], { kind: 'tag', add: [], remove: ['rl'] }, 5000);
    await decide(['arxiv:1'], 'dismissed', 5000);
    await deleteSmartList('l', 5000);
  });
  await other.on(() => star(['arxiv:1'], true, 5100));
  for (const device of [one, other, one]) await sync(device, remote);
  expect(await words(one, ids)).toEqual(await words(other, ids));
  await other.on(async () => {
    expect(await recordsOf(['arxiv:0', 'arxiv:1'])).toMatchObject([
      { tags: ['vision'] },
      { state: 'dismissed', starred: true },
    ]);
    expect(await listSmartLists()).toEqual([]);
  });
  await sync(other, remote);
  await sync(other, remote);
  remote.asked.splice(0);
  await sync(other, remote);
  expect(remote.asked).toEqual(['list h']);
});
