import { richerAuthors } from './names';
import type { Paper, UnsureField } from './paper';
import type { PaperDetails, PaperRecord } from './record';
import { defined, isoDay, listedAuthors, withKeys } from './record';

/**
 * Merges what a page says into what is stored: a filled value wins over an empty one, a newer one
 * over an older. Nothing of the reader's own is touched.
 * @param record What is stored; `undefined` for a paper not met before.
 * @param visitAt When the visit that sighted it began, in ms.
 * @param day ISO day of the digest, where it has one.
 */
export function mergePaper(
  record: PaperRecord | undefined,
  paper: Paper,
  visitAt: number,
  day?: string,
): PaperRecord {
  const base = record ?? emptyRecord(paper.id, visitAt);
  const { title } = withoutUnsure(paper, base, paper.unsure);
  const authors = richerAuthors(base.authors, paper.authors?.slice(0, listedAuthors) ?? []);
  const merged: PaperRecord = {
    ...base,
    ...defined({
      title,
      organization: paper.organization,
      publishedAt: longer(paper.publishedAt, base.publishedAt),
      dailyAt: paper.dailyAt ?? base.dailyAt,
      upvotes: paper.upvotes,
      comments: paper.comments,
      codeUrl: paper.codeUrl,
      codeStars: paper.codeStars,
      thumbnailUrl: paper.thumbnailUrl,
      aliases: joinAliases(base, paper),
    }),
    authors,
    authorCount: Math.max(base.authorCount, paper.authors?.length ?? paper.authorCount ?? 0),
    ...daysOf(base, paper, day),
  };
  return withKeys(merged);
}

/** The first and the newest digest that a paper is known to be on. */
function daysOf(
  base: PaperRecord,
  { dailyAt }: Paper,
  day: string | undefined,
): Pick<PaperRecord, 'day' | 'firstDay'> {
  const known = base.firstDay === undefined ? [] : [base.firstDay, base.day];
  const days = [...known, dailyAt?.slice(0, 10), day].filter((one) => one !== undefined).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? { firstDay: first, day: last } : { day: base.day };
}

/**
 * Merges details field by field: a filled value wins over an empty one, and over one that is there where it is sure.
 * @param unsure See `Paper.unsure`.
 */
export function mergeDetails(
  stored: PaperDetails | undefined,
  fresh: PaperDetails,
  unsure: Paper['unsure'] = [],
): PaperDetails {
  const authors = richerAuthors(stored?.authors ?? [], fresh.authors ?? []);
  return {
    ...stored,
    ...withoutUnsure(fresh, stored, unsure),
    id: stored?.id ?? fresh.id,
    ...(authors.length ? { authors } : {}),
  };
}

/** Leaves out what a page is not sure of where something is stored. */
function withoutUnsure<T extends object>(
  fresh: T,
  stored: { readonly [K in UnsureField]?: string } = {},
  unsure: Paper['unsure'] = [],
): T {
  const kept = Object.entries(fresh).filter(
    ([key]) => !unsure.some((field) => field === key && stored[field] !== undefined),
  );
  return Object.fromEntries(kept) as T;
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
    updatedAt: { state: visitAt },
    day: isoDay(visitAt),
    sortAt: 0,
  };
}

/** An instant says more than a day; of the same kind the page's own, newer word stands. */
function longer(fresh: string | undefined, stored: string | undefined): string | undefined {
  if (!fresh) return stored;
  return stored && stored.length > fresh.length && stored.startsWith(fresh) ? stored : fresh;
}

function joinAliases(base: PaperRecord, paper: Paper): readonly string[] | undefined {
  const all = new Set([...(base.aliases ?? []), paper.id, ...(paper.aliases ?? [])]);
  all.delete(base.id);
  return all.size ? [...all] : undefined;
}
