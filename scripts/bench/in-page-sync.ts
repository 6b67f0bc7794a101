import { changeSyncState } from '../../lib/sync-state';
import { connection } from '../../store/database/connection';
import { listSaved } from '../../store/records/queries';
import { disconnect } from '../../store/sync/disconnect';
import { StoreLocal } from '../../store/sync/local';
import { keepSynced, readOwn } from '../../store/sync/synced';
import { toolsFor } from '../../store/sync/tools';
import { decide } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { Document } from '../../sync/documents/document';
import { allDocuments } from '../../sync/documents/names';
import { MemoryRemote } from '../../sync/remotes/memory';
import { newDevice } from '../../sync/round/ready';
import { round } from '../../sync/round/round';
import { createdVault } from '../../sync/set-up';
import { MemoryLocal } from '../../tests/support/sync/memory-local';

/** What a round asked of the storage. */
export interface Asked {
  readonly requests: number;
  /** Bytes of what was sent and of what came, in kB. */
  readonly kB: number;
}

/** A storage that answers at once. */
const remote = new MemoryRemote();
const { signal } = new AbortController();
const told = { app: '0', signal };
const local = () => new StoreLocal({ now: Date.now });
const noted = 'x'.repeat(300);

async function savedId(run: number): Promise<string> {
  const { papers } = await listSaved({}, 50);
  const id = papers.at(run % papers.length)?.id;
  if (id === undefined) throw new Error('The list is empty');
  return id;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function roundOf(local: StoreLocal | MemoryLocal): Promise<boolean> {
  const outcome = await round(toolsFor(local, remote, told));
  if (outcome.kind !== 'done') throw new Error(`The round ended as ${outcome.kind}`);
  return outcome.done.isMore;
}

/** What is asked for while something is done; packs of what sources say apart, where only words count. */
async function asked(work: () => Promise<unknown>, isOfWords = false): Promise<Asked> {
  remote.asked.length = 0;
  await work();
  const all = remote.asked
    .map((one) => one.split(' '))
    .filter(([, path = '']) => !isOfWords || !/\/c-/.test(path));
  const bytes = all.map(([method, path = '']) =>
    method === 'get' || method === 'put' ? (remote.files.get(path)?.bytes.length ?? 0) : 0,
  );
  return { requests: all.length, kB: bytes.reduce((sum, size) => sum + size, 0) / 1000 };
}

/** The tools for the sync. */
export const syncBench = {
  /** Sets the sync up and publishes the list; the ms that took. */
  async syncBegin(_run: number): Promise<number> {
    const here = local();
    const own = await createdVault(toolsFor(here, remote, told), 'a code', 'here');
    await here.restart(own, Number.POSITIVE_INFINITY);
    const ms = await timed(() => roundOf(here));
    // Until it knows that nothing is new.
    for (let count = 0; count < 2; count += 1) await roundOf(here);
    return ms;
  },

  /** A round in which there is nothing new. */
  syncNothing(_run: number): Promise<Asked> {
    return asked(() => roundOf(local()));
  },

  /** A round that publishes one note; the one after it looks at its own head again. */
  async syncNote(run: number): Promise<Asked> {
    const id = await savedId(run);
    const note = await (await connection()).get('notes', id);
    await saveNote(id, `${noted}${run}`, note?.updatedAt ?? 0, '', Date.now());
    const cost = await asked(() => roundOf(local()));
    await roundOf(local());
    return cost;
  },

  /** A device that joins with no list of its own, until it has all words. */
  async syncJoin(run: number): Promise<Asked> {
    const own = await readOwn();
    if (!own) throw new Error('Nothing is synced');
    const { file, keys } = own;
    const joining = new MemoryLocal(`other${run}`, Date.now);
    const tools = toolsFor(joining, remote, told);
    await joining.restart(newDevice(tools, { file, keys, name: 'other' }));
    const files = new Set(remote.files.keys());
    const cost = await asked(() => roundOf(joining), true);
    // Those to come meet the same storage.
    for (const path of [...remote.files.keys()]) if (!files.has(path)) remote.files.delete(path);
    return cost;
  },

  /** All documents opened, as they lie in the store. */
  async loadDocuments(_run: number): Promise<number> {
    const own = await readOwn();
    if (!own) throw new Error('Nothing is synced');
    const here = local();
    let words = 0;
    const ms = await timed(async () => {
      for (const at of allDocuments)
        words += new Document(await here.document(at), own).ids().length;
    });
    if (words === 0) throw new Error('The documents are empty');
    return ms;
  },

  /** Their bytes read at once. */
  async bareDocuments(_run: number): Promise<number> {
    const database = await connection();
    return timed(() => database.getAll('documents'));
  },

  /** Has what is said be noted for other devices, or not. */
  async syncSwitch(isSynced: boolean): Promise<number> {
    await keepSynced(isSynced);
    await changeSyncState({ since: isSynced ? Date.now() : undefined });
    await connection();
    return 0;
  },

  /** A decision, as pages make it. */
  async syncDecide(run: number): Promise<number> {
    const id = await savedId(run);
    const record = await (await connection()).get('papers', id);
    const to = record?.state === 'unread' ? 'read' : 'unread';
    return timed(() => decide([id], to, Date.now()));
  },

  /** Leaves the sync. */
  async syncEnd(_run: number): Promise<number> {
    await disconnect();
    remote.files.clear();
    return 0;
  },
};
