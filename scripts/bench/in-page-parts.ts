import { changeMany } from '../../store/actions/change';
import { connection, type Database } from '../../store/database/connection';
import { answers, bare } from '../../store/database/requests';
import { journalStore, writtenStores } from '../../store/database/schema';
import { listSaved } from '../../store/records/queries';
import { saveNote } from '../../store/words/notes';

/** Rows by their stores, as they are read and put back. */
type Name = 'papers' | 'notes' | 'details' | typeof journalStore | 'tags' | 'months';
type Rows = readonly (readonly [name: Name, key: string])[];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Reads some rows at once in a transaction as every change of papers opens it, and puts some of them back. */
async function readAndPut(database: Database, read: Rows, puts: Rows): Promise<void> {
  const transaction = database.transaction(writtenStores, 'readwrite');
  const rows = await answers(
    read.map(([name, key]) => bare(transaction, name).get(key) as IDBRequest<unknown>),
  );
  for (const [name, key] of puts) {
    const at = read.findIndex(([store, id]) => store === name && id === key);
    const row = rows[at];
    if (row !== undefined) bare(transaction, name).put(row as never);
  }
  transaction.commit();
  await transaction.done;
}

async function barePut(database: Database, id: string): Promise<number> {
  const record = await database.get('papers', id);
  if (!record) throw new Error('The paper is gone');
  return timed(async () => {
    const transaction = database.transaction('papers', 'readwrite');
    void transaction.store.put(record);
    await transaction.done;
  });
}

/** What a note and a tag take, part by part: each step does what the one before it does, and something more. */
export const partsBench = {
  /** @returns ms of each step, in turns with the others. */
  async steps(run: number): Promise<Record<string, number>> {
    const database = await connection();
    const id = (await listSaved({}, 50)).papers.at(run % 50)?.id ?? '';
    const { tags = [] } = (await database.get('papers', id)) ?? {};
    const note = await database.get('notes', id);
    const [month] = (await database.getAllKeys('months')).slice(-1);
    const paper = [['papers', id]] as const;
    const noted = [...paper, ['notes', id], [journalStore, id]] as const;
    const tagged = [
      ...paper,
      [journalStore, id],
      ['tags', 'kept'],
      ['months', month ?? ''],
    ] as const;
    const has = tags.includes('kept');
    const change = { kind: 'tag', add: has ? [] : ['kept'], remove: has ? ['kept'] : [] } as const;
    const text = `Compare with our own numbers, part ${run}.`;
    // First, so that there are rows of it that the steps can put back.
    const noteSaved = await timed(() => saveNote(id, text, note?.updatedAt ?? 0, '', Date.now()));
    const tagSaved = await timed(() => changeMany([id], change, Date.now()));
    const step = (read: Rows, puts: Rows) => timed(() => readAndPut(database, read, puts));
    const whole = [...noted, ['details', id]] as const;
    return {
      'one row put, the limit': await barePut(database, id),
      'the row read first': await step(paper, paper),
      'note: and its note, details and search text read': await step(whole, paper),
      'note: and three rows put': await step(whole, noted),
      'note: saved': noteSaved,
      'tag: and its tag, month and search text read': await step(tagged, paper),
      'tag: and four rows put': await step(tagged, tagged),
      'tag: saved': tagSaved,
    };
  },
};
