import type { PaperId } from '../../../papers/paper';
import { lastSaidAt } from '../../../papers/words/paper-words';
import type { Tombstone } from '../../database/schema';
import { readRows } from '../../records/join';
import { dropTombstone, findTombstone, putTombstone } from '../../records/tombstones';
import type { Writer } from '../../records/writer';
import type { Restored } from './undo';

/** A paper that was deleted for good elsewhere, later than anything was said of it here, goes here, too. */
export async function restoreTombstone(
  writer: Writer,
  tombstone: Tombstone,
): Promise<Restored | undefined> {
  const record = await findAny(writer, tombstone);
  if (record && lastSaidAt(record) > tombstone.deletedAt) return undefined;
  const known = await findTombstone(writer, tombstone);
  const next = known ? mergedTombstones(known, tombstone) : tombstone;
  const rows = record && (await readRows(writer, record));
  if (!rows && known && JSON.stringify(known) === JSON.stringify(next)) return undefined;
  if (record) writer.drop(record);
  if (known) dropTombstone(writer, known);
  putTombstone(writer, next);
  return {
    id: next.id,
    ...(rows ? { rows } : {}),
    ...(known ? { tombstone: known } : {}),
  };
}

async function findAny(writer: Writer, { id, aliases = [] }: Tombstone) {
  for (const one of [id, ...aliases]) {
    const record = await writer.find(one);
    if (record) return record;
  }
  return undefined;
}

function mergedTombstones(one: Tombstone, other: Tombstone): Tombstone {
  const ids = new Set<PaperId>([...(one.aliases ?? []), other.id, ...(other.aliases ?? [])]);
  ids.delete(one.id);
  return {
    id: one.id,
    ...(ids.size ? { aliases: [...ids].sort() } : {}),
    deletedAt: Math.max(one.deletedAt, other.deletedAt),
    firstSeenAt: Math.min(one.firstSeenAt, other.firstSeenAt),
  };
}
