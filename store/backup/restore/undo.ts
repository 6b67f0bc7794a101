import { copyOf, type Rows, rowsOf } from '../../../papers/merge';
import type { PaperId } from '../../../papers/paper';
import type { Past } from '../../../papers/past';
import type { PaperRecord } from '../../../papers/record';
import type { Clock } from '../../../papers/words/clock';
import { canonical, type Stamp } from '../../../papers/words/stamp';
import { takenBack } from '../../../papers/words/taken-back';
import type { Tombstone } from '../../database/schema';
import { putRows, readRows } from '../../records/join';
import {
  dropTombstone,
  findTombstone,
  neverHere,
  putTombstone,
  tombstoneAfter,
} from '../../records/tombstones';
import type { Writer } from '../../records/writer';
import { isSaid } from '../../sync/marks';
import { undoPast } from './past';

/** What a restore left of a paper, to tell whether anything was said since. */
export interface Traces {
  /** The stamps of all that the reader has said. */
  readonly words: string;
  /** Who told what of it, and when it was met. */
  readonly facts: string;
}

/** A paper that a restore wrote, as it was before. */
export interface Restored {
  readonly id: PaperId;
  /** Absent when it was not here. */
  readonly rows?: Rows;
  /** What was left of it, where it had been deleted for good. */
  readonly tombstone?: Tombstone;
  /** Of a paper that has shrunk: what was left of it here, if it was here. */
  readonly past?: { readonly before?: Past };
  /** Absent when the restore left nothing of it but a tombstone, or what is left of a shrunken one. */
  readonly given?: Traces;
}

/** See `Traces`. */
export function tracesOf({ record, details, note }: Rows): Traces {
  const { stamps, tagStamps = [], distinctStamps = [], lastSeenAt } = record;
  const words = [
    ...Object.entries(stamps as Readonly<Record<string, Stamp>>),
    ...tagStamps.map((stamp) => [`#${stamp.key}`, stamp] as const),
    ...distinctStamps.map((stamp) => [`!${stamp.id}`, stamp] as const),
  ].flatMap(([word, { at, device, again = { at, device } }]) => (again ? [[word, again]] : []));
  return {
    words: canonical([Object.fromEntries(words), note?.updatedAt ?? 0]),
    facts: canonical([details.sayings ?? [], lastSeenAt]),
  };
}

/**
 * Makes a paper again what it was before a restore, unless the reader has said anything of it since.
 * What sources told since stays. Where other devices may know of it, what was not here is taken back as a word that
 * travels: to them a word that is missing says nothing.
 * @returns Whether it was; `undefined` when the paper is gone.
 */
export async function undoRestored(
  writer: Writer,
  one: Restored,
  clock: Clock,
): Promise<boolean | undefined> {
  if (one.past) return undoPast(writer, one.id, one.past);
  const record = await writer.find(one.id);
  if (!one.given) return record ? false : await unburied(writer, one);
  if (!record) return undefined;
  if (record.id !== one.id) return false;
  const now = await readRows(writer, record);
  const traces = tracesOf(now);
  if (traces.words !== one.given.words) return false;
  const isToldSince = traces.facts !== one.given.facts;
  if (one.rows || (isToldSince && isMetSince(record, one.given)))
    await putRows(writer, record, rowsBefore(writer, now, one.rows, { isToldSince, clock }));
  else {
    writer.drop(record);
    if (writer.marks && isSaid(record))
      putTombstone(writer, tombstoneAfter(now, one.tombstone ?? neverHere, clock));
    else if (one.tombstone) putTombstone(writer, one.tombstone);
  }
  return true;
}

/** Whether a page or a list had it since; what was only looked up because of the restore goes with it. */
function isMetSince({ lastSeenAt, sites = [] }: PaperRecord, given: Traces): boolean {
  const [, then] = JSON.parse(given.facts) as [unknown, number];
  return lastSeenAt !== then || sites.length > 0;
}

/** What a paper is to be again. */
function rowsBefore(
  { marks, divider }: Writer,
  now: Rows,
  before: Rows | undefined,
  { isToldSince, clock }: { readonly isToldSince: boolean; readonly clock: Clock },
): Rows {
  if (!marks && before && !isToldSince) return before;
  const then = before && copyOf(before.record, before.details, before.note);
  const copy = copyOf(now.record, now.details, now.note);
  const said = then?.words ?? {};
  const words = marks ? takenBack(copy.words, said, clock) : said;
  const base = before && !isToldSince ? before.record : now.record;
  return rowsOf({ ...((!isToldSince && then) || copy), words }, base, divider);
}

async function unburied(writer: Writer, { id, rows, tombstone }: Restored): Promise<boolean> {
  const buried = await findTombstone(writer, { id });
  if (buried) dropTombstone(writer, buried);
  if (tombstone) putTombstone(writer, tombstone);
  if (rows) await putRows(writer, undefined, rows);
  return true;
}
