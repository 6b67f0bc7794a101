import { addressesIn, cleanAddress } from '../../imports/parts/addresses';
import { bibNames } from '../../imports/parts/bibtex-names';
import { noteField, noteIn, notePlaces } from '../../imports/parts/bibtex-notes';
import { bibTitle } from '../../imports/parts/bibtex-title';
import { latexText as readLatex, splitOutsideBraces } from '../../imports/parts/latex';
import { block, line, type OutgoingPaper } from '../outgoing';
import { isClosed, latexText } from './latex';

/** A field as it is written. */
export type Field = readonly [name: string, value: string | undefined];

/** What an entry's file said of it beyond what is kept, by field. */
export type Bag = Readonly<Record<string, unknown>>;

/**
 * A field that came in as more than Offprint keeps of it leaves as it came, as long as it still says what is known: a title
 * with emphasis, names in their parts, the range `1982--1983`, an arXiv id with the version that was cited.
 */
export function asInFile(paper: OutgoingPaper, bag: Bag, name: string, value: string): string {
  const written = textIn(bag, name);
  return written !== undefined && saysTheSame(paper, bag, name, written, value) ? written : value;
}

function saysTheSame(
  { title = '', authors = [] }: OutgoingPaper,
  bag: Bag,
  name: string,
  written: string,
  value: string,
): boolean {
  switch (name) {
    case 'year':
    case 'date':
      return written.includes(value.slice(0, 4));
    case 'eprint':
      return written.includes(value);
    case 'title':
      return line(bibTitle(written, textIn(bag, 'subtitle')) ?? '') === line(title);
    case 'author':
      return bare(bibNames(written).names) === bare(authors);
    case 'url':
      return addressesIn(written).some((address) => cleanAddress(address) === cleanAddress(value));
    default:
      return false;
  }
}

function bare(names: readonly string[]): string {
  return names.map((name) => line(name.replace(/^\{(.*)\}$/, '$1'))).join('\n');
}

/** Text of TeX that can stand in a field as it is. */
function textIn(bag: Bag, name: string): string | undefined {
  const value = Object.hasOwn(bag, name) ? bag[name] : undefined;
  return typeof value === 'string' && isClosed(value) ? value : undefined;
}

/**
 * The reader's note, in the field that their program has for it, and what stood in `note`, which bibliographies print: that stays
 * there as it was, as long as it is still a part of the reader's.
 */
export function noteFields({ note }: OutgoingPaper, bag: Bag, usual: string): Field[] {
  const [field] = [bag[noteField]].flat();
  const name = notePlaces.find((place) => place === field) ?? usual;
  const own = note && block(note);
  const written = textIn(bag, 'note');
  const printed = noteIn('note', written);
  if (written === undefined || !printed.note || own === printed.note)
    return [
      [name, written && own === printed.note ? undefined : own && latexText(own, true)],
      ['note', written],
    ];
  if (own?.endsWith(`\n\n${printed.note}`))
    return [
      [name, latexText(own.slice(0, -printed.note.length).trimEnd(), true)],
      ['note', written],
    ];
  return [
    [name, own && latexText(own, true)],
    ['note', latexText(printed.machine.join('\n'))],
  ];
}

/**
 * What of a field that came along, and that is not written otherwise, is still true: of tags those that the paper has, of dates those
 * in the year that is known by now, and no season or day beside a whole date.
 */
export function stillTrue(paper: OutgoingPaper, name: string, value: string): string {
  const { publishedAt = '' } = paper;
  switch (name) {
    case 'mendeley-tags':
      return tagsLeft(paper, value, ',');
    case 'labels':
      return tagsLeft(paper, value, value.includes(';') ? ';' : ',');
    case 'year':
    case 'date':
      return value.includes(publishedAt.slice(0, 4)) ? value : '';
    case 'month':
    case 'day':
      return publishedAt.length > 4 ? '' : value;
    default:
      return value;
  }
}

function tagsLeft({ tags = [] }: OutgoingPaper, value: string, between: ',' | ';'): string {
  const written = splitOutsideBraces(value, between === ',' ? /,/ : /;/);
  const left = written.filter((tag) => tags.includes(line(readLatex(tag, { isTag: true }))));
  return left.length === written.length ? value : left.join(between);
}
