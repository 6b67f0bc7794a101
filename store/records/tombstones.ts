import type { PaperId } from '../../papers/paper';
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
