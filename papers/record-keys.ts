import { isSaved } from './paper';
import { dayLength, dayStart, type PaperRecord } from './record';
import { isOffList } from './seen';
import { tagKey } from './tag-key';

/**
 * Adds the keys that the indexes are made of. Undecided papers are ordered by day, and within a
 * day by upvotes, as on the digest: both fit into one number, which is negative for muted ones, and
 * for those of lists that nobody follows, so that an index tells them apart. Deleted ones by when they were.
 */
export function withKeys(record: PaperRecord): PaperRecord {
  const { listAt: _listAt, tagKeys: _tagKeys, ...rest } = record;
  const savedAt = record.savedAt ?? decidedAt(record);
  if (!isSaved(record.state)) {
    if (record.state === 'deleted') return { ...rest, sortAt: decidedAt(record) };
    const sortAt = dayStart(record.day) + Math.min(record.upvotes ?? 0, dayLength - 1);
    const isAside = record.mutedBy !== undefined || isOffList(record);
    return { ...rest, sortAt: isAside ? -1 - sortAt : sortAt };
  }
  return {
    ...rest,
    savedAt,
    sortAt: savedAt,
    listAt: savedAt,
    tagKeys: record.tags.map((tag) => tagIndexKey(tagKey(tag), savedAt)),
  };
}

/** When the reader last decided on the paper, in ms; when it was met where that was never. */
export function decidedAt({ stamps, firstSeenAt }: PaperRecord): number {
  return stamps.standing?.at ?? firstSeenAt;
}

/** A key that sorts the papers of one tag by the time of saving. */
export function tagIndexKey(key: string, savedAt: number): string {
  return `${key}\u0000${String(Math.max(0, Math.trunc(savedAt))).padStart(16, '0')}`;
}
