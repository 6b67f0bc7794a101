import type { Facts } from '../../../papers/facts/facts';
import { type Copy, copyOf, merge, type Rows, rowsOf } from '../../../papers/merge';
import type { Note } from '../../../papers/note';
import { isSaved } from '../../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../../papers/record';
import { withOwnTags } from '../../../papers/words/clean-tags';
import type { Clock } from '../../../papers/words/clock';
import { lastSaidAt } from '../../../papers/words/paper-words';
import { canonical, isSameStamp, nextStamp, type Stamp } from '../../../papers/words/stamp';
import type { HereOf } from './bring';

/** A paper of a backup. */
export interface Arrival {
  readonly record: PaperRecord;
  readonly details?: PaperDetails;
  readonly note?: Note;
}

/** What may be new in a file about a paper that is here. */
export const additions = ['decision', 'tags', 'note', 'facts'] as const;
export type Addition = (typeof additions)[number];

/** What restoring does to a paper. */
export interface Fate {
  /**
   * `conflicting` of one with a note that was written apart here and there, both of which are kept;
   * `deleted` of one that was deleted or taken off the list later than the file says otherwise.
   */
  readonly kind: 'new' | 'changed' | 'conflicting' | 'deleted' | 'unchanged';
  readonly adds: readonly Addition[];
  /** What is stored of it then; absent where that is nothing else than before. */
  readonly rows?: Rows;
}

/** By whom, and how, papers are restored. */
export interface Restoring extends Clock {
  /** Whether papers that were deleted since come back. */
  readonly bringsBack: boolean;
  /** The line between notes that were written apart. */
  readonly divider: string;
}

/** Tells what restoring does to a paper of a file. */
export function fateOf(entry: Arrival, here: HereOf, how: Restoring): Fate {
  const record = withOwnTags(entry.record);
  const whole = copyIn(entry, record);
  const suggested = here.suggested.filter((id) => !whole.suggested.includes(id));
  const copy: Copy = {
    ...whole,
    aliases: whole.aliases.filter((id) => !here.refused.includes(id)),
    suggested: [...whole.suggested, ...suggested],
  };
  return here.rows ? metAgain(record, copy, here.rows, how) : fresh(entry, copy, here, how);
}

/** What a file says of a paper. */
function copyIn({ details, note }: Arrival, record: PaperRecord): Copy {
  const told = copyOf(record, details, note);
  return details ? told : { ...told, facts: nobodysFacts(told.facts) };
}

/**
 * What a record says without its details, of which the file was cut: nobody is known to have said it, and its authors are but the
 * first ones, so that it gives way to whatever else is known.
 */
function nobodysFacts(facts: Facts): Facts {
  const said = { source: 'link', at: 0 } as const;
  return Object.fromEntries(
    Object.entries(facts).map(([field, fact]) => [field, { ...fact, said }]),
  ) as Facts;
}

/** What is stored of a paper of which nothing is here, not even under another name; tells what `fateOf` does of it. */
export function newRows(entry: Arrival, divider: string): Rows {
  return asInFile(entry, copyIn(entry, withOwnTags(entry.record)), divider);
}

function asInFile({ record, details }: Arrival, copy: Copy, divider: string): Rows {
  const rows = rowsOf(copy, record, divider);
  const { sayings, ...silent } = rows.details;
  return {
    ...rows,
    record: { ...rows.record, day: record.day },
    details: details && !details.sayings ? silent : rows.details,
  };
}

/** A paper that is not here: as it is in the file, unless it was deleted for good since. */
function fresh(entry: Arrival, copy: Copy, here: HereOf, how: Restoring): Fate {
  const { record } = entry;
  if (!here.tombstone || lastSaidAt(record) > here.tombstone.deletedAt)
    return { kind: 'new', adds: [], rows: asInFile(entry, copy, how.divider) };
  if (!how.bringsBack) return { kind: 'deleted', adds: [] };
  const before = { at: here.tombstone.deletedAt, device: '' };
  return { kind: 'deleted', adds: [], rows: decidedAgain(copy, record, before, how) };
}

function metAgain(theirs: PaperRecord, copy: Copy, here: Rows, how: Restoring): Fate {
  const mine = copyOf(here.record, here.details, here.note);
  const merged = merge(mine, copy);
  const rows = mergedRows(merged, here.record, theirs, how.divider);
  const isTakenOff = isSaved(theirs.state) && !isSaved(rows.record.state);
  if (isTakenOff && how.bringsBack) {
    const back = decidedAgain(merged, theirs, merged.words.standing?.stamp, how);
    return { kind: 'deleted', adds: ['decision'], rows: back };
  }
  const adds = addedBy(mine, merged);
  const before = rowsOf(mine, here.record, how.divider);
  const changed = canonical(rows) === canonical(before) ? {} : { rows };
  if (isTakenOff) return { kind: 'deleted', adds, ...changed };
  if (!changed.rows) return { kind: 'unchanged', adds: [] };
  const [had, has] = [mine.words.note?.versions.length, merged.words.note?.versions.length];
  return { kind: (has ?? 0) > Math.max(1, had ?? 0) ? 'conflicting' : 'changed', adds, rows };
}

/** What no sighting and no word says is the same in whatever order it is merged. */
function mergedRows(merged: Copy, mine: PaperRecord, theirs: PaperRecord, divider: string): Rows {
  const { record, ...rest } = rowsOf(merged, mine, divider);
  const woke = [mine, theirs].flatMap(({ stamps, wokeAt }) =>
    wokeAt !== undefined && isSameStamp(stamps.standing, record.stamps.standing) ? [wokeAt] : [],
  );
  const { wokeAt: _wokeAt, ...asleep } = record;
  const [first] = [mine.day, theirs.day].sort();
  return {
    ...rest,
    record: {
      ...asleep,
      ...(woke.length ? { wokeAt: Math.max(...woke) } : {}),
      day: merged.met.days || first === undefined ? record.day : first,
    },
  };
}

/** A paper as the file has it, said now, so that it stands against what was said since. */
function decidedAgain(
  copy: Copy,
  record: PaperRecord,
  before: Stamp | undefined,
  how: Restoring,
): Rows {
  const told = copyOf(record, undefined, undefined).words.standing;
  const stamp = nextStamp(how.now, how.device, before);
  const standing = { value: told?.value ?? { state: record.state }, stamp };
  return rowsOf({ ...copy, words: { ...copy.words, standing } }, record, how.divider);
}

function addedBy(mine: Copy, merged: Copy): Addition[] {
  const differs = (of: (copy: Copy) => unknown) => canonical(of(mine)) !== canonical(of(merged));
  const found: Readonly<Record<Addition, boolean>> = {
    decision: differs(({ words: { tags: _tags, note: _note, ...rest } }) => rest),
    tags: differs(({ words }) => words.tags),
    note: differs(({ words }) => words.note),
    facts: differs(({ words: _words, ...rest }) => rest),
  };
  return additions.filter((addition) => found[addition]);
}
