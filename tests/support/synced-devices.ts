import { expect } from 'vitest';
import { canonical } from '../../papers/words/stamp';
import { pagesOf } from '../../store/database/pages';
import { withDatabase } from '../../store/database/with-database';
import { saidStores } from '../../store/sync/read';
import { rowOfLook, saidOf } from '../../store/sync/said';
import { toolsFor } from '../../store/sync/tools';
import { findInconsistencies } from '../../store/upkeep/consistency';
import type { MemoryRemote } from '../../sync/remotes/memory';
import type { Done, Outcome } from '../../sync/round/report';
import { round } from '../../sync/round/round';
import { createdVault, joinedVault, vaultIn } from '../../sync/set-up';
import type { Device } from './devices';

const { signal } = new AbortController();
const code = 'a code';

const toolsOf = (device: Device, remote: MemoryRemote) =>
  toolsFor(device.local, remote, { app: '0.1.0', signal });

/** Has a device begin a vault, or join the one that is there. */
export async function setUp(device: Device, remote: MemoryRemote): Promise<void> {
  await device.on(async (local) => {
    const tools = toolsOf(device, remote);
    const file = await vaultIn(tools);
    const own = file
      ? await joinedVault(tools, file, code, device.name)
      : await createdVault(tools, code, device.name);
    await local.restart(own, Number.POSITIVE_INFINITY);
  });
}

/** Does a round, which has to go well; where much would go the reader says that it may. */
export async function sync(device: Device, remote: MemoryRemote): Promise<Done> {
  return device.on(async () => {
    const tools = toolsOf(device, remote);
    let outcome: Outcome = await round(tools);
    if (outcome.kind === 'stopped')
      outcome = await round(tools, { answer: { plan: outcome.plan, choice: 'apply' } });
    expect(outcome).toMatchObject({ kind: 'done' });
    expect(await findInconsistencies()).toEqual([]);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    return outcome.done;
  });
}

/** All that the reader ever said here, as texts by what it is about, as marks name it: `paper ID`, `list ID`. */
export async function allSaid(): Promise<ReadonlyMap<string, string>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(saidStores);
    const [lists, rules, tags, notes] = await Promise.all([
      transaction.objectStore('lists').getAll(),
      transaction.objectStore('rules').getAll(),
      transaction.objectStore('tags').getAll(),
      transaction.objectStore('notes').getAll(),
    ]);
    const noteOf = new Map(notes.map((note) => [note.id, note]));
    const said = new Map<string, string>();
    for (const row of lists) said.set(`list ${row.id}`, canonical(row));
    for (const row of rules) said.set(`rule ${row.id}`, canonical(row));
    for (const tag of tags) if (tag.stamp) said.set(`look ${tag.key}`, canonical(rowOfLook(tag)));
    const papers = transaction.objectStore('papers');
    const pages = pagesOf(
      (range, most) => papers.getAll(range, most),
      ({ id }) => id,
      500,
    );
    for await (const page of pages)
      for (const record of page) {
        const { words } = saidOf(record, noteOf.get(record.id));
        if (Object.keys(words).length) said.set(`paper ${record.id}`, canonical(words));
      }
    return said;
  });
}

/** What differs between two of these, by what it is about. */
export function changesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}

/** All that is marked here, cards apart, in the same way. */
export async function allMarked(): Promise<readonly string[]> {
  const marks = await withDatabase((database) => database.getAll('dirty'));
  return marks.filter(({ kind }) => kind !== 'card').map(({ kind, id }) => `${kind} ${id}`);
}
