import { areUnlike, type Described, haveRivals, isPlaceholder } from '../../papers/claims';
import { type Copy, copyOf, merge, type Rows, rowsOf, wordsFor } from '../../papers/merge';
import type { PaperId } from '../../papers/paper';
import { isSaved } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { judged } from '../../papers/rules/match';
import { partedWords } from '../../papers/words/apart';
import type { Clock } from '../../papers/words/clock';
import { saidDistinct } from '../../papers/words/distinct';
import { noteOf, saidAnew } from '../../papers/words/note';
import { nextStamp } from '../../papers/words/stamp';
import { saidOnceMore } from '../../papers/words/taken-back';
import type { Writer } from './writer';

/** Two records that became one, as they were before. */
export interface JoinBefore {
  readonly kept: Rows;
  readonly other: Rows;
  /** Whether the reader said that the two are one: to take that back is not to say that they are two. */
  readonly isAsked?: true;
}

/**
 * Tells whether a claim that two papers are one is to be believed: not of two ids of one scheme, not of
 * works that are unlike, and not again where the reader has refused it.
 */
export function mayJoin(
  one: Described & Pick<PaperRecord, 'id' | 'aliases' | 'distinct'>,
  other: PaperRecord,
): boolean {
  const [mine, theirs] = [idsOf(one), idsOf(other)];
  const isRefused =
    mine.some((id) => other.distinct?.includes(id)) ||
    theirs.some((id) => one.distinct?.includes(id));
  return !isRefused && !haveRivals(mine, theirs) && !areUnlike(one, other);
}

/** The ids that a page may add to a paper: no template's, and no second one of a scheme. */
export function believableAliases(
  { id, aliases = [] }: { readonly id: PaperId; readonly aliases?: readonly PaperId[] },
  known: readonly PaperId[],
): PaperId[] {
  return aliases.filter(
    (alias) => alias !== id && !isPlaceholder(alias) && !haveRivals([id, ...known], [alias]),
  );
}

/**
 * Joins two records of one work within a running transaction: what sources say and what the reader says
 * are merged as everywhere. A paper that was in the list stays there. Rules have to look at it anew.
 * @param now ms since the epoch.
 */
export async function join(
  writer: Writer,
  kept: PaperRecord,
  other: PaperRecord,
  now: number,
): Promise<{ readonly record: PaperRecord; readonly before: JoinBefore }> {
  const before = { kept: await readRows(writer, kept), other: await readRows(writer, other) };
  const mine = copyOfRows(before.kept);
  const merged = merge(mine, beside(mine, copyOfRows(before.other)));
  const rows = rowsOf(merged, undefined, writer.divider);
  const saved = [kept, other].find(({ state }) => isSaved(state));
  const record =
    saved && !isSaved(rows.record.state)
      ? saidAgain(rows.record, saved, nextStamp(now, writer.device, rows.record.stamps.standing))
      : rows.record;
  writer.drop(other);
  await putRows(writer, kept, { ...rows, record: judged(record, {}) });
  return { record, before };
}

/**
 * Makes two papers of one again: the other one as it was, with everything it had, and the kept one
 * without what came from it. What the reader said since stays with the kept one, and that the two are
 * not one is remembered, unless it was the reader who joined them, on a device that is not synced: then it is open again.
 * @returns False when they are not one any more, or the kept one has become part of yet another.
 */
export async function undoJoin(
  writer: Writer,
  before: JoinBefore,
  { now, device }: Clock,
): Promise<boolean> {
  const { kept, other } = before;
  // Other devices made them one, too: that they are two has to be said there.
  const isAsked = before.isAsked && !writer.marks;
  const record = await writer.find(kept.record.id);
  if (record?.id !== kept.record.id || !record.aliases?.includes(other.record.id)) return false;
  const whole = copyOfRows(await readRows(writer, record));
  const mine = copyOfRows(kept);
  const theirs = beside(mine, copyOfRows(other));
  const { faces: _faces, ...rest } = whole;
  const apart: Copy = {
    ...rest,
    ...(mine.faces ? { faces: mine.faces } : {}),
    aliases: whole.aliases.filter(
      (id) => mine.aliases.includes(id) || !idsOf(other.record).includes(id),
    ),
    distinct: whole.distinct.filter(
      (id) => mine.distinct.includes(id) || !theirs.distinct.includes(id),
    ),
    ...(isAsked
      ? {}
      : {
          suggested: [...new Set([...whole.suggested, other.record.id])],
        }),
    facts: mine.facts,
    words: partedWords(whole.words, mine.words, wordsFor(mine.id, theirs), { now, device }),
    met: mine.met,
  };
  const apartFrom = (one: PaperRecord, id: PaperId) =>
    isAsked ? one : saidDistinct(one, id, true, { now, device });
  const rows = rowsOf(apart, record, writer.divider);
  await putRows(writer, record, { ...rows, record: apartFrom(rows.record, other.record.id) });
  const again = writer.marks ? rowsSaidAnew(writer, other, { now, device }) : other;
  await putRows(writer, undefined, {
    ...again,
    record: apartFrom(again.record, kept.record.id),
  });
  return true;
}

/** Other devices have what was said of it under the paper that it was joined to. */
function rowsSaidAnew({ divider }: Writer, rows: Rows, clock: Clock): Rows {
  const copy = copyOfRows(rows);
  return rowsOf({ ...copy, words: saidOnceMore(copy.words, clock) }, rows.record, divider);
}

/** Everything that is stored of a paper, as it stands within this transaction. */
export async function readRows(writer: Writer, record: PaperRecord): Promise<Rows> {
  const [details, note] = await Promise.all([
    writer.findDetails(record.id),
    writer.findNote(record.id),
  ]);
  return { record, details: details ?? { id: record.id }, ...(note ? { note } : {}) };
}

/**
 * Stores all of a paper in place of what was there.
 * @param before Its record; absent when there is none.
 */
export async function putRows(
  writer: Writer,
  before: PaperRecord | undefined,
  { record, details, note }: Rows,
): Promise<void> {
  writer.putNote(record.id, note);
  writer.putDetails(details);
  writer.put(before, record);
  writer.outdate(record.id, true);
}

/** A copy as it is merged with another one that may have been joined with it before, and parted from it. */
function beside({ words: { note: known } }: Copy, other: Copy): Copy {
  const { note } = other.words;
  return note
    ? { ...other, words: { ...other.words, note: saidAnew(known, noteOf(other.id, note)) } }
    : other;
}

function copyOfRows({ record, details, note }: Rows) {
  return copyOf(record, details, note);
}

/** Of a paper in the list and a page that was dismissed, the list says more. */
function saidAgain(
  record: PaperRecord,
  saved: PaperRecord,
  stamp: ReturnType<typeof nextStamp>,
): PaperRecord {
  const { state, savedAt, savedUpvotes, readAt, snoozedUntil, savedDay, readDay } = saved;
  const standing = { state, savedAt, savedUpvotes, readAt, snoozedUntil, savedDay, readDay };
  const kept = Object.entries(standing).filter(([, value]) => value !== undefined);
  return { ...record, ...Object.fromEntries(kept), stamps: { ...record.stamps, standing: stamp } };
}

function idsOf({ id, aliases = [] }: Pick<PaperRecord, 'id' | 'aliases'>): readonly PaperId[] {
  return [id, ...aliases];
}
