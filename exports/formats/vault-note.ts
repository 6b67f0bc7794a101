import {
  block,
  extraOf,
  familyFirst,
  givenFirst,
  idIn,
  line,
  type OutgoingPaper,
  type Person,
  personsOf,
  savedOf,
  urlOf,
  yearOf,
} from '../outgoing';
import { tagSlug } from './tag-slug';

/** What stands below it is the person's own and never written over. */
export const vaultMarker = '%% offprint: what you write below this line stays %%';

/** A name that every file system takes, without what Obsidian cannot link to, and not longer than 120 characters. */
export function noteName(paper: OutgoingPaper, taken: Set<string>): string {
  const title = line(paper.title ?? '') || paper.id;
  const base =
    shortened(
      title
        .normalize('NFC')
        .replace(/[*"\\/<>:|?#^[\]]+/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[. ]+|[. ]+$/g, ''),
    ) || 'paper';
  const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(base) ? `${base} paper` : base;
  let name = safe;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${safe} ${count}`;
  taken.add(name.toLowerCase());
  return name;
}

/** What the reader has added above the marker, in Obsidian's properties. */
export interface OwnWords {
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  /** Of properties that are not ours, and their names. */
  readonly lines: readonly string[];
  readonly names: ReadonlySet<string>;
}

/**
 * The note of one paper in an Obsidian vault: flat front matter, abstract, note, and our marker at the end.
 * @param own What stays of a note that was there.
 */
export function vaultNote(paper: OutgoingPaper, own: OwnWords = wordsInFile(paper)): string {
  const { abstract, note } = paper;
  const parts = [
    frontMatter(paper, own),
    ...(abstract ? [`> [!abstract]\n${quoted(block(abstract))}`] : []),
    // A note that has our marker in it would end there.
    ...(note ? [`## Note\n\n${block(note).replaceAll(vaultMarker, `\\${vaultMarker}`)}`] : []),
    vaultMarker,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What the reader had added to the note that the paper came in, where none is there yet. */
function wordsInFile(paper: OutgoingPaper): OwnWords {
  const { aliases } = extraOf(paper, 'markdown');
  const names = Array.isArray(aliases) ? aliases.filter((one) => typeof one === 'string') : [];
  return { tags: [], aliases: names, lines: [], names: new Set() };
}

/** Strings are written as JSON has them, which is YAML too (https://yaml.org/spec/1.2.2/#12-json-compatibility). */
function frontMatter(paper: OutgoingPaper, own: OwnWords): string {
  const { title, tags = [], status, starred } = paper;
  const saved = savedOf(paper);
  const doi = idIn('doi', paper);
  const arxiv = idIn('arxiv', paper);
  const bag = extraOf(paper, 'markdown');
  const fields: readonly (readonly [string, unknown])[] = [
    ['id', paper.id],
    ['title', title && line(title)],
    ['aliases', [...new Set([...(title ? [line(title)] : []), ...own.aliases])]],
    ['authors', personsOf(paper).map(authorName)],
    ['year', Number(yearOf(paper)) || undefined],
    ['published', paper.publishedAt?.slice(0, 10)],
    ['venue', paper.venue && line(paper.venue)],
    ['arxiv', arxiv],
    ['doi', doi],
    ['url', urlOf(paper)],
    ['code', paper.codeUrl],
    ['organization', paper.organization],
    ['tags', [...new Set([...tags.map(tagSlug), ...own.tags])]],
    ['tag-names', tags.map(line)],
    // A word of the reader's own for it stands until they say another one here.
    [
      'status',
      (status ?? 'unread') === 'unread' && typeof bag.status === 'string' ? bag.status : status,
    ],
    ['starred', starred],
  ];
  const known = new Set(['added', 'author', ...fields.map(([name]) => name)]);
  const others = Object.entries(bag).filter(
    ([name]) => /^\P{Cc}{1,60}$/u.test(name) && !known.has(name) && !own.names.has(name),
  );
  const lines = fields.flatMap(([name, value]) => field(name, value));
  const rest = others.flatMap(([name, value]) => othersField(name, value));
  // A date and time as Obsidian's properties have them: without quotes and zone. In UTC here.
  const added = saved ? [`added: ${saved.slice(0, 19)}`] : [];
  return ['---', ...lines, ...added, ...rest, ...own.lines, '---'].join('\n');
}

/** The names of all properties that are written here. */
export const ownProperties: ReadonlySet<string> = new Set([
  ...['id', 'title', 'aliases', 'authors', 'year', 'published', 'venue', 'arxiv', 'doi', 'url'],
  ...['code', 'organization', 'tags', 'tag-names', 'status', 'starred', 'added'],
]);

/** A group of several words stands in braces, as it would be taken for a person otherwise; one with a `Jr` tells its parts by commas. */
function authorName(person: Person): string {
  if (!('literal' in person) && person.given.includes(',')) return familyFirst(person);
  return 'literal' in person && /\s/.test(person.literal)
    ? `{${person.literal}}`
    : givenFirst(person);
}

/**
 * A property that came with a file: numbers, boxes and dates are such again, for Obsidian tells what a property is by how it is written.
 */
function othersField(name: string, value: unknown): readonly string[] {
  const key = /^[\w-]+$/.test(name) ? name : JSON.stringify(name);
  const items = Array.isArray(value) ? value : [value];
  const written = items.map((one) => (isBare(one) ? String(one) : JSON.stringify(one)));
  if (!Array.isArray(value)) return [`${key}: ${written[0]}`];
  return value.length ? [`${key}:`, ...written.map((one) => `  - ${one}`)] : [];
}

/** Whether a text is what YAML makes of it again: no sign of it is lost as a number or a date. */
function isBare(value: unknown): boolean {
  const text = String(value);
  if (/^(?:true|false)$/.test(text) || /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?$/.test(text))
    return true;
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) && String(Number(text)) === text;
}

function field(name: string, value: unknown): readonly string[] {
  if (value === undefined || value === '') return [];
  if (!Array.isArray(value)) return [`${name}: ${JSON.stringify(value)}`];
  return value.length ? [`${name}:`, ...value.map((one) => `  - ${JSON.stringify(one)}`)] : [];
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((one) => `> ${one}`.trimEnd())
    .join('\n');
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= 120 ? text : characters.slice(0, 119).join('').trimEnd().concat('…');
}
