import * as v from 'valibot';
import { backupFormat } from '../exports/json';
import { factFields, sources } from '../papers/facts/sources';
import type { Note } from '../papers/note';
import { paperStates } from '../papers/paper';
import type { PaperDetails, PaperRecord } from '../papers/record';
import { type Rule, ruleEffects, ruleSubjects } from '../papers/rules/rule';
import { tagKey } from '../papers/tags';
import { type PaperVersion4, withStamps } from '../papers/versions/version-4';
import type { KeptDecision } from '../store/decisions/kept';
import { views } from '../store/decisions/row';

/** Why a file was refused whole. */
export type ImportErrorCode = 'not-json' | 'not-offprint' | 'newer' | 'damaged';

/** A file that was refused; nothing of it was taken. */
export class ImportError extends Error {
  constructor(
    readonly code: ImportErrorCode,
    /** Where in the file: `papers 12 title`, or what the JSON parser says. */
    readonly place: string,
  ) {
    super(`${code}: ${place}`);
    this.name = 'ImportError';
  }
}

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const id = v.pipe(text(2100), v.regex(/^[a-z]+:\S/));
const address = v.pipe(text(2100), v.regex(/^https?:\/\//i));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(v.number(), v.finite());
const isoDay = v.pipe(v.string(), v.isoDate());
const names = (most: number) => v.pipe(v.array(text(300)), v.maxLength(most));

/** Keys for the indexes (`listAt`, `tagKeys`) are left out: the store makes them anew. */
const recordFields = {
  id,
  aliases: v.optional(v.pipe(v.array(id), v.maxLength(100))),
  title: v.optional(text(1000)),
  authors: names(2000),
  authorCount: count,
  organization: v.optional(text(300)),
  publishedAt: v.optional(text(40)),
  dailyAt: v.optional(text(40)),
  upvotes: v.optional(count),
  comments: v.optional(count),
  codeUrl: v.optional(address),
  codeStars: v.optional(count),
  thumbnailUrl: v.optional(address),
  state: v.picklist(paperStates),
  tags: names(1000),
  hasNote: v.boolean(),
  starred: v.optional(v.boolean()),
  savedAt: v.optional(instant),
  savedUpvotes: v.optional(count),
  deletedFrom: v.optional(v.picklist(paperStates)),
  readAt: v.optional(instant),
  savedDay: v.optional(isoDay),
  readDay: v.optional(isoDay),
  openedAt: v.optional(instant),
  openedCount: v.optional(count),
  queueAt: v.optional(instant),
  snoozedUntil: v.optional(instant),
  wokeAt: v.optional(instant),
  seenAt: v.optional(instant),
  firstDay: v.optional(isoDay),
  matches: v.optional(v.pipe(v.array(text(100)), v.maxLength(1000))),
  mutedBy: v.optional(text(100)),
  firstSeenAt: instant,
  lastSeenAt: instant,
  suggested: v.optional(v.pipe(v.array(id), v.maxLength(1000))),
  distinct: v.optional(v.pipe(v.array(id), v.maxLength(1000))),
  sites: v.optional(names(100)),
  day: text(40),
  sortAt: instant,
};

const moment = { at: instant, device: text(100) };
const stamp = v.object({ ...moment, again: v.optional(v.nullable(v.object(moment))) });

const record = v.object({
  ...recordFields,
  stamps: v.object({
    standing: v.optional(stamp),
    starred: v.optional(stamp),
    queue: v.optional(stamp),
    openings: v.optional(stamp),
    note: v.optional(stamp),
  }),
  tagStamps: v.optional(
    v.array(
      v.object({
        key: text(2000),
        ...stamp.entries,
        isOff: v.optional(v.literal(true)),
        since: v.optional(instant),
      }),
    ),
  ),
});

/** A record of a file of the first version. */
const recordVersion1 = v.pipe(
  v.object({
    ...recordFields,
    updatedAt: v.object({
      state: instant,
      tags: v.optional(instant),
      note: v.optional(instant),
      starred: v.optional(instant),
      queue: v.optional(instant),
      opened: v.optional(instant),
    }),
  }),
  v.transform((paper) => withStamps(paper as PaperVersion4 & typeof paper, tagKey)),
);

const details = v.object({
  id,
  version: v.optional(count),
  authors: v.optional(names(2000)),
  abstract: v.optional(text(20_000)),
  aiSummary: v.optional(text(20_000)),
  aiKeywords: v.optional(names(100)),
  submittedBy: v.optional(text(200)),
  projectUrl: v.optional(address),
  pdfUrl: v.optional(address),
  sayings: v.optional(
    v.array(
      v.tuple([v.picklist(sources), instant, v.nullable(count), v.array(v.picklist(factFields))]),
    ),
  ),
});

const note = v.object({
  id,
  text: v.string(),
  updatedAt: instant,
  device: v.optional(text(100)),
  seen: v.optional(v.record(text(100), instant)),
  apart: v.optional(v.array(v.object({ text: v.string(), stamp }))),
});

const list = v.object({
  id: text(100),
  name: text(300),
  icon: text(100),
  query: text(5000),
  order: text(100),
  isPinned: v.boolean(),
  at: instant,
});

const hue = v.pipe(v.number(), v.minValue(0), v.maxValue(360));
const tag = v.object({ key: text(2000), name: text(300), hue });

const rule = v.object({
  id: text(100),
  effect: v.picklist(ruleEffects),
  subject: v.picklist(ruleSubjects),
  value: text(5000),
  saves: v.optional(v.boolean()),
  tags: v.optional(names(1000)),
  createdAt: instant,
});

const decision = v.pipe(
  v.object({
    at: instant,
    what: text(100),
    by: v.picklist(['reader', 'bulk', 'rule']),
    view: v.optional(v.picklist(views)),
    source: v.optional(text(100)),
    rank: v.optional(count),
    ids: v.pipe(v.array(id), v.minLength(1)),
    upvotes: v.array(v.nullable(count)),
    undone: v.optional(v.array(id)),
  }),
  v.check(({ ids, upvotes }) => ids.length === upvotes.length),
);

/** Lists and hues are absent from files of version 0.1, rules from files of 0.2. */
const backup = (version: number) =>
  v.object({
    papers: version === 1 ? v.array(recordVersion1) : v.array(record),
    details: v.array(details),
    notes: v.array(note),
    lists: v.optional(v.array(list), []),
    tags: v.optional(v.array(tag), []),
    rules: v.optional(v.array(rule), []),
    decisions: v.optional(v.array(decision), []),
  });

/** What a backup file holds. */
export interface ImportedContents {
  readonly papers: readonly PaperRecord[];
  readonly details: readonly PaperDetails[];
  readonly notes: readonly Note[];
  readonly lists: readonly v.InferOutput<typeof list>[];
  readonly tags: readonly v.InferOutput<typeof tag>[];
  readonly rules: readonly Rule[];
  readonly decisions: readonly KeptDecision[];
}

/**
 * Reads a file that `exportJson` wrote. Every record is checked before anything is returned.
 * @throws ImportError when the file is cut off, of another kind, of a newer version or damaged.
 */
export function importJson(file: string): ImportedContents {
  const parsed = parseJson(file);
  const head = v.safeParse(
    v.object({ format: v.literal(backupFormat.format), version: count }),
    parsed,
  );
  if (!head.success) throw new ImportError('not-offprint', '');
  if (head.output.version > backupFormat.version)
    throw new ImportError('newer', String(head.output.version));
  const result = v.safeParse(backup(head.output.version), parsed, { abortEarly: true });
  if (!result.success) throw new ImportError('damaged', placeOf(result.issues[0]));
  return result.output as ImportedContents;
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(file.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportError('not-json', error instanceof Error ? error.message : '');
  }
}

function placeOf(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []) as readonly { readonly key: unknown }[];
  return path.map(({ key }) => (typeof key === 'number' ? key + 1 : String(key))).join(' ');
}
