import type { PaperId, PaperState } from '../paper';
import type { DistinctWords } from './distinct';
import { mergeNotes, type NoteWords } from './note';
import { later, type Register } from './stamp';

/** What the reader decided on a paper, with what belongs to that decision. */
export interface Standing {
  /** `new` and `seen` stand here when a decision was taken back. */
  readonly state: PaperState;
  readonly savedAt?: number;
  readonly savedUpvotes?: number;
  readonly readAt?: number;
  readonly snoozedUntil?: number;
  readonly deletedFrom?: PaperState;
  readonly laterAt?: number;
  readonly countedAt?: number;
  /** The reader's own days at `savedAt` and `readAt`. */
  readonly savedDay?: string;
  readonly readDay?: string;
}

/** When a paper was last opened from Offprint, and how often. */
export interface Openings {
  readonly at: number;
  readonly count: number;
}

/** One tag on one paper: that it was put there, or taken off. */
export interface TagWord {
  /** The spelling. */
  readonly name: string;
  readonly isOn: boolean;
  /** Its place among the tags, where that is not when it was said. */
  readonly since?: number;
}

/**
 * The half of a paper that is the reader's: what was said, and when. What was never said is absent;
 * what was taken back is a value like any other, so that it travels.
 */
export interface Words {
  readonly standing?: Register<Standing>;
  readonly starred?: Register<boolean>;
  /** Its place among those to read next; `null` when it was taken from there. */
  readonly queue?: Register<number | null>;
  readonly openings?: Register<Openings>;
  /** The version that is known to the reader: that of when it was saved. */
  readonly version?: Register<number | null>;
  /** Which id leads; `null` when that is as by default again. */
  readonly lead?: Register<PaperId | null>;
  /** By the ids of papers that it is not one with. */
  readonly distinct?: DistinctWords;
  /** By `tagKey`. */
  readonly tags?: Readonly<Record<string, Register<TagWord>>>;
  readonly note?: NoteWords;
}

/**
 * Merges what was said of one paper in two places: of each word the later one stands, tags one by one,
 * and notes written apart are both kept. Commutative, associative and idempotent.
 */
export function mergeWords(one: Words, other: Words): Words {
  const tags = mergeEach(one.tags ?? {}, other.tags ?? {});
  const distinct = mergeEach(one.distinct ?? {}, other.distinct ?? {});
  return withoutAbsent({
    standing: later(one.standing, other.standing),
    starred: later(one.starred, other.starred),
    queue: later(one.queue, other.queue),
    openings: mergeOpenings(one.openings, other.openings),
    version: later(one.version, other.version),
    lead: later(one.lead, other.lead),
    distinct: Object.keys(distinct).length ? distinct : undefined,
    tags: Object.keys(tags).length ? tags : undefined,
    note: mergeNotes(one.note, other.note),
  });
}

type Each<Value> = Readonly<Record<string, Register<Value>>>;

function mergeEach<Value>(one: Each<Value>, other: Each<Value>): Each<Value> {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  const merged = keys.map((key) => [key, later(ownOf(one, key), ownOf(other, key))] as const);
  return Object.fromEntries(merged.flatMap(([key, word]) => (word ? [[key, word]] : [])));
}

/** A tag may be called as what every object has. */
function ownOf<Value>(words: Each<Value>, key: string): Register<Value> | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

/** The last time stands, and the larger number: two copies of one count are not two counts. */
function mergeOpenings(
  one: Register<Openings> | undefined,
  other: Register<Openings> | undefined,
): Register<Openings> | undefined {
  const last = later(one, other);
  if (!last || !one || !other) return last;
  const at = Math.max(one.value.at, other.value.at);
  return { ...last, value: { at, count: Math.max(one.value.count, other.value.count) } };
}

function withoutAbsent(
  words: {
    readonly [Name in keyof Words]: Words[Name] | undefined;
  },
): Words {
  return Object.fromEntries(
    Object.entries(words).filter(([, value]) => value !== undefined),
  ) as Words;
}
