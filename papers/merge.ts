import { detailsOf } from './details-of';
import { type Extra, extraOf, mergeExtra } from './facts/extra';
import { type Faces, mergeFaces } from './facts/faces';
import { type Facts, factsOf, mergeFacts, type Said, valuesOf } from './facts/facts';
import { packSayings, unpackSayings } from './facts/sayings';
import type { FactField, factFields } from './facts/sources';
import { type Met, mergeMet } from './met';
import { type Note, noteRow, noteWords } from './note';
import type { Paper, PaperId } from './paper';
import { defined, isoDay, listedAuthors, type PaperDetails, type PaperRecord } from './record';
import { withKeys } from './record-keys';
import { noteOf, noteText } from './words/note';
import { withWords, wordsOf } from './words/paper-words';
import { mergeWords, type Words } from './words/words';

/** All that is known of one paper in one place: what sources say, what the reader says, when it was met. */
export interface Copy {
  readonly id: PaperId;
  readonly aliases: readonly PaperId[];
  readonly suggested: readonly PaperId[];
  readonly distinct: readonly PaperId[];
  readonly facts: Facts;
  readonly words: Words;
  readonly met: Met;
  /** What was said under other ids than its own; see `Faces`. */
  readonly faces?: Faces;
  readonly extra?: Extra;
}

/** A paper as it is stored. */
export interface Rows {
  readonly record: PaperRecord;
  readonly details: PaperDetails;
  /** Absent where there never was one. */
  readonly note?: Note;
}

/**
 * Merges two copies of one paper: from a page, a joined record, a backup, a file or another device. No
 * order and no repeat makes a difference, but for the id, which is the first one's.
 */
export function merge(one: Copy, other: Copy): Copy {
  const aliases = new Set([...one.aliases, other.id, ...other.aliases]);
  aliases.delete(one.id);
  const suggested = new Set([...one.suggested, ...other.suggested]);
  for (const id of [one.id, ...aliases]) suggested.delete(id);
  return {
    id: one.id,
    aliases: [...aliases],
    suggested: [...suggested],
    distinct: [...new Set([...one.distinct, ...other.distinct])],
    ...mergeFaces(one, other),
    facts: mergeFacts(one.facts, other.facts),
    words: mergeWords(one.words, wordsFor(one.id, other)),
    met: mergeMet(one.met, other.met),
    ...mergeExtra(one, other),
  };
}

/**
 * What the reader said of a copy, as it counts under another id: notes of two records stand side by side,
 * whichever was written later.
 */
export function wordsFor(id: PaperId, { id: other, words }: Copy): Words {
  return id === other || !words.note ? words : { ...words, note: noteOf(other, words.note) };
}

/** What a page, a poll or a file says of a paper, and when. The reader has said nothing there. */
export function copyOfPaper(
  paper: Paper,
  said: Omit<Said, 'version'>,
  { day, site }: { readonly day?: string | undefined; readonly site?: string | undefined } = {},
): Copy {
  const listed = [paper.dailyAt?.slice(0, 10), day].filter((one) => one !== undefined).sort();
  const [first, last] = [listed[0], listed.at(-1)];
  const authorCount = Math.max(paper.authors?.length ?? 0, paper.authorCount ?? 0) || undefined;
  return {
    id: paper.id,
    aliases: paper.aliases ?? [],
    suggested: [],
    distinct: [],
    facts: saidFacts({ ...paper, ...defined({ authorCount }) }, said),
    words: {},
    met: {
      firstSeenAt: said.at,
      lastSeenAt: said.at,
      ...(first && last ? { days: { first, last } } : {}),
      ...(site ? { sites: [site] } : {}),
    },
  };
}

/** What a page may show in other words than the paper's own (see `Paper.unsure`) counts as a translation. */
function saidFacts(paper: Paper, said: Omit<Said, 'version'>): Facts {
  const unsure: readonly string[] = paper.unsure ?? [];
  const facts = Object.entries(factsOf(paper, said)).map(([field, fact]) =>
    unsure.includes(field)
      ? [field, { ...fact, said: { ...fact.said, source: 'translated' } }]
      : [field, fact],
  );
  return Object.fromEntries(facts) as Facts;
}

