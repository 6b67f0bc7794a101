import { doiIdentity } from '../../papers/identity';
import { addressIn } from '../parts/addresses';
import { cslName } from '../parts/csl-name';
import { dateIn, instantIn, isWholeDate, publishedOn } from '../parts/dates';
import { entryOf } from '../parts/entry';
import { jsonValues } from '../parts/json-values';
import { zoteroExtra } from '../parts/notes';
import { isObject, type Loose, objectsOf, textOf, textsOf } from '../parts/objects';
import { isSet, statusIn } from '../parts/statuses';
import { titleText } from '../parts/titles';
import type { ImportFormat, Parsed, Steps } from '../types';

/** CSL 1.0.2, appendix III: https://docs.citationstyles.org/en/stable/specification.html */
const types =
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
  'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
  'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
  'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
  'treaty video webpage';
const isType = new RegExp(
  `"type"\\s*:\\s*"(?:${types.replaceAll(' ', '|')})"|"issued"\\s*:\\s*\\{\\s*"date-parts"`,
);

/** CSL-JSON, as Zotero, Better BibTeX, Pandoc and Offprint write it: an array of items, or one under `items`. */
export const csl: ImportFormat = {
  id: 'csl',
  extensions: ['json', 'csljson'],
  recognises: ({ start }) => /^[[{]/.test(start) && isType.test(start),
  parse: parseCsl,
};

function* parseCsl({ text }: { readonly text: string }): Steps {
  const list =
    /^\s*\{(?:\s*"[\w-]{1,60}"\s*:\s*"(?:[^"\\]|\\.){0,2000}"\s*,){0,20}\s*"(?:items|references)"\s*:\s*\[/.exec(
      text,
    );
  const single = !list && /^\s*\{/.test(text);
  for (const found of jsonValues(single ? `[${text}]` : text.slice((list?.[0].length ?? 1) - 1))) {
    if (!found) yield undefined;
    else if (found.kind === 'broken') yield brokenAt(found);
    else if (isObject(found.value)) yield* paperOf(found.value, found.line);
    else yield { kind: 'skipped', line: found.line, reason: 'notAPaper' };
  }
}

/** A damaged item is called by its id or title where that can be read. */
function brokenAt({
  line,
  reason,
  start,
}: {
  line: number;
  reason: 'cutOff' | 'unreadable' | 'tooLong';
  start: string;
}): Parsed {
  const key = /"(?:citation-key|id|title)"\s*:\s*"([^"]{1,200})"/.exec(start)?.[1];
  return { kind: 'damaged', line, ...(key ? { key } : {}), reason };
}

const homes = new Set('abstract container-title keyword note custom'.split(' '));
/** Who stands for the authors of what has none. */
const standIns = ['editor', 'director', 'composer', 'script-writer', 'contributor'];

function* paperOf(item: Loose, line: number): Generator<Parsed, void> {
  const extra = zoteroExtra(textOf(item, 'note'));
  const [own = {}] = objectsOf(objectsOf(item, 'custom')[0] ?? {}, 'offprint');
  const number = textOf(item, 'number');
  const archive = textOf(item, 'archive') ?? '';
  const isArxiv = /arxiv/i.test(`${archive} ${textOf(item, 'publisher') ?? ''} ${number ?? ''}`);
  const tags = textsOf(own, 'tags');
  const role = ['author', ...standIns].find((name) => objectsOf(item, name).length > 0) ?? 'author';
  const date = dateOf(objectsOf(item, 'issued')[0], textOf(item, 'issued'));
  yield* entryOf({
    line,
    key: textOf(item, 'citation-key') ?? textOf(item, 'id'),
    claims: {
      arxiv: [
        isArxiv ? number : undefined,
        isArxiv ? textOf(item, 'archive_location') : undefined,
        textOf(item, 'arxiv'),
        ...extra.arxiv,
      ],
      doi: [textOf(item, 'DOI'), extra.fields.get('doi')],
      addresses: [textOf(item, 'URL')],
      known: [
        pmidOf(textOf(item, 'PMID') ?? extra.fields.get('pmid')),
        ...[...textsOf(own, 'id'), ...textsOf(own, 'aliases')].filter(isId),
      ],
      mentions: [textOf(item, 'container-title'), textOf(item, 'archive_location')],
    },
    title: textOf(own, 'title') ?? titleText(textOf(item, 'title')),
    authors: objectsOf(item, role).map(cslName),
    authorsAre: role === 'author' ? undefined : role,
    date,
    venue: titleText(textOf(item, 'container-title')),
    abstract: titleTextKeepingLines(textOf(item, 'abstract')),
    codeUrl: textOf(own, 'code'),
    organization: textOf(own, 'organization'),
    tags: tags.length ? tags : (textOf(item, 'keyword') ?? '').split(/[,;]/),
    note: textOf(own, 'note') ?? extra.note,
    status: statusIn(
      textOf(own, 'status') ??
        extra.fields.get('read status') ??
        extra.fields.get('read_status') ??
        extra.fields.get('status'),
    ),
    starred: isSet(own.starred ?? extra.fields.get('starred')),
    savedAt: instantIn(textOf(own, 'savedAt')),
    extra: ['csl', bagOf({ item, own, isArxiv, date }, extra.lines)],
  });
}

