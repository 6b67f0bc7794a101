import type { Rows } from '../../papers/merge';
import { noteWords } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import type { Clock } from '../../papers/words/clock';
import { noteStamp } from '../../papers/words/note';
import { nextStamp } from '../../papers/words/stamp';
import { bare } from '../database/requests';
import type { Tombstone } from '../database/schema';
import type { Writer } from './writer';

interface Named {
  readonly id: PaperId;
  readonly aliases?: readonly PaperId[];
}

/** Looks many papers up side by side, for work that looks at one after the other. */
export async function prefetchTombstones(writer: Writer, papers: readonly Named[]): Promise<void> {
  await Promise.all(papers.map((paper) => findTombstone(writer, paper)));
}

/** What is left of a paper that was purged, by any of its ids. */
export async function findTombstone(
  writer: Writer,
  { id, aliases = [] }: Named,
): Promise<Tombstone | undefined> {
  const found = await Promise.all([id, ...aliases].map((one) => lookUp(writer, one)));
  return found.find((tombstone) => tombstone !== undefined);
}

/** Of a paper that no reader has deleted: an import or a restore that brought it was undone, which devices are told. */
export const neverHere = { deletedAt: 0 };

/** Tells whether the reader deleted the paper for good. */
export function isDeleted(tombstone: Pick<Tombstone, 'deletedAt'> | undefined): boolean {
  return tombstone !== undefined && tombstone.deletedAt > neverHere.deletedAt;
}

/** What is left of a paper that is taken away, said after all that is said of it. */
export function tombstoneAfter(
  { record, note }: Rows,
  before: Pick<Tombstone, 'deletedAt'> | Tombstone,
  { now, device }: Clock,
): Tombstone {
  const { id, aliases, firstSeenAt, stamps, tagStamps = [] } = record;
  const said = [...Object.values(stamps), ...tagStamps, noteStamp(noteWords(note))];
  const stamp = nextStamp(now, device, ...said);
  return { id, ...(aliases ? { aliases } : {}), firstSeenAt, ...before, stamp };
}

/** Keeps what is left of a paper. */
export function putTombstone(writer: Writer, tombstone: Tombstone): void {
  const { id, aliases = [] } = tombstone;
  for (const one of [id, ...aliases]) writer.tombstones.set(one, Promise.resolve(tombstone));
  bare(writer.transaction, 'tombstones').put(tombstone);
  writer.marks?.add('paper', id);
}

/** Takes a tombstone away, since its paper is here again. */
export function dropTombstone(writer: Writer, { id, aliases = [] }: Tombstone): void {
  for (const one of [id, ...aliases]) writer.tombstones.delete(one);
  bare(writer.transaction, 'tombstones').delete(id);
}

function lookUp(writer: Writer, id: PaperId): Promise<Tombstone | undefined> {
  const known = writer.tombstones.get(id);
  if (known) return known;
  // Both at once, since mostly there is none.
  const store = writer.transaction.objectStore('tombstones');
  const found = Promise.all([store.get(id), store.index('alias').get(id)]).then(
    ([own, other]) => own ?? other,
  );
  writer.tombstones.set(id, found);
  return found;
}
