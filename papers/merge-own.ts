import { coherent, ownFields } from './own';
import { isUndecided } from './paper';
import { defined, type PaperRecord, type UpdatedAt, undecidedState } from './record';
import { cleanTags } from './tags';

/**
 * Joins two copies of one paper: of the reader's own fields the newer word stands, and what a page
 * said fills gaps only. How often it was opened is the larger number, not the newer.
 * @param before The copy here.
 * @param paper The other one, from a backup.
 */
export function mergeOwn(before: PaperRecord, paper: PaperRecord): PaperRecord {
  const decided = isNewer(before, paper) ? paper : before;
  const starred = isLater(before, paper, 'starred') ? paper : before;
  const queued = isLater(before, paper, 'queue') ? paper : before;
  const openedCount = Math.max(before.openedCount ?? 0, paper.openedCount ?? 0);
  return coherent(
    defined({
      ...paper,
      ...before,
      ...only(decided, [...ownFields.state, 'wokeAt']),
      ...seenOf(before, paper, decided),
      savedAt: decided.savedAt ?? before.savedAt ?? paper.savedAt,
      tags: newestTags(before, paper),
      starred: starred.starred,
      queueAt: queued.queueAt,
      openedAt: latest(before.openedAt, paper.openedAt),
      openedCount: openedCount || undefined,
      firstSeenAt: Math.min(before.firstSeenAt, paper.firstSeenAt),
      lastSeenAt: Math.max(before.lastSeenAt, paper.lastSeenAt),
      updatedAt: stampsOf(before, paper, decided),
    }) as PaperRecord,
  );
}

/** A paper that was seen in one of the copies was seen. */
function seenOf(before: PaperRecord, paper: PaperRecord, { state }: PaperRecord) {
  const seenAt = earliest(before.seenAt, paper.seenAt);
  return { seenAt, state: isUndecided(state) ? undecidedState(defined({ seenAt })) : state };
}

function earliest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

/** The fields of a record, absent ones as `undefined`. */
function only<Field extends keyof PaperRecord>(record: PaperRecord, fields: readonly Field[]) {
  return Object.fromEntries(fields.map((field) => [field, record[field]]));
}

function latest(one: number | undefined, other: number | undefined): number | undefined {
  return Math.max(one ?? 0, other ?? 0) || undefined;
}

function stampsOf(before: PaperRecord, paper: PaperRecord, decided: PaperRecord): UpdatedAt {
  const [mine, theirs] = [before.updatedAt, paper.updatedAt];
  return defined({
    ...theirs,
    ...mine,
    state: decided.updatedAt.state,
    tags: latest(mine.tags, theirs.tags),
    starred: latest(mine.starred, theirs.starred),
    queue: latest(mine.queue, theirs.queue),
    opened: latest(mine.opened, theirs.opened),
  });
}

/** A decision beats none, whenever it was made; of two decisions the newer one stands. */
function isNewer(before: PaperRecord, paper: PaperRecord): boolean {
  if (isUndecided(before.state) !== isUndecided(paper.state)) return isUndecided(before.state);
  return paper.updatedAt.state > before.updatedAt.state;
}

function isLater(before: PaperRecord, paper: PaperRecord, stamp: 'starred' | 'queue'): boolean {
  return (paper.updatedAt[stamp] ?? 0) > (before.updatedAt[stamp] ?? 0);
}

function newestTags(before: PaperRecord, paper: PaperRecord): readonly string[] {
  const [mine, theirs] = [before.updatedAt.tags ?? 0, paper.updatedAt.tags ?? 0];
  if (mine === theirs) return cleanTags([...before.tags, ...paper.tags]);
  return mine > theirs ? before.tags : paper.tags;
}
