import type { IDBPTransaction } from 'idb';
import { announceChange } from '../lib/changes';
import { forgetDeckSession } from '../lib/deck-session';
import { forgetMissedDays } from '../lib/poll-state';
import { mergeDetails } from '../papers/merge';
import { mergeOwn } from '../papers/merge-own';
import { coherent } from '../papers/own';
import type { PaperId } from '../papers/paper';
import type { PaperDetails, PaperRecord } from '../papers/record';
import type { Rule } from '../papers/rules/rule';
import { tagKey } from '../papers/tag-key';
import { cleanTags } from '../papers/tags';
import { connection } from './connection';
import { storeError } from './errors';
import { forgetJudgedBy } from './rule-marker';
import { judge } from './rule-verdicts';
import { withCleanTags } from './rules';
import {
  type Note,
  type OffprintSchema,
  type Sighting,
  type SmartList,
  storeNames,
  type TagLook,
} from './schema';
import { lookOf } from './tag-looks';
import { dropTombstone, findTombstone } from './tombstones';
import { type Writer, write } from './writer';

/** Everything that is kept, apart from what can be derived. */
export interface Contents {
  readonly papers: readonly PaperRecord[];
  readonly details: readonly PaperDetails[];
  readonly notes: readonly Note[];
  readonly sightings: readonly Sighting[];
  readonly lists: readonly SmartList[];
  /** Those that the reader gave a hue. */
  readonly tags: readonly TagLook[];
  readonly rules: readonly Rule[];
}

/**
 * Reads the whole store as of one moment, or what it holds of some papers.
 * @param ids Canonical ids or aliases; those not stored are left out.
 * @throws StoreError
 */
export async function readContents(ids?: readonly PaperId[]): Promise<Contents> {
  try {
    const names = ['papers', 'details', 'notes', 'sightings', 'lists', 'tags', 'rules'] as const;
    const transaction = (await connection()).transaction(names);
    if (ids) return await readSelection(transaction, ids);
    const [papers, details, notes, sightings, lists, rows, rules] = await Promise.all([
      transaction.objectStore('papers').getAll(),
      transaction.objectStore('details').getAll(),
      transaction.objectStore('notes').getAll(),
      transaction.objectStore('sightings').getAll(),
      transaction.objectStore('lists').getAll(),
      transaction.objectStore('tags').getAll(),
      transaction.objectStore('rules').getAll(),
    ]);
    const tags = rows.filter(({ hue }) => hue !== undefined).map(({ count: _, ...look }) => look);
    return { papers, details, notes, sightings, lists, tags, rules };
  } catch (cause) {
    throw storeError(cause);
  }
}

/**
 * Merges a backup into what is there, in one transaction: of each field of the reader's own the
 * newer one stands, and two different notes are both kept. Rules judge what was merged; that new rules
 * judge the rest is for `refreshVerdicts`.
 * @param divider The line between two notes that are kept together.
 * @returns How many papers the backup held that were not here before.
 * @throws StoreError with nothing changed.
 */
export function mergeContents(contents: Contents, divider: string): Promise<number> {
  return write(async (writer) => {
    const notes = new Map(contents.notes.map((note) => [note.id, note]));
    const details = new Map(contents.details.map((detail) => [detail.id, detail]));
    let added = 0;
    for (const paper of contents.papers) {
      const before = await writer.find(paper.id);
      if (!before) added += 1;
      const id = before?.id ?? paper.id;
      await restoreDetails(writer, id, details.get(paper.id));
      const hasNote = await restoreNote(writer, id, notes.get(paper.id), divider);
      const whole = coherent({ ...paper, tags: cleanTags(paper.tags) });
      const merged = before ? mergeOwn(before, whole) : whole;
      writer.put(before, { ...merged, id, hasNote });
      const buried = await findTombstone(writer, paper);
      if (buried) dropTombstone(writer, buried);
    }
    const store = writer.transaction.objectStore('sightings');
    for (const sighting of contents.sightings) {
      await store.put(sighting);
      writer.outdate(sighting.id, false);
    }
    await restoreAbsent(writer, 'lists', contents.lists);
    await restoreAbsent(writer, 'rules', contents.rules.map(withCleanTags));
    await restoreHues(writer, contents.tags);
    for (const { id } of contents.papers) await judge(writer, id);
    return added;
  });
}

/**
 * Deletes everything, tombstones and the deck's session included.
 * @throws StoreError
 */
export async function deleteEverything(): Promise<void> {
  await forgetJudgedBy();
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
  readonly ['papers', 'details', 'notes', 'sightings', 'lists', 'tags', 'rules'],
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
  const sightings = transaction.objectStore('sightings').index('paper');
  const [details, notes, seen] = await Promise.all([
    Promise.all(ids.map((id) => transaction.objectStore('details').get(id))),
    Promise.all(ids.map((id) => transaction.objectStore('notes').get(id))),
    Promise.all(ids.map((id) => sightings.getAll(id))),
  ]);
  return {
    papers,
    details: details.filter((detail) => detail !== undefined),
    notes: notes.filter((note) => note !== undefined),
    sightings: seen.flat(),
    lists: [],
    tags: [],
    rules: [],
  };
}

async function restoreDetails(
  writer: Writer,
  id: string,
  fresh: PaperDetails | undefined,
): Promise<void> {
  if (!fresh) return;
  const store = writer.transaction.objectStore('details');
  const stored = await store.get(id);
  writer.putDetails({ ...mergeDetails(fresh, stored ?? { id }), id });
}

async function restoreNote(
  writer: Writer,
  id: string,
  fresh: Note | undefined,
  divider: string,
): Promise<boolean> {
  const store = writer.transaction.objectStore('notes');
  const stored = await store.get(id);
  if (!fresh) return stored !== undefined;
  await store.put(stored ? joinNotes(stored, fresh, divider) : { ...fresh, id });
  return true;
}

/** A text that becomes another is a new revision, so that an editor open on the old one notices. */
function joinNotes(stored: Note, fresh: Note, divider: string): Note {
  if (stored.text.includes(fresh.text)) return stored;
  const updatedAt = Math.max(stored.updatedAt, fresh.updatedAt) + 1;
  const joined = `${stored.text}\n\n${divider}\n${fresh.text}`;
  return { id: stored.id, text: fresh.text.includes(stored.text) ? fresh.text : joined, updatedAt };
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
