import type { Extra } from './facts/extra';
import type { Faces } from './facts/faces';
import type { Saying } from './facts/sayings';
import type { PaperId, PaperState } from './paper';
import { isUndecided } from './paper';
import type { DistinctStamp } from './words/distinct';
import type { Stamp } from './words/stamp';

/** How many authors a list row may need; the whole list is in the details. */
export const listedAuthors = 30;

/** When the reader said each thing, and on which device; absent where nothing was said. */
export interface Stamps {
  /** The decision, with what belongs to it. */
  readonly standing?: Stamp;
  readonly starred?: Stamp;
  readonly queue?: Stamp;
  readonly openings?: Stamp;
  readonly note?: Stamp;
  readonly version?: Stamp;
  readonly lead?: Stamp;
}

/** When the reader put one tag on the paper, or took it off. */
export interface TagStamp extends Stamp {
  /** See `tagKey`. */
  readonly key: string;
  readonly isOff?: true;
  /** Its place among the tags, those put on first standing first, where that is not `at`. */
  readonly since?: number;
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
  /** The newest version that is known of it, and the day it is of, where it is not the first. */
  readonly version?: number;
  readonly revisedAt?: string;
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
  /** The newest version there was when it was saved, as far as that was known. */
  readonly savedVersion?: number;
  /** Which of its ids leads, where the reader chose: see `facesOf`. */
  readonly lead?: PaperId;
  /** What was said of its other ids, where it has several: see `Faces`. */
  readonly faces?: Faces;
  /** When it was last saved; kept when it is removed, so that an undo puts it back in its place. */
  readonly savedAt?: number;
  /** When the reader put it off; absent unless it is, or was when it went to the bin. */
  readonly laterAt?: number;
  /** The visit in which the reader had it on screen, or when it was put off; absent until then. */
  readonly seenAt?: number;
  /**
   * When nobody waited for it any longer: a month after it came, unseen, or at once where it came on the page of a
   * day that is not kept. Absent until then.
   */
  readonly missedAt?: number;
  /** When the reader had it counted as new though it was missed. */
  readonly countedAt?: number;
  /** The earliest digest it was on, as an ISO day; absent when none is known. See `isAgain`. */
  readonly firstDay?: string;
  /** Names of the sites that showed it, in order. */
  readonly sites?: readonly string[];
  /** Ids of the follow rules it matches, and of the rule that mutes it. */
  readonly matches?: readonly string[];
  readonly mutedBy?: string;
  /** The visits (or polls) of the first and the last sighting, as the ms at which they began. */
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly stamps: Stamps;
  /** Of every tag that it has or had. */
  readonly tagStamps?: readonly TagStamp[];
  /** Papers that may be the same work: somebody says so, and what is known contradicts. */
  readonly suggested?: readonly PaperId[];
  /** Papers of which the reader said that they are others, whatever is claimed. */
  readonly distinct?: readonly PaperId[];
  /** When that was said, or taken back. */
  readonly distinctStamps?: readonly DistinctStamp[];
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
  /** Every author, where there are more than the record lists. */
  readonly authors?: readonly string[];
  readonly abstract?: string;
  readonly aiSummary?: string;
  readonly aiKeywords?: readonly string[];
  readonly submittedBy?: string;
  readonly projectUrl?: string;
  readonly pdfUrl?: string;
  readonly venue?: string;
  readonly authorsComment?: string;
  readonly categories?: readonly string[];
  readonly url?: string;
  /** What files said of it that has no home here; see `Extra`. */
  readonly extra?: Extra;
  /** Who said which field, of the record and of these. */
  readonly sayings?: readonly Saying[];
}

/** A day, in ms. */
export const dayLength = 86_400_000;

/** The ISO day of an instant, in UTC, as the digests count their days. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The first instant of an ISO day in UTC, in ms; 0 when it is no day. */
export function dayStart(day: string): number {
  return Date.parse(day) || 0;
}

/** Tells whether the paper was on an earlier digest than its newest one. */
export function isAgain({ firstDay, day }: PaperRecord): boolean {
  return firstDay !== undefined && firstDay < day;
}

/** Tells whether a rule folds the paper away: until the reader has decided on it. */
export function isMuted({ state, mutedBy }: PaperRecord): boolean {
  return mutedBy !== undefined && isUndecided(state);
}

/** Drops the keys whose value is undefined. */
export function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
