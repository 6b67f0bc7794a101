import * as v from 'valibot';
import { factFields, sources } from '../papers/facts/sources';
import { paperStates } from '../papers/paper';
import { count, factsWithin, idWithin, instant, unbounded } from '../papers/schema';
import { tagKey } from '../papers/tags';
import { type PaperVersion4, withStamps } from '../papers/versions/version-4';
import type { SectionName } from '../store/backup/sections';
import { views } from '../store/decisions/row';
import { listRow, look, ruleRow, stamp } from './rows';

/* What was kept once is taken back, however long it is: only what a page sends is bounded. */
const id = idWithin(unbounded);
const { listed, detailed } = factsWithin(unbounded);
const texts = v.array(v.string());
const ids = v.array(id);
const isOn = v.optional(v.boolean());

const said = v.object({ source: v.picklist(sources), at: instant, version: v.optional(count) });
const face = v.optional(v.object({ value: v.string(), said }));

/** Keys for the indexes (`listAt`, `tagKeys`) are left out: the store makes them anew. */
const recordFields = {
  ...listed,
  id,
  aliases: v.optional(ids),
  authors: texts,
  authorCount: count,
  state: v.picklist(paperStates),
  tags: texts,
  hasNote: v.boolean(),
  starred: isOn,
  savedAt: v.optional(instant),
  savedUpvotes: v.optional(count),
  savedVersion: v.optional(count),
  lead: v.optional(id),
  faces: v.optional(
    v.record(v.string(), v.object({ venue: face, publishedAt: face, pdfUrl: face })),
  ),
  deletedFrom: v.optional(v.picklist(paperStates)),
  readAt: v.optional(instant),
  savedDay: v.optional(v.string()),
  readDay: v.optional(v.string()),
  openedAt: v.optional(instant),
  openedCount: v.optional(count),
  queueAt: v.optional(instant),
  snoozedUntil: v.optional(instant),
  wokeAt: v.optional(instant),
  seenAt: v.optional(instant),
  missedAt: v.optional(instant),
  laterAt: v.optional(instant),
  countedAt: v.optional(instant),
  firstDay: v.optional(v.string()),
  matches: v.optional(texts),
  mutedBy: v.optional(v.string()),
  firstSeenAt: instant,
  lastSeenAt: instant,
  suggested: v.optional(ids),
  distinct: v.optional(ids),
  sites: v.optional(texts),
  day: v.string(),
  sortAt: instant,
};

const record = v.object({
  ...recordFields,
  stamps: v.object({
    standing: v.optional(stamp),
    starred: v.optional(stamp),
    queue: v.optional(stamp),
    openings: v.optional(stamp),
    note: v.optional(stamp),
    version: v.optional(stamp),
    lead: v.optional(stamp),
  }),
  distinctStamps: v.optional(
    v.array(v.object({ id, ...stamp.entries, isOff: v.optional(v.literal(true)) })),
  ),
  tagStamps: v.optional(
    v.array(
      v.object({
        key: v.string(),
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

const saying = v.tuple([
  v.picklist(sources),
  instant,
  v.nullable(count),
  v.array(v.picklist(factFields)),
]);

/** How deep in each other values of other programs may lie. */
const deepest = 100;

/** Not for the sake of what is in them: what is copied or compared goes into each. */
function isShallow(value: unknown, left = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((one) => isShallow(one, left - 1));
}

const fields = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((all) => isShallow(all)),
);
const bag = v.object({ at: instant, fields });

const details = v.object({
  id,
  ...detailed,
  extra: v.optional(v.record(v.string(), bag)),
  sayings: v.optional(v.array(saying)),
});

const note = v.object({
  id,
  text: v.string(),
  updatedAt: instant,
  device: v.optional(v.string()),
  seen: v.optional(v.record(v.string(), instant)),
  apart: v.optional(v.array(v.object({ text: v.string(), stamp }))),
});

const past = v.object({
  ...{ id, aliases: recordFields.aliases, title: listed.title, organization: listed.organization },
  ...{ publishedAt: listed.publishedAt, upvotes: listed.upvotes, authors: texts },
  authorCount: count,
  seenAt: recordFields.seenAt,
  missedAt: recordFields.missedAt,
  firstDay: recordFields.firstDay,
  day: v.string(),
  sites: recordFields.sites,
  matches: recordFields.matches,
  mutedBy: recordFields.mutedBy,
  firstSeenAt: instant,
  lastSeenAt: instant,
});

const tombstone = v.object({
  id,
  aliases: v.optional(ids),
  deletedAt: instant,
  firstSeenAt: instant,
});

const decision = v.pipe(
  v.object({
    at: instant,
    what: v.string(),
    by: v.picklist(['reader', 'bulk', 'rule']),
    view: v.optional(v.picklist(views)),
    source: v.optional(v.string()),
    rank: v.optional(count),
    ids: v.pipe(ids, v.minLength(1)),
    upvotes: v.array(v.nullable(count)),
    undone: v.optional(ids),
  }),
  v.check(({ ids, upvotes }) => ids.length === upvotes.length),
);

/** A list of a backup: what each entry has to be, and whether every file has the list. */
export interface Section {
  readonly entry: v.GenericSchema;
  /** Lists and hues are absent from files of version 0.1, rules from 0.2, tombstones and what follows from 0.3. */
  readonly isOptional?: true;
}

/**
 * The lists of a backup, by name.
 * @param version Of the file's format.
 */
export function sectionsOf(version: number): Readonly<Record<SectionName, Section>> {
  return {
    papers: { entry: version === 1 ? recordVersion1 : record },
    details: { entry: details },
    notes: { entry: note },
    lists: { entry: listRow, isOptional: true },
    tags: { entry: look, isOptional: true },
    rules: { entry: ruleRow, isOptional: true },
    tombstones: { entry: tombstone, isOptional: true },
    decisions: { entry: decision, isOptional: true },
    past: { entry: past, isOptional: true },
  };
}
