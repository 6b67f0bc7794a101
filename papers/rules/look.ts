import { localDay } from '../local-day';
import { defined, type PaperDetails, type PaperRecord } from '../record';
import { bodyOf, type Entry, headOf } from '../search/entry';
import { type PreparedText, wordsOf, zonedWords } from '../search/words';
import { type AuthorName, authorName } from './author-name';
import { codeOwnerOf } from './code-owner';

/** What rules look at in one paper; each part is made when a rule first asks for it. */
export interface Look {
  authors(): readonly AuthorName[];
  /** The words of the organisation; empty when none is known. */
  organization(): PreparedText;
  /** Title, abstract, AI summary and keywords as `wordsOf` makes them, a line each. */
  words(): PreparedText;
  codeOwner(): string | undefined;
  /** For a search; without anything that the reader has done to the paper. */
  entry(): Entry;
  /** The reader's day on which it came, as an ISO day: what a rule says does not change from day to day. */
  day(): string;
}

/**
 * Looks at a paper as a rule does.
 * @param sites Where it was sighted, by site id.
 */
export function lookAt(
  record: PaperRecord,
  details: PaperDetails | undefined,
  sites: readonly string[] = [],
): Look {
  return {
    authors: once(() =>
      (details?.authors ?? record.authors).flatMap((name) => authorName(name) ?? []),
    ),
    organization: once(() => wordsOf(record.organization ?? '')),
    words: once(() => zonedWords(textsOf(record, details).map((text) => [[text]]))),
    codeOwner: once(() => codeOwnerOf(record.codeUrl)),
    entry: once(() => ({
      head: headOf(untouched(record), details, '', sites),
      body: bodyOf(details, ''),
    })),
    day: once(() => localDay(record.firstSeenAt)),
  };
}

function textsOf({ title }: PaperRecord, details: PaperDetails | undefined): string[] {
  const { abstract, aiSummary, aiKeywords = [] } = details ?? {};
  return [title, abstract, aiSummary, ...aiKeywords].filter((text) => text !== undefined);
}

/** A paper as it was when it came: what a rule says must not change with what the reader does. */
function untouched(record: PaperRecord): PaperRecord {
  const { id, aliases, title, authors, authorCount, organization, publishedAt, dailyAt } = record;
  const { upvotes, codeUrl, firstSeenAt, lastSeenAt, stamps, day, sortAt } = record;
  return defined({
    ...{ id, aliases, title, authors, authorCount, organization, publishedAt, dailyAt },
    ...{ upvotes, codeUrl, firstSeenAt, lastSeenAt, stamps, day, sortAt },
    state: 'new' as const,
    tags: [],
    hasNote: false,
  }) as PaperRecord;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
