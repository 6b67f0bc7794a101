import { haveRivals, isPlaceholder, schemeOf } from '../../papers/claims';
import { type Bag, type Extra, mergeExtra } from '../../papers/facts/extra';
import { type Facts, mergeFacts, unknownFacts } from '../../papers/facts/facts';
import { type Copy, copyOf, copyOfPaper, merge, type Rows, rowsOf } from '../../papers/merge';
import { isUndecided, type PaperId } from '../../papers/paper';
import { canonical } from '../../papers/words/stamp';
import type { ImportedPaper } from '../types';
import { compareTold, joinTold } from './fuller';
import { idsIn } from './groups';
import { wordsFrom } from './words';

/** What a file may have to add to a paper that is here. */
export const additions = ['status', 'star', 'tags', 'note', 'facts', 'ids', 'extra'] as const;
export type Addition = (typeof additions)[number];

/**
 * Where a file says otherwise than the reader has said here, which stands: the status; a note, which is kept beside
 * the one that is here; `removed` of a paper that the reader has dismissed or deleted here.
 */
export type Conflict = 'status' | 'note' | 'removed';

/** What becomes of a paper of a file. */
export const fateKinds = ['new', 'known', 'richer', 'conflicting', 'doubtful'] as const;
export type FateKind = (typeof fateKinds)[number];

/** What importing does to a paper. */
export interface ImportFate {
  /**
   * `new` of one that is not in the reading list; `known` where the file has nothing to add, `richer` where it has;
   * `conflicting` where it says otherwise than the reader here; `doubtful` of one whose title is here under other ids.
   */
  readonly kind: FateKind;
  readonly adds: readonly Addition[];
  readonly conflicts: readonly Conflict[];
  /** The paper that it may be. */
  readonly twin?: PaperId;
  /** What is stored of it then; absent where that is nothing else than before. */
  readonly rows?: Rows;
}

/** How the reader wants an import to be done. */
export interface ImportOptions {
  /** Whether folders, groups and headings become tags. */
  readonly takesFolders: boolean;
  /** Whether papers come back that the reader has dismissed or deleted here. */
  readonly bringsBack: boolean;
}

/** How, and when, papers are imported. */
export interface Importing extends ImportOptions {
  /** ms since the epoch. */
  readonly now: number;
  /** The line between notes that were written apart. */
  readonly divider: string;
}

/** What is here of a paper of a file. */
export interface Here {
  readonly rows?: Rows;
  /** Whether it was deleted for good. */
  readonly isBuried?: boolean;
  /** Ids that are another paper's here. */
  readonly refused?: readonly PaperId[];
  /** A paper with the same title and first author, and no id in common. */
  readonly twin?: PaperId;
}

/**
 * Tells what importing does to a paper of a file: the same before it is done and while. Importing twice changes
 * nothing, and no order of files makes a difference to what is kept.
 */
export function importFate(entry: ImportedPaper, here: Here, how: Importing): ImportFate {
  const { rows: before, twin } = here;
  const mine = before && copyOf(before.record, before.details, before.note);
  if (!mine && here.isBuried && !how.bringsBack)
    return { kind: 'conflicting', adds: [], conflicts: ['removed'] };
  const { words, conflicts, spellings } = wordsFrom(entry, before?.record, mine?.words ?? {}, how);
  if (conflicts.includes('removed')) return { kind: 'conflicting', adds: [], conflicts };
  const said = copyOfPaper(entry.paper, { source: 'file', at: how.now });
  const theirs: Copy = {
    ...said,
    id: mine?.id ?? entry.paper.id,
    aliases: aliasesOf(entry, mine, here.refused ?? []),
    suggested: twin === undefined ? [] : [twin],
    facts: mine ? winning(mine.facts, said.facts) : said.facts,
    words,
    met: mine?.met ?? metOf(entry, how),
    ...extraFrom(entry, mine?.extra, spellings, how),
  };
  const merged = mine ? merge(mine, theirs) : theirs;
  const rows = rowsOf(merged, before?.record, how.divider);
  if (!mine || !before)
    return {
      kind: twin === undefined ? 'new' : 'doubtful',
      adds: [],
      conflicts,
      ...(twin === undefined ? {} : { twin }),
      rows,
    };
  const isSame = canonical(rows) === canonical(rowsOf(mine, before.record, how.divider));
  if (isSame) return { kind: conflicts.length ? 'conflicting' : 'known', adds: [], conflicts };
  const adds = addedBy(mine, merged);
  if (isUndecided(before.record.state)) return { kind: 'new', adds: [], conflicts, rows };
  return { kind: conflicts.length ? 'conflicting' : 'richer', adds, conflicts, rows };
}

