import { latexTitle } from '../../exports/formats/latex';
import { addressesIn, addressIn } from './addresses';
import { noteField } from './bibtex-notes';
import { isWholeDate } from './dates';
import { arxivIn } from './ids';
import { latexText } from './latex';
import { isSet, statusIn } from './statuses';

/** What was made of an entry's fields. */
export interface ReadOfEntry {
  /** Whether an arXiv id was found in its fields. */
  readonly isArxiv: boolean;
  /** The ids that were found in its DOI. */
  readonly hasDoi: boolean;
  readonly date: string | undefined;
  /** The field that the venue was taken from. */
  readonly venueField: string | undefined;
  /** The field in which the reader's note stood, where that is not the usual one. */
  readonly noteField: string | undefined;
  /** Whether the list of authors says more than their names: that there are others, which part of a name is which. */
  readonly hasMoreOfAuthors: boolean;
}

const looked =
  /^(?:doi|eprint|eprinttype|archiveprefix|arxivid|url|howpublished|date|year|month|ranking|readstatus)$/;
const venues = new Set(['journal', 'journaltitle', 'booktitle', 'eventtitle', 'maintitle']);

/**
 * Of the fields that have a home those of which something would be lost there, as they are written: a DOI that is
 * none, the second year of a range, an `eprint` of another archive than arXiv, four stars of five.
 */
export function* keptFields(
  fields: ReadonlyMap<string, string>,
  read: ReadOfEntry,
): Generator<readonly [string, string | readonly string[]]> {
  for (const [name, value] of fields) if (isKept(name, value, read)) yield [name, value];
  const subtitle = fields.get('subtitle');
  if (subtitle) yield ['subtitle', subtitle];
  if (subtitle || isFormed(fields.get('title'))) yield ['title', fields.get('title') ?? ''];
  if (read.noteField) yield [noteField, [read.noteField]];
}

/** Whether a title is written otherwise than Offprint would write it: with emphasis, with capitals that are held. */
function isFormed(title = ''): boolean {
  return /[\\{]/.test(title) && latexTitle(latexText(title)) !== title;
}

/** The longest `note` that is kept as it stands, in characters: bibliographies print it. */
const mostPrinted = 2000;

function isKept(name: string, value: string, read: ReadOfEntry): boolean {
  if (venues.has(name)) return name !== read.venueField;
  if (name === 'note') return value.length <= mostPrinted && !/^\s*arxiv:\S+\s*$/i.test(value);
  if (name === 'author') return read.hasMoreOfAuthors;
  if (/^(?:groups|mendeley-groups|mendeley-tags|labels|folders)$/.test(name)) return true;
  if (!looked.test(name)) return false;
  const plain = latexText(value);
  if (name === 'doi') return !read.hasDoi;
  if (/^(?:eprint|eprinttype|archiveprefix|arxivid)$/.test(name))
    return !read.isArxiv || (name === 'eprint' && (!arxivIn(plain) || /v\d+$/.test(plain)));
  if (name === 'url') return addressesIn(value).length !== 1;
  if (name === 'howpublished') return !isAddress(value);
  if (name === 'date' || name === 'year') return !isWholeDate(plain, read.date);
  if (name === 'month') return !/^\d{4}-\d\d/.test(read.date ?? '');
  if (name === 'ranking') return isSet(plain) === undefined;
  return name === 'readstatus' && statusIn(plain) === undefined;
}

function isAddress(value: string): boolean {
  const inside = /^\s*\\url\s*\{([^{}]*)\}[\s.]*$/.exec(value)?.[1] ?? value;
  return addressIn(latexText(inside)) !== undefined && !/\s/.test(inside.trim());
}
