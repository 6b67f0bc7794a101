import { doiIdentity } from '../../papers/identity';
import { addressIn, wholeAddress } from '../parts/addresses';
import { dateIn, isWholeDate, publishedOn } from '../parts/dates';
import { entryOf } from '../parts/entry';
import { arxivIn, mentionIn } from '../parts/ids';
import { linesOf } from '../parts/lines';
import { initialsLast, joinedName } from '../parts/names';
import { ownNote } from '../parts/notes';
import { titleText } from '../parts/titles';
import type { ImportFormat, Parsed, Steps } from '../types';

/**
 * RIS, as Zotero, EndNote, Mendeley, publishers and Offprint write it. Tags: Research Information Systems'
 * specification of 2011 with the older spellings (`T1`, `A1`, `Y1`, `JF`, `N2`).
 */
export const ris: ImportFormat = {
  id: 'ris',
  extensions: ['ris', 'enw_ris'],
  // A note with front matter may hold what looks like an entry, and so may one within an entry of BibTeX.
  recognises: ({ start }) =>
    /^(?!---\s)(?:(?!TY|[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(])[^\n]*\n){0,40}?\s*TY {1,2}- ?\w*/.test(
      start,
    ),
  parse: parseRis,
};

const tagged = /^\s{0,3}([A-Z][A-Z0-9])\s{1,2}- ?(.*)$/s;
const ending = /^\s{0,3}ER\s{1,2}-/;

interface Field {
  readonly tag: string;
  value: string;
}

interface Open {
  readonly line: number;
  readonly fields: Field[];
  length: number;
}

/** The longest entry, in characters and in fields. */
const mostEntry = 6_000_000;
const mostFields = 10_000;

function* parseRis({ text }: { readonly text: string }): Steps {
  let open: Open | undefined;
  for (const { text: line, number } of linesOf(text)) {
    const [, tag, value = ''] = tagged.exec(line) ?? [];
    if (tag === 'TY') {
      if (open) yield* paperOf(open);
      open = { line: number, fields: [{ tag, value }], length: 0 };
    } else if (ending.test(line)) {
      if (open) yield* paperOf(open);
      open = undefined;
    } else if (open) add(open, tag, value, line);
    if (number % 200 === 0) yield undefined;
  }
  if (!open) return;
  yield { kind: 'remark', remark: 'noEnd' };
  yield* paperOf(open);
}

/** What Offprint writes before a line of a note that looks like a field. */
const guard = /^ {4}(?=[A-Z][A-Z0-9] {1,2}-)/;

/** A line that begins no field goes on with the one before. */
function add(open: Open, tag: string | undefined, value: string, line: string): void {
  open.length += line.length + 1;
  if (open.length > mostEntry) return;
  if (tag && open.fields.length >= mostFields) open.length = mostEntry + 1;
  const last = open.fields.at(-1);
  if (tag) open.fields.push({ tag, value });
  else if (last) last.value += `\n${line.replace(guard, '')}`;
}

/** Tags that have a home; the others go into the bag. */
const homes = new Set('TI T1 CT AU A1 AB N2 KW ER'.split(' '));

function* paperOf({ line, fields, length }: Open): Generator<Parsed, void> {
  const all = (...tags: string[]) =>
    fields.filter(({ tag }) => tags.includes(tag)).map(({ value }) => value.trim());
  const one = (...tags: string[]) =>
    tags.map((tag) => all(tag).find(Boolean)).find((value) => value !== undefined);
  const key = one('ID', 'TI', 'T1');
  if (length > mostEntry) {
    yield { kind: 'damaged', line, ...(key ? { key } : {}), reason: 'tooLong' };
    return;
  }
  const notes = [...all('N1'), ...all('RN')].map(ownNote);
  const own = [...new Set(notes.flatMap(({ note }) => note ?? []))].join('\n\n');
  const type = one('TY') ?? '';
  const authors = authorsOf(all);
  const date = dateOf([one('PY'), one('Y1'), one('DA')]);
  const addresses = all('UR', 'L2', 'LK').flatMap((text) => text.split(/\s+|;(?=https?:)/));
  const url = addresses.find((text) => addressIn(wholeAddress(text)));
  const isBook = type === 'BOOK';
  const places = ['T2', 'JF', ...(isBook ? [] : ['BT']), 'JO', 'JA'];
  const title = one('TI', 'T1', 'CT', ...(isBook ? ['BT'] : []));
  const venue = one(...places) ?? notes.map((note) => note.venue).find(Boolean);
  yield* entryOf({
    line,
    key: key?.slice(0, 200),
    claims: {
      arxiv: [...all('AN'), ...all('M1').filter((text) => /arxiv|^\d{4}\.\d{4,5}/i.test(text))],
      doi: [...all('DO'), ...all('M3')],
      addresses,
      mentions: [...notes.flatMap(({ machine }) => machine), ...all('T2', 'JF', 'JO')],
    },
    title: titleText(title),
    authors: authors.names.map(nameOf),
    authorsAre: authors.role,
    date,
    venue,
    abstract: one('AB', 'N2'),
    tags: all('KW').flatMap((value) => value.split(/[;\n]/)),
    note: own || undefined,
    extra: ['ris', bagOf(fields.flatMap((field) => leftOf(field, { date, venue, title, url })))],
  });
}

function nameOf(value: string): string {
  const [family = '', given, suffix] = value.split(/,\s*/);
  return given === undefined ? initialsLast(value) : joinedName({ family, given, suffix });
}

/** Of a book without authors its editors. */
function authorsOf(all: (...tags: string[]) => string[]): { names: string[]; role?: string } {
  const names = all('AU', 'A1').filter(Boolean);
  return names.length ? { names } : { names: all('A2', 'ED'), role: 'ED' };
}

/** The date that is told the most exactly, of those in the year that is told first: `DA` and `Y1` have month and day. */
function dateOf(told: readonly (string | undefined)[]): string | undefined {
  const dates = told.flatMap((text) => dateIn(text) ?? publishedOn(text) ?? []);
  const year = dates[0]?.slice(0, 4) ?? '';
  const [longest] = dates
    .filter((date) => date.startsWith(year))
    .sort((one, other) => other.length - one.length);
  return longest;
}

/** What was read of an entry, by which it is told what of its fields is said by then. */
interface Said {
  readonly date: string | undefined;
  readonly venue: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
}

/** Of a field that has a home what is not said there: a DOI that is none, a second address, the abbreviation of a journal. */
function leftOf({ tag, value }: Field, said: Said): readonly Field[] {
  const text = value.trim();
  const whole = [{ tag, value }];
  switch (tag) {
    case 'PY':
    case 'Y1':
    case 'DA':
      return isWholeDate(text.replace(/(?<![/\s])[/\s]+$/, ''), said.date) ? [] : whole;
    case 'T2':
    case 'JF':
    case 'JO':
      return text === said.venue ? [] : whole;
    case 'BT':
      return text === said.venue || text === said.title ? [] : whole;
    case 'UR':
    case 'L2':
      return text === said.url ? [] : whole;
    case 'DO':
    case 'M3':
      return doiIdentity(text) ? [] : whole;
    case 'AN':
      return arxivIn(text) ? [] : whole;
    case 'N1':
    case 'RN': {
      const lines = ownNote(text).machine.filter((line) => !mentionIn(line));
      return lines.length ? [{ tag, value: lines.join('\n') }] : [];
    }
    default:
      return whole;
  }
}

/** What has no home, by tag; several values of one are a list. */
function bagOf(fields: readonly Field[]): [string, unknown][] {
  const byTag = new Map<string, string[]>();
  for (const { tag, value } of fields)
    if (!homes.has(tag) && value.trim()) byTag.set(tag, [...(byTag.get(tag) ?? []), value.trim()]);
  return [...byTag].map(([tag, values]) => [tag, values.length > 1 ? values : values[0]]);
}
