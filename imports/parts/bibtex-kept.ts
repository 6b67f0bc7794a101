import { addressIn } from './addresses';
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
  /** What machines wrote among the notes. */
  readonly machine: readonly string[];
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
): Generator<readonly [string, string]> {
  for (const [name, value] of fields) if (isKept(name, value, read)) yield [name, value];
  const remarks = read.machine.filter((line) => !/^\s*(?:arxiv|_eprint|citation key)/i.test(line));
  if (remarks.length) yield ['note', remarks.join('\n')];
}

function isKept(name: string, value: string, read: ReadOfEntry): boolean {
  if (venues.has(name)) return name !== read.venueField;
  if (!looked.test(name)) return false;
  const plain = latexText(value);
  if (name === 'doi') return !read.hasDoi;
  if (/^(?:eprint|eprinttype|archiveprefix|arxivid)$/.test(name))
    return !read.isArxiv || (name === 'eprint' && (!arxivIn(plain) || /v\d+$/.test(plain)));
  if (name === 'url') return !/https?:\/\/|^\s*www\./i.test(plain);
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
