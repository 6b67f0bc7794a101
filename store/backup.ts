import type { IDBPTransaction } from 'idb';
import { announceChange } from '../lib/changes';
import { mergeDetails } from '../papers/merge';
import type { PaperId } from '../papers/paper';
import { isUndecided } from '../papers/paper';
import type { PaperDetails, PaperRecord } from '../papers/record';
import { cleanTags } from '../papers/tags';
import { connection } from './connection';
import { storeError } from './errors';
import { type Note, type OffprintSchema, type Sighting, storeNames } from './schema';
import { type Writer, write } from './writer';

/** Everything that is kept, apart from what can be derived. */
export interface Contents {
  readonly papers: readonly PaperRecord[];
  readonly details: readonly PaperDetails[];
  readonly notes: readonly Note[];
  readonly sightings: readonly Sighting[];
}

/**
 * Reads the whole store as of one moment, or what it holds of some papers.
 * @param ids Canonical ids or aliases; those not stored are left out.
 * @throws StoreError
 */
export async function readContents(ids?: readonly PaperId[]): Promise<Contents> {
  try {
    const names = ['papers', 'details', 'notes', 'sightings'] as const;
    const transaction = (await connection()).transaction(names);
    if (ids) return await readSelection(transaction, ids);
    const [papers, details, notes, sightings] = await Promise.all([
      transaction.objectStore('papers').getAll(),
      transaction.objectStore('details').getAll(),
      transaction.objectStore('notes').getAll(),
      transaction.objectStore('sightings').getAll(),
    ]);
    return { papers, details, notes, sightings };
  } catch (cause) {
    throw storeError(cause);
  }
}

/**
 * Merges a backup into what is there, in one transaction: of each field of the reader's own the
 * newer one stands, and two different notes are both kept.
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
      writer.put(before, { ...restored(before, paper), id, hasNote });
    }
    const store = writer.transaction.objectStore('sightings');
    for (const sighting of contents.sightings) {
      await store.put(sighting);
      writer.outdate(sighting.id, false);
    }
    return added;
  });
}

/**
 * Deletes everything, tombstones included.
 * @throws StoreError
 */
export async function deleteEverything(): Promise<void> {
  try {
    const transaction = (await connection()).transaction(storeNames, 'readwrite');
    await Promise.all(storeNames.map((name) => transaction.objectStore(name).clear()));
    await transaction.done;
  } catch (cause) {
    throw storeError(cause);
  }
  await announceChange('all');
}

type Reading = IDBPTransaction<
  OffprintSchema,
  readonly ['papers', 'details', 'notes', 'sightings'],
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

/** Field by field: a newer word of the reader's wins, and what a page said fills gaps only. */
function restored(before: PaperRecord | undefined, paper: PaperRecord): PaperRecord {
  if (!before) return paper;
  const theirState = isNewer(before, paper) ? paper : before;
  const tagsAt = Math.max(before.updatedAt.tags ?? 0, paper.updatedAt.tags ?? 0);
  const starredAt = Math.max(before.updatedAt.starred ?? 0, paper.updatedAt.starred ?? 0);
  const theirStar = (paper.updatedAt.starred ?? 0) > (before.updatedAt.starred ?? 0);
  const savedAt = theirState.savedAt ?? before.savedAt ?? paper.savedAt;
  const { starred: _starred, ...merged } = { ...paper, ...before };
  return {
    ...merged,
    state: theirState.state,
    ...(savedAt === undefined ? {} : { savedAt }),
    tags: newestTags(before, paper),
    ...((theirStar ? paper : before).starred ? { starred: true } : {}),
    firstSeenAt: Math.min(before.firstSeenAt, paper.firstSeenAt),
    lastSeenAt: Math.max(before.lastSeenAt, paper.lastSeenAt),
    updatedAt: {
      ...paper.updatedAt,
      ...before.updatedAt,
      state: theirState.updatedAt.state,
      ...(tagsAt ? { tags: tagsAt } : {}),
      ...(starredAt ? { starred: starredAt } : {}),
    },
  };
}

/** A decision beats none, whenever it was made; of two decisions the newer one stands. */
function isNewer(before: PaperRecord, paper: PaperRecord): boolean {
  if (isUndecided(before.state) !== isUndecided(paper.state)) return isUndecided(before.state);
  return paper.updatedAt.state > before.updatedAt.state;
}

function newestTags(before: PaperRecord, paper: PaperRecord): readonly string[] {
  const [mine, theirs] = [before.updatedAt.tags ?? 0, paper.updatedAt.tags ?? 0];
  if (mine === theirs) return cleanTags([...before.tags, ...paper.tags]);
  return mine > theirs ? before.tags : paper.tags;
}
