import type { IDBPTransaction } from 'idb';
import { announceChange } from '../lib/changes';
import { forgetDeckSession } from '../lib/deck-session';
import { forgetMissedDays } from '../lib/poll-state';
import { copyOf, merge, rowsOf } from '../papers/merge';
import type { Note } from '../papers/note';
import type { PaperId } from '../papers/paper';
import type { PaperDetails, PaperRecord } from '../papers/record';
import type { Rule } from '../papers/rules/rule';
import { tagKey } from '../papers/tag-key';
import { cleanTags } from '../papers/tags';
import { connection, forgetDevice } from './connection';
import { addDecisions, asKept, type KeptDecision } from './decisions/kept';
import { storeError } from './errors';
import { putRows, readRows } from './join';
import { forgetJudgedBy } from './rule-marker';
import { judge } from './rule-verdicts';
import { withCleanTags } from './rules';
import { type OffprintSchema, type SmartList, storeNames, type TagLook } from './schema';
import { lookOf } from './tag-looks';
import { dropTombstone, findTombstone } from './tombstones';
import { type Writer, write } from './writer';

/** Everything that is kept, apart from what can be derived. */
export interface Contents {
  readonly papers: readonly PaperRecord[];
  readonly details: readonly PaperDetails[];
  readonly notes: readonly Note[];
  readonly lists: readonly SmartList[];
  /** Those that the reader gave a hue. */
  readonly tags: readonly TagLook[];
  readonly rules: readonly Rule[];
  /** What was decided, oldest first. */
  readonly decisions: readonly KeptDecision[];
}

/**
 * Reads the whole store as of one moment, or what it holds of some papers.
 * @param ids Canonical ids or aliases; those not stored are left out.
 * @throws StoreError
 */
export async function readContents(ids?: readonly PaperId[]): Promise<Contents> {
  try {
    const names = ['papers', 'details', 'notes', 'lists', 'tags', 'rules', 'decisions'] as const;
    const transaction = (await connection()).transaction(names);
    if (ids) return await readSelection(transaction, ids);
    const [papers, details, notes, lists, rows, rules, decisions] = await Promise.all([
      transaction.objectStore('papers').getAll(),
      transaction.objectStore('details').getAll(),
      transaction.objectStore('notes').getAll(),
      transaction.objectStore('lists').getAll(),
      transaction.objectStore('tags').getAll(),
      transaction.objectStore('rules').getAll(),
      transaction.objectStore('decisions').getAll(),
    ]);
    const tags = rows.filter(({ hue }) => hue !== undefined).map(({ count: _, ...look }) => look);
    return { papers, details, notes, lists, tags, rules, decisions: asKept(decisions) };
  } catch (cause) {
    throw storeError(cause);
  }
}

/**
 * Merges a backup into what is there, in one transaction, as anything that is known of a paper is
 * merged: see `merge`. Rules judge what was merged; that new rules judge the rest is for
 * `refreshVerdicts`.
 * @returns How many papers the backup held that were not here before.
 * @throws StoreError with nothing changed.
 */
export function mergeContents(contents: Contents): Promise<number> {
  return write(async (writer) => {
    const notes = new Map(contents.notes.map((note) => [note.id, note]));
    const details = new Map(contents.details.map((detail) => [detail.id, detail]));
    let added = 0;
    const restored: PaperId[] = [];
    for (const paper of contents.papers) {
      const clean = { ...paper, tags: cleanTags(paper.tags) };
      const copy = copyOf(clean, details.get(paper.id), notes.get(paper.id));
      const before = await findAny(writer, paper);
      if (!before) added += 1;
      const stored = before && (await readRows(writer, before));
      const whole = stored ? merge(copyOf(stored.record, stored.details, stored.note), copy) : copy;
      const rows = rowsOf(whole, before, writer.divider);
      await putRows(writer, before, rows);
      restored.push(rows.record.id);
      const buried = await findTombstone(writer, paper);
      if (buried) dropTombstone(writer, buried);
    }
    await restoreAbsent(writer, 'lists', contents.lists);
    await restoreAbsent(writer, 'rules', contents.rules.map(withCleanTags));
    await restoreHues(writer, contents.tags);
    await addDecisions(writer, contents.decisions);
    for (const id of restored) await judge(writer, id);
    return added;
  });
}

/** What is here of a paper of the file, by any of its ids. */
async function findAny(
  writer: Writer,
  { id, aliases = [] }: PaperRecord,
): Promise<PaperRecord | undefined> {
  for (const one of [id, ...aliases]) {
    const record = await writer.find(one);
    if (record) return record;
  }
  return undefined;
}

/**
 * Deletes everything, tombstones and the deck's session included.
 * @throws StoreError
 */
export async function deleteEverything(): Promise<void> {
  await forgetJudgedBy();
  forgetDevice();
  try {
    const transaction = (await connection()).transaction(storeNames, 'readwrite');
    await Promise.all(storeNames.map((name) => transaction.objectStore(name).clear()));
    await transaction.done;
  } catch (cause) {
    throw storeError(cause);
  }
  await Promise.all([forgetMissedDays(), forgetDeckSession()]);
  await announceChange('all');
}

type Reading = IDBPTransaction<
  OffprintSchema,
  readonly ['papers', 'details', 'notes', 'lists', 'tags', 'rules', 'decisions'],
  'readonly'
>;

async function readSelection(transaction: Reading, wanted: readonly PaperId[]): Promise<Contents> {
  const store = transaction.objectStore('papers');
  const found = await Promise.all(
    wanted.map(async (id) => (await store.get(id)) ?? (await store.index('alias').get(id))),
  );
  const papers = [
    ...new Map(found.flatMap((paper) => (paper ? [[paper.id, paper]] : []))).values(),
  ];
  const ids = papers.map(({ id }) => id);
  const [details, notes] = await Promise.all([
    Promise.all(ids.map((id) => transaction.objectStore('details').get(id))),
    Promise.all(ids.map((id) => transaction.objectStore('notes').get(id))),
  ]);
  return {
    papers,
    details: details.filter((detail) => detail !== undefined),
    notes: notes.filter((note) => note !== undefined),
    lists: [],
    tags: [],
    rules: [],
    decisions: [],
  };
}

/** Of a list, a rule or a hue that is here as well, ours stands: none says when it was changed. */
async function restoreAbsent<Name extends 'lists' | 'rules'>(
  writer: Writer,
  name: Name,
  rows: readonly OffprintSchema[Name]['value'][],
): Promise<void> {
  const store = writer.transaction.objectStore(name);
  const known = new Set<string>(await store.getAllKeys());
  for (const row of rows) if (!known.has(row.id)) await store.put(row);
}

async function restoreHues(writer: Writer, tags: readonly TagLook[]): Promise<void> {
  const store = writer.transaction.objectStore('tags');
  const named = tags.flatMap(({ name, hue }) =>
    cleanTags([name]).map((one) => ({ name: one, hue })),
  );
  for (const { name, hue } of named) {
    const key = tagKey(name);
    const stored = await store.get(key);
    if (stored?.hue === undefined) writer.tags.look(lookOf(key, stored?.name ?? name, hue));
  }
}
