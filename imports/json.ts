import * as v from 'valibot';
import { backupFormat } from '../exports/json';
import { paperStates } from '../papers/paper';
import type { PaperDetails, PaperRecord } from '../papers/record';
import { type Rule, ruleEffects, ruleSubjects } from '../papers/rules/rule';

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
const record = v.object({
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
  updatedAt: v.object({
    state: instant,
    tags: v.optional(instant),
    note: v.optional(instant),
    starred: v.optional(instant),
    queue: v.optional(instant),
    opened: v.optional(instant),
  }),
  day: text(40),
  sortAt: instant,
});

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

/** Lists and hues are absent from files of version 0.1, rules from files of 0.2. */
const backup = v.object({
  papers: v.array(record),
  details: v.array(details),
  notes: v.array(v.object({ id, text: v.string(), updatedAt: instant })),
  sightings: v.array(v.object({ digest: text(1000), id, firstAt: instant, lastAt: instant })),
  lists: v.optional(v.array(list), []),
  tags: v.optional(v.array(tag), []),
  rules: v.optional(v.array(rule), []),
});

/** What a backup file holds. */
export interface ImportedContents {
  readonly papers: readonly PaperRecord[];
  readonly details: readonly PaperDetails[];
  readonly notes: readonly {
    readonly id: string;
    readonly text: string;
    readonly updatedAt: number;
  }[];
  readonly sightings: readonly {
    readonly digest: string;
    readonly id: string;
    readonly firstAt: number;
    readonly lastAt: number;
  }[];
  readonly lists: readonly v.InferOutput<typeof list>[];
  readonly tags: readonly v.InferOutput<typeof tag>[];
  readonly rules: readonly Rule[];
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
  const result = v.safeParse(backup, parsed, { abortEarly: true });
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
