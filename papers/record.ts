import type { Paper, PaperId, PaperState } from './paper';
import { isSaved } from './paper';
import { tagKey } from './tags';

/** How many authors a list row may need; the whole list is in the details. */
export const listedAuthors = 30;

/** When each field of the reader's own was last changed, in ms since the epoch. */
export interface UpdatedAt {
  readonly state: number;
  readonly tags?: number;
  readonly note?: number;
  readonly starred?: number;
  readonly queue?: number;
  readonly opened?: number;
}

/** What a list needs of a paper: small, and read by the thousand. */
export interface PaperRecord {
  readonly id: PaperId;
  readonly aliases?: readonly PaperId[];
  readonly title?: string;
  readonly authors: readonly string[];
  readonly authorCount: number;
  readonly organization?: string;
  readonly publishedAt?: string;
  readonly dailyAt?: string;
  readonly upvotes?: number;
  readonly comments?: number;
  readonly codeUrl?: string;
  readonly codeStars?: number;
  readonly thumbnailUrl?: string;
  readonly state: PaperState;
  readonly tags: readonly string[];
  readonly hasNote: boolean;
  /** Set by the reader; absent when it is not. */
  readonly starred?: boolean;
  /** When the reader last opened it from Offprint, and how often. */
  readonly openedAt?: number;
  readonly openedCount?: number;
  /** When it became read; absent unless it is, or was when it went to the bin. */
  readonly readAt?: number;
  /** The reader's own days at `savedAt` and `readAt`, in the zone they were in; see `withDays`. */
  readonly savedDay?: string;
  readonly readDay?: string;
  /** Its place among those to read next: the smallest first; absent when it is not among them. */
  readonly queueAt?: number;
  /** While it is snoozed: when it becomes unread again. */
  readonly snoozedUntil?: number;
  /** When it came back from a snooze; until it is opened or decided on. */
  readonly wokeAt?: number;
  /** While it is in the bin: what it was before, where that is known. */
  readonly deletedFrom?: PaperState;
  /** The upvotes it had when it was saved, where they were known. */
  readonly savedUpvotes?: number;
  /** When it was last saved; kept when it is removed, so that an undo puts it back in its place. */
  readonly savedAt?: number;
  /** The visits of the first and the last sighting, as the ms at which they began. */
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly updatedAt: UpdatedAt;
  /** ISO day under which an undecided paper is listed. */
  readonly day: string;
  /** Derived by `withKeys`: order within a state. */
  readonly sortAt: number;
  /** Derived by `withKeys`: `savedAt` while saved, else absent, so that the index holds the list only. */
  readonly listAt?: number;
  /** Derived by `withKeys`: one key per tag while saved, ordered by `savedAt` within a tag. */
  readonly tagKeys?: readonly string[];
}

/** What only the open paper needs. */
export interface PaperDetails {
  readonly id: PaperId;
  readonly version?: number;
  /** Every author, where there are more than the record lists. */
  readonly authors?: readonly string[];
  readonly abstract?: string;
  readonly aiSummary?: string;
  readonly aiKeywords?: readonly string[];
  readonly submittedBy?: string;
  readonly projectUrl?: string;
  readonly pdfUrl?: string;
}

const dayLength = 86_400_000;

/** The ISO day of an instant, in UTC, as the digests count their days. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * Adds the keys that the indexes are made of. Undecided papers are ordered by day, and within a
 * day by upvotes, as on the digest: both fit into one number. Deleted ones by when they were.
 */
export function withKeys(record: PaperRecord): PaperRecord {
  const { listAt: _listAt, tagKeys: _tagKeys, ...rest } = record;
  const savedAt = record.savedAt ?? record.updatedAt.state;
  if (!isSaved(record.state)) {
    if (record.state === 'deleted') return { ...rest, sortAt: record.updatedAt.state };
    const day = Date.parse(record.day) || 0;
    return { ...rest, sortAt: day + Math.min(record.upvotes ?? 0, dayLength - 1) };
  }
  return {
    ...rest,
    savedAt,
    sortAt: savedAt,
    listAt: savedAt,
    tagKeys: record.tags.map((tag) => tagIndexKey(tagKey(tag), savedAt)),
  };
}

/** A key that sorts the papers of one tag by the time of saving. */
export function tagIndexKey(key: string, savedAt: number): string {
  return `${key}\u0000${String(Math.max(0, Math.trunc(savedAt))).padStart(16, '0')}`;
}

/**
 * Where a paper stands for the page of one visit. Undecided papers are new to the visit that
 * sighted them first and seen for every later one; a removed paper is one that was seen, and a
 * snoozed one is shown as unread.
 * @param visitAt When the visit began, in ms; the same number as was sent with the sighting.
 */
export function stateOnPage(record: PaperRecord | undefined, visitAt: number): PaperState {
  if (!record || record.firstSeenAt === visitAt) {
    if (!record || record.state === 'seen' || record.state === 'new') return 'new';
  }
  if (record.state === 'new' || record.state === 'deleted') return 'seen';
  return record.state === 'snoozed' ? 'unread' : record.state;
}

/** The undecided state by sightings alone: new as long as a single visit has seen it. */
export function undecidedState(record: PaperRecord): 'new' | 'seen' {
  return record.firstSeenAt === record.lastSeenAt ? 'new' : 'seen';
}

/** The part of a paper that the record does not hold. */
export function detailsOf(paper: Paper): PaperDetails {
  const authors = paper.authors ?? [];
  return defined({
    id: paper.id,
    version: paper.version,
    authors: authors.length > listedAuthors ? authors : undefined,
    abstract: paper.abstract,
    aiSummary: paper.aiSummary,
    aiKeywords: paper.aiKeywords,
    submittedBy: paper.submittedBy,
    projectUrl: paper.projectUrl,
    pdfUrl: paper.pdfUrl,
  });
}

/** Drops the keys whose value is undefined. */
export function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
