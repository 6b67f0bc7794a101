import { afterEach, expect, it, vi } from 'vitest';
import { saveSmartList } from '../../../store/lists/write';
import { emptyBin } from '../../../store/records/bin';
import { StoreLocal } from '../../../store/sync/local';
import { toolsFor } from '../../../store/sync/tools';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { addTag, decide, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import type { Own } from '../../../sync/local';
import { MemoryRemote } from '../../../sync/remotes/memory';
import { round } from '../../../sync/round/round';
import { createdVault, joinedVault, vaultIn } from '../../../sync/set-up';
import { Device } from '../../support/devices';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();
afterEach(() => {
  vi.restoreAllMocks();
});

const { signal } = new AbortController();
const divider = '—';
const ids = ['arxiv:0', 'arxiv:1', 'arxiv:2', 'arxiv:3'];
const list = { id: 'l', name: 'RL', icon: 'list', query: 'rl', order: 'best', isPinned: false };

const toolsOf = (local: StoreLocal, remote: MemoryRemote) =>
  toolsFor(local, remote, { app: '0.1.0', signal });

const wordsOf = (device: Device) =>
  device.on(async (local) => [...(await local.papers(ids))].map(([id, said]) => [id, said]));

/** A storage with the list of one device, and what another is that joins it. */
async function published(): Promise<{ one: Device; remote: MemoryRemote; joining: Own }> {
  const [one, remote] = [new Device('one'), new MemoryRemote()];
  await one.on(async (local) => {
    await sightOn('2026-03-27', 1000, ...ids.map((id) => paper(id)));
    await decide(ids, 'saved', 2000);
    await addTag('arxiv:0', 'rl', 2100);
    await saveNote('arxiv:0', 'Here', 0, divider, 2200);
    await decide(['arxiv:3'], 'deleted', 2300);
    await emptyBin();
    await saveSmartList(list, 2000);
    const tools = toolsOf(local, remote);
    await local.restart(await createdVault(tools, 'a code', 'one'), Number.POSITIVE_INFINITY);
    expect(await round(tools)).toMatchObject({ kind: 'done' });
  });
  const file = await vaultIn({ remote, signal });
  if (!file) throw new Error('no vault');
  const tools = toolsOf(one.local, remote);
  return { one, remote, joining: await joinedVault(tools, file, 'a code', 'other') };
}

interface Killed {
  wasKilled: boolean;
}

/** Has no transaction begin after so many that write. */
function killBefore(nth: number): Killed {
  const killed = { wasKilled: false };
  const begin = IDBDatabase.prototype.transaction;
  let left = nth;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    names,
    mode,
    ...rest
  ) {
    if (mode === 'readwrite') left -= 1;
    killed.wasKilled ||= left < 0;
    if (killed.wasKilled) throw new Error('killed');
    return begin.call(this, names, mode, ...rest);
  });
  return killed;
}

/** Has nothing written after so many rows, in the middle of a transaction. */
function killWithin(nth: number): Killed {
  const killed = { wasKilled: false };
  const put = IDBObjectStore.prototype.put;
  let left = nth * 3;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    left -= 1;
    killed.wasKilled ||= left < 0;
    if (killed.wasKilled) throw new Error('killed');
    return put.apply(this, given);
  });
  return killed;
}

it.each([
  ['before a transaction', killBefore],
  ['within one', killWithin],
])('a round that is killed %s is repaired by the next', async (_, kill) => {
  const { one, remote: whole, joining } = await published();
  let kills = 0;
  for (let nth = 0; ; nth += 1) {
    const remote = new MemoryRemote();
    for (const [path, { bytes }] of whole.files) remote.keep(path, bytes);
    const other = new Device('other');
    await other.on(async (local) => {
      await sightOn('2026-03-27', 1000, ...ids.slice(0, 2).map((id) => paper(id)));
      await decide(ids.slice(0, 2), 'saved', 2050);
      await saveNote('arxiv:0', 'There', 0, divider, 2300);
      await local.restart(joining, Number.POSITIVE_INFINITY);
    });
    const killed = kill(nth);
    await other.on(() =>
      round(toolsOf(new StoreLocal({ now: () => 9000 }), remote)).catch(() => {}),
    );
    vi.restoreAllMocks();
    if (!killed.wasKilled) break;
    kills += 1;
    await other.on(async (local) => {
      await star(['arxiv:1'], true, 5000);
      expect(await round(toolsOf(local, remote))).toMatchObject({ kind: 'done' });
      expect(await findInconsistencies()).toEqual([]);
      expect(await local.dirty(10)).toEqual([]);
      expect(await local.outbox()).toEqual([]);
    });
    const said = new Map((await wordsOf(other)) as [string, { words: object; gone?: object }][]);
    expect(said.get('arxiv:3')).toMatchObject({ words: {}, gone: {} });
    expect(said.get('arxiv:1')).toMatchObject({ words: { starred: { value: true } } });
    const note = JSON.stringify(said.get('arxiv:0'));
    for (const text of ['Here', 'There', '"rl"']) expect(note).toContain(text);
  }
  expect(kills).toBeGreaterThan(4);
  expect(await wordsOf(one)).toHaveLength(ids.length);
});
