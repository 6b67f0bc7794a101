import { instantIn, publishedOn } from '../parts/dates';
import { entryOf } from '../parts/entry';
import { jsonValues } from '../parts/json-values';
import { joinedName } from '../parts/names';
import { isObject, type Loose, objectsOf, textOf, textsOf } from '../parts/objects';
import { isSet } from '../parts/statuses';
import { titleText } from '../parts/titles';
import type { ImportFormat, Parsed, Steps } from '../types';

/** Paperpile's JSON (Settings → Export → JSON), after real exports; names of labels stand in `labelsNamed`. */
export const paperpile: ImportFormat = {
  id: 'paperpile',
  extensions: ['json'],
  recognises: ({ start }) =>
    /^\[/.test(start) && /"pubtype"\s*:|"citekey"\s*:|"labelsNamed"\s*:/.test(start),
  parse: parsePaperpile,
};

function* parsePaperpile({ text }: { readonly text: string }): Steps {
  for (const found of jsonValues(text)) {
    if (!found) yield undefined;
    else if (found.kind === 'broken') {
      const key = /"citekey"\s*:\s*"([^"]{1,200})"/.exec(found.start)?.[1];
      yield { kind: 'damaged', line: found.line, ...(key ? { key } : {}), reason: found.reason };
    } else if (!isObject(found.value))
      yield { kind: 'skipped', line: found.line, reason: 'notAPaper' };
    else if (isSet(found.value.trashed) || isSet(found.value.deleted)) {
      const key = textOf(found.value, 'citekey');
      yield { kind: 'skipped', line: found.line, ...(key ? { key } : {}), reason: 'binned' };
    } else yield* paperOf(found.value, found.line);
  }
}

const homes = new Set(
  'abstract arxivid author created doi eprint foldersNamed journal journalfull labelsNamed note notes published starred title url attachments'.split(
    ' ',
  ),
);

function* paperOf(item: Loose, line: number): Generator<Parsed, void> {
  const related = objectsOf(item, 'xref').filter((one) =>
    /preprint|published|sameas/i.test(textOf(one, 'type') ?? ''),
  );
  const [published = {}] = objectsOf(item, 'published');
  const pmid = textOf(item, 'pmid');
  yield* entryOf({
    line,
    key: textOf(item, 'citekey') ?? textOf(item, '_id'),
    claims: {
      arxiv: [textOf(item, 'arxivid'), textOf(item, 'eprint')],
      doi: [textOf(item, 'doi'), ...related.map((one) => textOf(one, 'doi'))],
      addresses: textsOf(item, 'url'),
      known: [/^\d{1,8}$/.test(pmid ?? '') ? `pmid:${pmid}` : undefined],
      mentions: [textOf(item, 'journal')],
    },
    title: titleText(textOf(item, 'title')),
    authors: objectsOf(item, 'author').map(nameOf),
    date: publishedOn(
      textOf(published, 'year') ?? textOf(item, 'year'),
      textOf(published, 'month'),
      textOf(published, 'day'),
    ),
    venue: titleText(
      textOf(item, 'journalfull') ?? textOf(item, 'journal') ?? textOf(item, 'booktitle'),
    ),
    abstract: textOf(item, 'abstract'),
    tags: textsOf(item, 'labelsNamed'),
    folders: textsOf(item, 'foldersNamed'),
    note: [...textsOf(item, 'note'), ...textsOf(item, 'notes')].join('\n\n') || undefined,
    starred: isSet(item.starred),
    savedAt: instantIn(textOf(item, 'created')),
    extra: ['paperpile', Object.entries(item).filter(([name]) => isLeft(item, name))],
  });
}

/** Of fields that have a home those that say more: a second address, the short name of a journal. */
function isLeft(item: Loose, name: string): boolean {
  if (name === 'url') return textsOf(item, name).length > 1;
  if (name === 'journal') return textOf(item, 'journalfull') !== undefined;
  if (name === 'title') return titleText(textOf(item, name)) !== item[name];
  return !homes.has(name);
}

function nameOf(name: Loose): string {
  return joinedName({
    literal: textOf(name, 'collective'),
    family: textOf(name, 'last') ?? (textOf(name, 'first') ? undefined : textOf(name, 'formatted')),
    given: textOf(name, 'first'),
  });
}
