import type { Described } from '../../../papers/claims';
import type { Rows } from '../../../papers/merge';
import type { PaperId } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import type { Tombstone } from '../../database/schema';
import { recordsBehind } from '../../records/behind';
import { type JoinBefore, join, putRows, readRows } from '../../records/join';
import { dropTombstone, findTombstone } from '../../records/tombstones';
import type { Writer } from '../../records/writer';
import { type Restored, tracesOf } from './undo';

/** What is here of a paper that a file tells of, whatever the file is. */
export interface HereOf {
  readonly rows?: Rows;
  /** What is left of it where it was deleted for good. */
  readonly tombstone?: Tombstone;
  /** Ids that the file claims for it and that are another paper's here. */
  readonly refused: readonly PaperId[];
  /** Those other papers. */
  readonly suggested: readonly PaperId[];
}

/** A paper that is brought in, and how. */
export interface Brought {
  readonly paper: Described & Pick<PaperRecord, 'id' | 'aliases' | 'distinct'>;
  /** Another one here that the reader says it is. */
  readonly same?: PaperId | undefined;
  /** ms since the epoch. */
  readonly now: number;
  /** Gets the records that become one, since the file says that they are. */
  readonly joined: JoinBefore[];
  /** What is stored of it then; `undefined` where that is nothing else than before. */
  fate(here: HereOf): Rows | undefined;
}

/**
 * Brings one paper of a file in within a running transaction.
 * @returns What was here before, for an undo; `undefined` when nothing has changed.
 */
export async function bringIn(
  writer: Writer,
  { paper, same, now, joined, fate }: Brought,
): Promise<Restored | undefined> {
  const { own, ...claims } = await recordsBehind(paper, (id) => writer.find(id));
  const other = same === undefined ? undefined : await writer.find(same);
  const record = await oneOf(writer, [...own, ...(other ? [other] : [])], now, joined);
  const before = record && (await readRows(writer, record));
  const tombstone = before ? undefined : await findTombstone(writer, paper);
  const known = { ...(before ? { rows: before } : {}), ...(tombstone ? { tombstone } : {}) };
  const rows = fate({ ...claims, ...known });
  if (!rows) return undefined;
  if (tombstone) dropTombstone(writer, tombstone);
  await putRows(writer, record, rows);
  return { id: rows.record.id, ...known, given: tracesOf(rows) };
}

async function oneOf(
  writer: Writer,
  records: readonly PaperRecord[],
  now: number,
  joined: JoinBefore[],
): Promise<PaperRecord | undefined> {
  let [record] = records;
  for (const other of records.slice(1)) {
    if (!record || record.id === other.id) continue;
    const outcome = await join(writer, record, other, now);
    record = outcome.record;
    joined.push(outcome.before);
  }
  return record;
}