/** What is stored of a paper, to be merged. */
export function copyOf(
  record: PaperRecord,
  details: PaperDetails | undefined,
  note: Note | undefined,
): Copy {
  const { firstSeenAt, lastSeenAt, missedAt, firstDay: first, day: last, sites } = record;
  const seenAt = record.seenAt ?? (record.state === 'seen' ? firstSeenAt : undefined);
  const days = first === undefined ? undefined : { first, last };
  return {
    id: record.id,
    aliases: record.aliases ?? [],
    suggested: record.suggested ?? [],
    distinct: record.distinct ?? [],
    facts: storedFacts(record, details),
    words: wordsOf(record, noteWords(note)),
    met: defined({ firstSeenAt, lastSeenAt, seenAt, missedAt, days, sites }),
    ...(record.faces ? { faces: record.faces } : {}),
    ...extraOf(details),
  };
}

/**
 * A copy as it is stored.
 * @param base What is stored already: what rules say of it stays.
 * @param divider The line between notes that were written apart.
 */
export function rowsOf(copy: Copy, base: PaperRecord | undefined, divider: string): Rows {
  const { id, aliases, suggested, distinct, facts, words, met } = copy;
  const { firstSeenAt, lastSeenAt, seenAt, missedAt, days, sites } = met;
  const values = valuesOf(facts);
  const record: PaperRecord = {
    ...emptyRecord(id, firstSeenAt),
    ...defined({ matches: base?.matches, mutedBy: base?.mutedBy, wokeAt: base?.wokeAt }),
    ...listedValues(values),
    ...defined({
      aliases: aliases.length ? aliases : undefined,
      suggested: suggested.length ? suggested : undefined,
      distinct: distinct.length ? distinct : undefined,
      seenAt,
      missedAt,
      firstDay: days?.first,
      sites,
      faces: copy.faces,
    }),
    ...{ firstSeenAt, lastSeenAt, day: days?.last ?? base?.day ?? isoDay(firstSeenAt) },
  };
  const hasNote = noteText(words.note, divider) !== '';
  const sayings = packSayings(
    Object.fromEntries(Object.entries(facts).map(([field, { said }]) => [field, said])),
  );
  return {
    record: withKeys(withWords(record, words, hasNote)),
    details: { ...detailsOf({ ...values, id }), ...extraOf(copy), sayings },
    ...(words.note ? { note: noteRow(id, words.note, divider) } : {}),
  };
}

/** A paper that nothing is known of but its id. */
export function emptyRecord(id: string, visitAt: number): PaperRecord {
  return {
    id,
    authors: [],
    authorCount: 0,
    state: 'new',
    tags: [],
    hasNote: false,
    firstSeenAt: visitAt,
    lastSeenAt: visitAt,
    stamps: {},
    day: isoDay(visitAt),
    sortAt: 0,
  };
}

/** Facts of a record from before sources were kept are under `earlier`. */
function storedFacts(record: PaperRecord, details: PaperDetails | undefined): Facts {
  const said = unpackSayings(details?.sayings);
  const earlier: Said = { source: 'earlier', at: record.lastSeenAt };
  const authors = details?.authors ?? record.authors;
  const values: Partial<Paper> = {
    ...details,
    ...(record as Partial<Paper>),
    ...{ authors, authorCount: record.authorCount },
  };
  const facts = factsOf(values, earlier);
  return Object.fromEntries(
    (Object.entries(facts) as [FactField, NonNullable<Facts[FactField]>][])
      .filter(([field]) => field !== 'authorCount' || record.authorCount > 0)
      .map(([field, fact]) => [field, { ...fact, said: said[field] ?? fact.said }]),
  ) as Facts;
}

const listedFields = [
  'title',
  'organization',
  'publishedAt',
  'version',
  'revisedAt',
  'dailyAt',
  'upvotes',
  'comments',
  'codeUrl',
  'codeStars',
  'thumbnailUrl',
] as const satisfies readonly (typeof factFields)[number][];

function listedValues(values: Partial<Paper>): Partial<PaperRecord> {
  const { authors = [], authorCount = authors.length } = values;
  return {
    ...defined(Object.fromEntries(listedFields.map((field) => [field, values[field]]))),
    authors: authors.slice(0, listedAuthors),
    authorCount,
  };
}
