import { authorNames } from '../names';
import type { PaperId, PaperState } from '../paper';
import type { PaperDetails, PaperRecord } from '../record';
import { tagKey } from '../tag-key';
import { tidy } from '../text';
import { type PreparedText, wordsOf, zonedWords } from './words';
import { type Zone, zones } from './zones';

/**
 * Raised whenever words are compared in another way, or `headOf` or `bodyOf` take up others, so that
 * everything is prepared anew, and judged anew by the rules.
 */
export const preparationRules = 6;

/**
 * What every search looks through first, and all that filters and facets need. Lists are joined by line
 * breaks. Its words are those of the zones, each after a line break.
 */
export interface Head extends PreparedText {
  readonly id: PaperId;
  readonly aliases: string;
  /** See `tagKey`. */
  readonly tags: string;
  readonly authors: string;
  readonly organization: string;
  readonly sites: string;
  readonly state: PaperState;
  readonly savedAt: number;
  /** ISO day of publication, else of the digest. */
  readonly date: string;
  /** ISO day of the digest, or empty. */
  readonly dailyOn: string;
  /** -1 when unknown. */
  readonly upvotes: number;
  readonly hasCode: boolean;
  readonly hasNote: boolean;
  readonly isStarred: boolean;
  /** When it was last opened, in ms; 0 for never. */
  readonly openedAt: number;
  /** See `PaperRecord.queueAt`; 0 when it is not among those to read next. */
  readonly queueAt: number;
}

/** The fields of a head, for storing many of them column by column. */
export const headFields = [
  'id',
  'aliases',
  'text',
  'shape',
  'tags',
  'authors',
  'organization',
  'sites',
  'state',
  'savedAt',
  'date',
  'dailyOn',
  'upvotes',
  'hasCode',
  'hasNote',
  'isStarred',
  'openedAt',
  'queueAt',
] as const satisfies readonly (keyof Head)[];

/** What is searched of one paper. */
export interface Entry {
  readonly head: Head;
  /** Absent until it was loaded. */
  readonly body?: PreparedText;
}

/** How much of a note's words the head holds. */
const noteStart = 500;

/**
 * Prepares the part of a paper that is searched first.
 * @param sites Where it was sighted, by site id.
 */
export function headOf(
  record: PaperRecord,
  details: PaperDetails | undefined,
  note: string,
  sites: readonly string[],
): Head {
  const authors = authorNames(record, details);
  const aliases = record.aliases ?? [];
  const texts: Record<Zone, readonly string[]> = {
    title: [record.title ?? record.id],
    tags: record.tags,
    authors,
    organization: [record.organization ?? ''],
    ids: [record.id, ...aliases],
    note: [note],
  };
  const words = zonedWords(
    zones.map((zone) => [texts[zone], zone === 'note' ? noteStart : undefined]),
  );
  return {
    id: record.id,
    aliases: aliases.join('\n'),
    ...words,
    tags: record.tags.map(tagKey).join('\n'),
    authors: authorNames(record).map(tidy).join('\n'),
    organization: tidy(record.organization ?? ''),
    sites: (sites.length ? [...new Set(sites)].sort() : [siteOfId(record.id)]).join('\n'),
    state: record.state,
    savedAt: record.savedAt ?? 0,
    date: `${record.publishedAt ?? record.dailyAt ?? record.day}-01-01`.slice(0, 10),
    dailyOn: (record.dailyAt ?? '').slice(0, 10),
    upvotes: record.upvotes ?? -1,
    hasCode: record.codeUrl !== undefined,
    hasNote: record.hasNote,
    isStarred: record.starred === true,
    openedAt: record.openedAt ?? 0,
    queueAt: record.queueAt ?? 0,
  };
}

/** What changes most often of a record, and is none of what `headOf` looks at. */
const passedOver: readonly string[] = ['lastSeenAt', 'seenAt', 'comments', 'codeStars', 'stamps'];

/** Tells whether two records surely have the same head, as far as records say. */
export function hasSameHead(one: PaperRecord, other: PaperRecord): boolean {
  const fields = Object.keys({ ...one, ...other }) as (keyof PaperRecord)[];
  return fields.every(
    (field) =>
      one[field] === other[field] ||
      passedOver.includes(field) ||
      JSON.stringify(one[field]) === JSON.stringify(other[field]),
  );
}

/** Prepares the long texts: a note that the head cannot hold, abstract, AI summary and keywords. */
export function bodyOf(details: PaperDetails | undefined, note: string): PreparedText {
  return zonedWords([
    [wordsOf(note).text.length > noteStart ? [note] : []],
    [[details?.abstract ?? '']],
    [[details?.aiSummary ?? '']],
    [details?.aiKeywords ?? []],
  ]);
}

/** The site of a paper that was never sighted: the scheme of its id, the host of an address. */
function siteOfId(id: PaperId): string {
  const [scheme = '', ...rest] = id.split(':');
  if (scheme !== 'url') return scheme;
  const address = rest.join(':');
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : scheme;
}
