import { groupsField, type StandIns, standInField } from '../papers/facts/extra';
import { addressOf } from '../papers/identity';
import type { PaperId, Status } from '../papers/paper';
import { tidy } from '../papers/text';

/** A person, or a group that has one name. */
export type Person =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

/** A paper as it leaves: what is known of it, and what of the reader's words goes along. */
export interface OutgoingPaper {
  readonly id: PaperId;
  readonly aliases?: readonly PaperId[];
  readonly title?: string;
  /** As sources spell them: "Ada Lovelace", "Lovelace, Ada" or "{Gemini Team}". */
  readonly authors?: readonly string[];
  /** Journal, conference or book. */
  readonly venue?: string;
  /** ISO 8601 date, as far as it is known. */
  readonly publishedAt?: string;
  readonly abstract?: string;
  readonly organization?: string;
  readonly upvotes?: number;
  readonly codeUrl?: string;
  /** The page that a source named, where it is another than that of the id. */
  readonly url?: string;
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly status?: Status;
  readonly starred?: boolean;
  /** In ms. */
  readonly savedAt?: number;
  /** Its key in BibTeX, once it was given one. */
  readonly citationKey?: string;
  /** What other tools' files said that has no place of its own, by the format it came in. */
  readonly extra?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The first id of a scheme among all that a paper has, without the scheme. */
export function idIn(
  scheme: 'arxiv' | 'doi',
  { id, aliases = [] }: OutgoingPaper,
): string | undefined {
  const found = [id, ...aliases].find((one) => one.startsWith(`${scheme}:`));
  return found?.slice(scheme.length + 1);
}

/** The DOI of the published paper, or the one that DataCite has for each arXiv id (https://info.arxiv.org/help/doi.html). */
export function doiOf(paper: OutgoingPaper): string | undefined {
  const arxiv = idIn('arxiv', paper);
  return idIn('doi', paper) ?? (arxiv && `10.48550/arXiv.${arxiv}`);
}

/** Where it can be read; http(s) only. */
export function urlOf({ url, id, aliases = [] }: OutgoingPaper): string | undefined {
  const [address] = [url ?? [], id, ...aliases].flat().flatMap((one) => {
    const found = /^https?:/i.test(one) ? one : addressOf(one);
    return found && URL.canParse(found) ? new URL(found).href : [];
  });
  return address?.replace(/[{}<>"\\^`|\s]/g, encodeURIComponent);
}

/** Four digits, or `undefined` where the year is not known. */
export function yearOf({ publishedAt }: OutgoingPaper): string | undefined {
  return /^\d{4}/.exec(publishedAt ?? '')?.[0];
}

/** The names of an author list as bibliographies have them. */
export function personsOf({ authors = [] }: OutgoingPaper): Person[] {
  return authors.flatMap((name) => personOf(line(name)) ?? []);
}

/** Those who wrote it, and nobody where they are others whom the format's own fields tell of, as editors of a book are. */
export function writersOf(paper: OutgoingPaper, format: string): Person[] {
  const said = extraOf(paper, format)[standInField] as StandIns | undefined;
  const names = typeof said === 'object' && said !== null ? said.names : undefined;
  const isSame = Array.isArray(names) && names.join('\n') === paper.authors?.join('\n');
  return isSame ? [] : personsOf(paper);
}

const groupName =
  /\b(?:team|group|collaboration|consortium|project|committee|association|institute|society|foundation|labs?|community|network|initiative|alliance|authors)$/i;
const particle =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|zur|bin|ibn|al|el)$/;

/** Whether a part of a name tells a person from others of the family: `Jr.`, `III`. */
export function isGeneration(part: string): boolean {
  return /^(?:[JS]r\.?|I{2,3}|I?V|VI{0,3})$/i.test(part);
}

/** What stands before a comma is the family name; else the last word, with the particles before it. */
function personOf(name: string): Person | undefined {
  const braced = /^\{(.*)\}$/.exec(name)?.[1];
  if (braced !== undefined || !name) return braced ? { literal: braced } : undefined;
  const [family = '', ...parts] = name.split(',').map((part) => part.trim());
  if (parts.length > 0 && family) {
    const given = parts.filter(Boolean);
    const suffix = given.length > 1 && isGeneration(given.at(-1) ?? '') ? given.pop() : undefined;
    const rest = given.join(', ');
    return rest ? { family, given: rest, ...(suffix ? { suffix } : {}) } : { literal: family };
  }
  const words = name.split(' ');
  if (words.length === 1 || groupName.test(name)) return { literal: name };
  let start = words.length - 1;
  while (start > 1 && particle.test(words[start - 1] ?? '')) start -= 1;
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') };
}

/** Family name first, groups as they are. */
export function familyFirst(person: Person): string {
  if ('literal' in person) return person.literal;
  const { family, given, suffix } = person;
  return [family, given, ...(suffix ? [suffix] : [])].join(', ');
}

/** Given name first, groups as they are; what belongs behind a name (`Jr`) stands behind it. */
export function givenFirst(person: Person): string {
  if ('literal' in person) return person.literal;
  const { family, given, suffix } = person;
  return [given, family, ...(suffix ? [suffix] : [])].join(' ');
}

/** As programs have it that know of nothing behind a family name: `Martin Luther, Jr.`. */
export function givenWithSuffix({ given, suffix }: { given: string; suffix?: string }): string {
  return suffix ? `${given}, ${suffix}` : given;
}

/** What kind of work it is, as far as its venue and ids tell. */
export type WorkKind = 'preprint' | 'article' | 'conference' | 'webpage';

const conference =
  /\b(?:proc(?:eedings)?|conference|workshop|symposium|neurips|nips|icml|iclr|colm|aaai|ijcai|acl|naacl|eacl|emnlp|coling|tacl-?c|cvpr|iccv|eccv|wacv|sig[a-z]{2,6}|kdd|chi|www|icra|iros|corl|rss|interspeech|icassp|usenix|osdi|sosp)\b/i;

/** Without a venue what has an arXiv id is a preprint, and what has nothing but an address a page. */
export function kindOf(paper: OutgoingPaper): WorkKind {
  if (paper.venue) return conference.test(paper.venue) ? 'conference' : 'article';
  if (idIn('arxiv', paper) || yearOf(paper))
    return idIn('doi', paper) && !idIn('arxiv', paper) ? 'article' : 'preprint';
  return idIn('doi', paper) ? 'article' : 'webpage';
}

/** One line without characters that nobody can see; XML allows few of them. */
export function line(value: string): string {
  return tidy(block(value).replace(/\n/g, ' '));
}

/** What nearly every text has, and nothing to be taken out of it: told quickly, of many long ones. */
const seen = /^[\n\t -~\u00a0-\u2027\u202a-\ud7ff]*$/;

/** Several lines, each ended by a line feed, without other characters that nobody can see. */
export function block(value: string): string {
  if (seen.test(value)) return value;
  return value
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}

/** The ISO instant in UTC at which it was saved. */
export function savedOf({ savedAt }: OutgoingPaper): string | undefined {
  const date = savedAt === undefined ? undefined : new Date(savedAt);
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}

/** What other files said in one format, whatever became of the object on its way. */
export function extraOf(
  { extra }: OutgoingPaper,
  format: string,
): Readonly<Record<string, unknown>> {
  const found = extra && Object.hasOwn(extra, format) ? extra[format] : undefined;
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return {};
  const { [groupsField]: _groups, ...fields } = found;
  return fields;
}
