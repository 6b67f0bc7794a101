import type { PaperId } from '../../papers/paper';
import { instantIn, publishedOn } from '../parts/dates';
import { type Draft, entryOf } from '../parts/entry';
import { mentionIn } from '../parts/ids';
import { type JsonValue, jsonValues } from '../parts/json-values';
import { realNames, spokenName } from '../parts/names';
import { memoryNote } from '../parts/notes';
import { isObject, type Loose, textOf, textsOf } from '../parts/objects';
import { isSet } from '../parts/statuses';
import { titleOfPage } from '../parts/titles';
import type { ImportFormat, Parsed, Steps } from '../types';
import { bibtex } from './bibtex';

/**
 * PaperMemory (https://github.com/vict0rsch/PaperMemory), all that it writes: the whole memory by key, backups of it
 * by date or by version, BibTeX by key, and lists of links with or without tags.
 */
export const papermemory: ImportFormat = {
  id: 'papermemory',
  extensions: ['json'],
  recognises: ({ start }) =>
    /^\{/.test(start)
      ? isMemory(start)
      : /^\[\s*(?:"https?:|\{\s*"(?:url|title|tags|codeLink)"\s*:)/.test(start),
  parse: parsePaperMemory,
};

function isMemory(start: string): boolean {
  return /"pdfLink"\s*:|"__dataVersion"\s*:|^\{\s*"[\w.-]+_?[^"]*"\s*:\s*"\s*@\w+\s*\{/.test(start);
}

function* parsePaperMemory({ text }: { readonly text: string }): Steps {
  for (const found of jsonValues(text, isMemoryWithin)) {
    if (!found) yield undefined;
    else if (found.kind === 'broken')
      yield { kind: 'damaged', line: found.line, key: found.key, reason: found.reason };
    else if (!found.key.startsWith('__')) yield* entriesOf(found, text.trimStart()[0] === '[');
  }
}

/** A whole memory that was put away under a date or a version: an object of objects. */
function isMemoryWithin(start: string): boolean {
  const first = /^\{\s*"([^"]*)"\s*:\s*[{"]/.exec(start);
  return (
    first !== null &&
    start.at(first[0].length - 1) === '{' &&
    !fieldsWithObjects.has(first[1] ?? '')
  );
}

/** Fields of a paper whose value is an object. */
const fieldsWithObjects = new Set(['code', 'extra', 'extras']);

/** A value is a paper, a link, or the BibTeX of a paper. */
function* entriesOf({ key, line, value }: JsonValue, isList: boolean): Steps {
  if (isList) yield* linkOf(value, line);
  else if (typeof value === 'string' && value.includes('@')) yield* ofBibtex(value, key, line);
  else if (isObject(value) && ('pdfLink' in value || 'title' in value))
    yield* paperOf(key, value, line);
  else yield { kind: 'skipped', line, key, reason: 'notAPaper' };
}

function* linkOf(value: unknown, line: number): Generator<Parsed, void> {
  const item: Loose = isObject(value) ? value : { url: value };
  const address = textOf(item, 'url');
  if (!address || !/^https?:\/\//i.test(address)) {
    yield {
      kind: 'skipped',
      line,
      ...(address ? { key: address.slice(0, 200) } : {}),
      reason: 'noAddress',
    };
    return;
  }
  yield* entryOf({
    line,
    key: address,
    isLink: true,
    claims: { addresses: [address] },
    title: titleOfPage(textOf(item, 'title'), address),
    tags: textsOf(item, 'tags'),
    codeUrl: textOf(item, 'codeLink'),
    extra: [
      'papermemory',
      Object.entries(item).filter(([name]) => !['url', 'title', 'tags', 'codeLink'].includes(name)),
    ],
  });
}

/** The key tells the id where the BibTeX does not. */
function* ofBibtex(value: string, key: string, line: number): Steps {
  for (const step of bibtex.parse({ text: value, name: key })) {
    if (!step || step.kind === 'remark') yield step;
    else if (step.kind !== 'paper') yield { ...step, line, key };
    else {
      const known = step.paper.id.startsWith('title:') ? keyId(key) : undefined;
      yield { ...step, line, key, paper: known ? { ...step.paper, id: known } : step.paper };
    }
  }
}

const homes = new Set(
  'author title venue conf doi note tags codeLink code favorite addDate pdfLink year bibtex bibtext md'.split(
    ' ',
  ),
);

function* paperOf(key: string, item: Loose, line: number): Generator<Parsed, void> {
  const source = textOf(item, 'bibtex') ?? textOf(item, 'bibtext') ?? '';
  const { note, venue, machine } = memoryNote(textOf(item, 'note'));
  const code = textOf(isObject(item.code) ? item.code : {}, 'url');
  const extra = isObject(item.extra) ? item.extra : {};
  yield* entryOf({
    line,
    key: textOf(item, 'id') ?? key,
    claims: claimsOf(key, item, source, machine, extra),
    title: textOf(item, 'title'),
    authors: realNames((textOf(item, 'author') ?? '').split(/\s+and\s+/)).map(spokenName),
    date: publishedOn(textOf(item, 'year')),
    venue: textOf(item, 'venue') ?? venue ?? textOf(item, 'conf') ?? venueIn(source),
    codeUrl: textOf(item, 'codeLink') ?? code,
    tags: textsOf(item, 'tags'),
    note,
    starred: isSet(item.favorite),
    savedAt: instantIn(textOf(item, 'addDate')),
    extra: ['papermemory', bagOf(item, source)],
  });
}

function claimsOf(
  key: string,
  item: Loose,
  source: string,
  machine: readonly string[],
  extra: Loose,
): Draft['claims'] {
  const pdf = textOf(item, 'pdfLink');
  const page = pdf?.replace('/pdf/', '/abs/').replace(/\.pdf$/, '');
  const isArxiv = /arxiv/i.test(pdf ?? '');
  return {
    known: [keyId(textOf(item, 'id') ?? key)],
    doi: [textOf(item, 'doi')],
    addresses: [textOf(extra, 'url'), isArxiv ? page : pdf],
    mentions: [
      /journal\s*=\s*[{"]([^}"]*)/i.exec(source)?.[1],
      /eprint\s*=\s*[{"]([^}"]*)/i.exec(source)?.[1],
      ...machine,
    ],
  };
}

/** The id that a key of PaperMemory's names: `Arxiv-hep-th_9901001`, `OR-ICLR-2021_YicbFdNTTy`, `ACL-NAACL-2019_N19-1423`. */
function keyId(key: string): PaperId | undefined {
  const arxiv = /^arxiv-(.+)$/i.exec(key)?.[1];
  if (arxiv) return mentionIn(`arxiv:${arxiv.replace('_', '/')}`)?.id;
  const forum = /^OR-.*?_([\w-]+)$/.exec(key)?.[1] ?? /^OR-[^_]*-\d{4}_(.+)$/.exec(key)?.[1];
  if (forum) return `openreview:${forum}`;
  const acl = /^ACL-.*_((?:[A-Z]\d\d-\d{4,5})|(?:\d{4}\.[\w.-]+\.\d+))$/i.exec(key)?.[1];
  return acl ? `acl:${/^\d/.test(acl) ? acl.toLowerCase() : acl.toUpperCase()}` : undefined;
}

function venueIn(source: string): string | undefined {
  return /booktitle\s*=\s*[{"]([^{}"]+)/i.exec(source)?.[1];
}

function* bagOf(item: Loose, source: string): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(item)) if (!homes.has(name)) yield [name, value];
  if (source) yield ['bibtex', source];
  if (textOf(item, 'pdfLink') && /^https?:/i.test(textOf(item, 'pdfLink') ?? ''))
    yield ['pdfLink', item.pdfLink];
  if (isObject(item.code) && Object.keys(item.code).length) yield ['code', item.code];
  if (textOf(item, 'note')) yield ['note', item.note];
}