/** When a paper counts as met that nobody has met here: when it was put where the file comes from. */
function metOf(
  { words: { savedAt = Number.POSITIVE_INFINITY } }: ImportedPaper,
  { now }: Importing,
) {
  const at = Math.min(savedAt, now);
  return { firstSeenAt: at, lastSeenAt: at };
}

/** Ids that the paper may have besides: no template's, none of another paper's, and no second one of a scheme. */
function aliasesOf(
  entry: ImportedPaper,
  mine: Copy | undefined,
  refused: readonly PaperId[],
): PaperId[] {
  const known = mine ? [mine.id, ...mine.aliases] : [entry.paper.id];
  return idsIn(entry).filter(
    (id) =>
      !known.includes(id) &&
      !refused.includes(id) &&
      !isPlaceholder(id) &&
      (mine || schemeOf(id) !== 'title') &&
      !haveRivals(known, [id]),
  );
}

/** Facts that are worth more than what is known, or that nobody has told. */
function winning(known: Facts, told: Facts): Facts {
  const fresh = unknownFacts(known, told);
  const merged = mergeFacts(known, fresh);
  const won = Object.entries(fresh).filter(([field, fact]) => {
    const [before, after] = [known, merged].map((facts) => facts[field as keyof Facts]);
    if (after !== fact || canonical(before?.value) === canonical(fact.value)) return false;
    const isFiles = before?.said.source === 'file' && before.said.version === fact.said.version;
    return !isFiles || compareTold(field, before.value, fact.value) < 0;
  });
  return Object.fromEntries(won) as Facts;
}

/** What is new of what has no home. */
function extraFrom(
  { extra }: ImportedPaper,
  known: Extra | undefined,
  spellings: Readonly<Record<string, string>>,
  { now }: Importing,
): { readonly extra?: Extra } {
  const names = Object.keys(spellings).length
    ? { 'tag-names': { ...fieldsIn(known, 'tag-names'), ...spellings } }
    : {};
  const bags = Object.entries({ ...extra, ...names }).flatMap(([format, told]): [string, Bag][] => {
    const before = fieldsIn(known, format);
    const fields = joinTold(before ?? {}, told);
    return before && canonical(before) === canonical(fields) ? [] : [[format, { at: now, fields }]];
  });
  return bags.length ? { extra: Object.fromEntries(bags) } : {};
}

function fieldsIn(extra: Extra | undefined, format: string): Bag['fields'] | undefined {
  return extra && Object.hasOwn(extra, format) ? extra[format]?.fields : undefined;
}

function addedBy(mine: Copy, merged: Copy): Addition[] {
  const differs = (of: (copy: Copy) => unknown) => canonical(of(mine)) !== canonical(of(merged));
  const found: Readonly<Record<Addition, boolean>> = {
    status: differs(({ words }) => words.standing),
    star: differs(({ words }) => words.starred),
    tags: differs(({ words }) => words.tags),
    note: differs(({ words }) => words.note),
    facts: differs(({ facts }) => facts),
    ids: differs(({ aliases, suggested }) => [aliases, suggested]),
    extra: differs((copy) => mergeExtra(copy, {})),
  };
  return additions.filter((addition) => found[addition]);
}
