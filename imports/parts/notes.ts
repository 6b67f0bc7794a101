import type { PaperId } from '../../papers/paper';
import { mentionIn } from './ids';

/** What machines write where a reader's note belongs. */
const machine =
  /^(?:arxiv:?\s*\S+(?:\s*\[[\w.-]+\])?|(?:accepted|published|to appear)\s*(?:@|at|in)\s.*|comments?:\s.*|\[\S+\s+online;.*|publisher:\s.*|cited by\s*:\s*\d+|export date:\s.*|citation key:\s.*|_eprint:.*|pmid:?\s*\d{1,8}|pmcid:?\s*pmc\d+|read[_ ]status(?:[_ ]date)?:\s.*)$/i;

/** A note taken apart. */
export interface NoteParts {
  /** The reader's own words. */
  readonly note?: string;
  /** What a machine wrote of where it came out: `Accepted @ NAACL 2019`. */
  readonly venue?: string;
  /** The lines that a machine wrote. */
  readonly machine: readonly string[];
}

/** Parts what a machine wrote from the reader's own words, line by line. */
export function ownNote(text: string | undefined): NoteParts {
  const lines = (text ?? '').split(/\r\n?|\n/);
  const written = lines.filter((line) => machine.test(line.trim()));
  const own = lines.filter((line) => !machine.test(line.trim()));
  const venue = written
    .map((line) => /^accepted\s*@\s*(.*?)(?:(?<!\s)\s+--\s+\[.*)?$/i.exec(line.trim())?.[1])
    .find(Boolean);
  const note = own.join('\n').trim();
  return { ...(note ? { note } : {}), ...(venue ? { venue } : {}), machine: written };
}

/** How far the reader is, as a line of Zotero's *Extra* among what machines wrote says: `Read_Status: In Progress`. */
export function readStatusIn(machine: readonly string[]): string | undefined {
  return machine.map((line) => /^\s*read[_ ]status:\s*(.*)$/i.exec(line)?.[1]).find(Boolean);
}

/** The PubMed id that a machine wrote among notes. */
export function pubmedIn(machine: readonly string[]): PaperId | undefined {
  const number = machine.map((line) => /^\s*pmid:?\s*(\d{1,8})\s*$/i.exec(line)?.[1]).find(Boolean);
  return number === undefined ? undefined : `pmid:${number}`;
}

/** A note of PaperMemory's, without what it writes between two notes that its synchronisation found apart. */
export function memoryNote(text: string | undefined): NoteParts {
  const { note, ...rest } = ownNote(text);
  const own = note
    ?.split(/\s*--\[Sync Merge\]--\s*/)
    .filter(Boolean)
    .join('\n\n');
  return { ...rest, ...(own ? { note: own } : {}) };
}

/** The fields that Zotero keeps as lines in its *Extra*, and what is left of it. */
export interface ZoteroExtra {
  /** By name in small letters. */
  readonly fields: ReadonlyMap<string, string>;
  /** The fields as they are spelled there, and what arXiv's line says beside the id. */
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly arxiv: readonly string[];
  readonly note?: string;
}

/** Reads Zotero's *Extra*: `name: value` lines are fields, a line of arXiv's is an id, the rest is a note. */
export function zoteroExtra(text: string | undefined): ZoteroExtra {
  const fields = new Map<string, string>();
  const lines: (readonly [string, string])[] = [];
  const arxiv: string[] = [];
  const rest: string[] = [];
  for (const line of (text ?? '').split(/\r\n?|\n/)) {
    const [, name, value] = /^([A-Za-z][A-Za-z ._-]{1,40}):\s*(\S.*)$/.exec(line) ?? [];
    const [, ofArxiv] = /^\s*arxiv:\s*(\S+\s+\S.*)$/i.exec(line) ?? [];
    if (mentionIn(line) && /^arxiv/i.test(line.trim())) {
      arxiv.push(line);
      if (ofArxiv) lines.push(['arXiv', ofArxiv.trim()]);
    } else if (name && value && isField(name)) {
      fields.set(name.toLowerCase(), value.trim());
      lines.push([name, value.trim()]);
    } else rest.push(line);
  }
  const note = rest.join('\n').trim();
  return { fields, lines, arxiv, ...(note ? { note } : {}) };
}

const extraFields =
  /^(?:status|read[ _]status|read_status_date|citation[ -]?key|doi|pmid|pmcid|type|original[ -]date|issued|publisher|place|tex\.[\w.-]+|number|event[ -]?(?:title|place|date)|container[ -]title|medium|version|genre|volume|issue|page|isbn|issn|number-of-pages|keyword|starred|rating)$/i;

function isField(name: string): boolean {
  return extraFields.test(name.trim());
}