function isId(text: string): boolean {
  return /^(?:arxiv|doi|openreview|acl|pmid):\S/.test(text);
}

function pmidOf(text: string | undefined): string | undefined {
  return /^\d{1,8}$/.test(text ?? '') ? `pmid:${text}` : undefined;
}

function dateOf(issued: Loose | undefined, text: string | undefined): string | undefined {
  if (!issued) return dateIn(text);
  const parts = issued['date-parts'];
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  const [year, month, day] = Array.isArray(first) ? first.map((part) => String(part)) : [];
  return (
    publishedOn(year, month, day) ??
    dateIn(textOf(issued, 'raw')) ??
    dateIn(textOf(issued, 'literal')) ??
    publishedOn(textOf(issued, 'year'), textOf(issued, 'month'), textOf(issued, 'day'))
  );
}

/** JATS and HTML in an abstract are markup. */
function titleTextKeepingLines(text: string | undefined): string | undefined {
  return text && /<\/?\w[\w:]*[^>]*>/.test(text)
    ? text
        .split('\n')
        .map((line) => titleText(line) ?? '')
        .join('\n')
    : text;
}

/** Whether a name has no part that is joined with another here. */
function isPlainName(name: Loose): boolean {
  const parts = Object.keys(name).sort().join(' ');
  return parts === 'family given' || parts === 'literal';
}

interface ReadItem {
  readonly item: Loose;
  readonly own: Loose;
  readonly isArxiv: boolean;
  readonly date: string | undefined;
}

function* bagOf(
  { item, own, isArxiv, date }: ReadItem,
  lines: readonly (readonly [string, string])[],
): Generator<readonly [string, unknown]> {
  for (const [name, value] of Object.entries(item)) {
    if (name === 'title' && titleText(textOf(item, name)) === value) continue;
    if (name === 'author' && objectsOf(item, name).every(isPlainName)) continue;
    if (homes.has(name)) continue;
    if (name === 'DOI' && doiIdentity(textOf(item, name) ?? '')) continue;
    if (name === 'URL' && addressIn(textOf(item, name))) continue;
    if (name === 'issued' && isSaid(value, date)) continue;
    if (isArxiv && (name === 'number' || name === 'archive_location')) continue;
    yield [name, value];
  }
  for (const [name, value] of lines) yield [`note: ${name}`, value];
  if (own.unknown !== undefined) yield ['offprint', own.unknown];
  const [custom = {}] = objectsOf(item, 'custom');
  const { offprint: _own, ...others } = custom;
  if (Object.keys(others).length) yield ['custom', others];
}

/** Whether `issued` says nothing but a date: no end, no season, no doubt. */
function isSaid(issued: unknown, date: string | undefined): boolean {
  if (!isObject(issued)) return isWholeDate(String(issued), date);
  const { 'date-parts': parts, raw, ...others } = issued;
  const text = parts === undefined ? raw : Array.isArray(parts) && parts.length === 1 && parts[0];
  return !Object.keys(others).length && isWholeDate([text].flat().join('-'), date);
}
