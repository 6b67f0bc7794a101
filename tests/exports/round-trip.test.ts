import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutgoingPaper, personsOf } from '../../exports/outgoing';
import { fileOf, papersIn } from '../support/imports';
import { quick } from '../support/property';
import { written } from './outgoing';

const now = Date.UTC(2026, 2, 2, 7, 30);

/** Signs that mean something in one of the formats, between words of several scripts. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('word', 'Éa', '注', 'عربي', '😀', 'AB', 'x1') },
  fc.constantFrom(...'{}\\$%&#_~^"\'<>[]()|*`;,:=@-+!?/.'),
  fc.constantFrom(
    ' and ',
    ']]>',
    '</dd>',
    '%%',
    '--',
    '``',
    '\\x',
    '{}',
    '$$',
    '@misc{x,',
    'ER  - ',
    '#tag',
    '**',
    '[a](b)',
    '=1',
  ),
);
const line = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim())
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
/** A semicolon ends a tag in most programs. */
const tag = line
  .map((text) =>
    text
      .replace(/^[^\p{L}\p{N}]+|[;,]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter(Boolean);
const note = fc
  .array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join('\n').trim())
  .filter(Boolean);
const name = fc.constantFrom(
  'Lin, Zhixuan',
  'van der Berg, Pieter',
  '{Gemini Team}',
  '王, 小明',
  'O’Neil, Séamus',
  'King, Martin, Jr',
);

const paper: fc.Arbitrary<OutgoingPaper> = fc.record(
  {
    id: fc.constantFrom(
      'arxiv:2503.02130',
      'doi:10.1002/(sici)1097-0258(19980815)17:15<1661::aid>3.0.co;2-2',
      'arxiv:hep-th/9901001',
    ),
    title: line,
    authors: fc.array(name, { minLength: 1, maxLength: 3 }),
    venue: line,
    publishedAt: fc.constantFrom('2025-03-03', '2025', '2025-03'),
    abstract: line,
    tags: fc.array(tag, { maxLength: 3 }),
    note,
    status: fc.constantFrom('unread', 'reading', 'read'),
    starred: fc.boolean(),
    savedAt: fc.constant(now),
    codeUrl: fc.constant('https://github.com/a/b_c'),
  },
  { requiredKeys: ['id', 'title'] },
);
const others = { status: 'unread', starred: false, authors: [] as string[], tags: [] as string[] };

/** What a paper says, field by field, to be compared. */
function told(paper: OutgoingPaper): Readonly<Record<string, unknown>> {
  const { tags, status, starred, savedAt, ...rest } = { ...others, ...paper };
  const byKey = new Map(tags.toReversed().map((one) => [one.toLowerCase(), one]));
  return {
    ...rest,
    authors: personsOf(paper),
    tags: [...byKey.values()].sort(),
    status,
    starred,
    savedAt: savedAt && Math.trunc(savedAt / 1000),
  };
}

const all = ['id', 'title', 'authors', 'venue', 'publishedAt', 'abstract', 'tags', 'note'].concat([
  'status',
  'starred',
  'savedAt',
  'codeUrl',
]);
const without = (...names: string[]) => all.filter((one) => !names.includes(one));

/** The file of each format, and what of a paper it can carry whatever the words; see the table in docs/formats.md. */
const carried: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  bibtex: ['a.bib', all],
  biblatex: ['a.bib', all],
  ris: ['a.ris', without('status', 'starred', 'savedAt', 'codeUrl')],
  csl: ['a.json', all],
  'zotero-rdf': ['a.rdf', without('note', 'starred', 'savedAt', 'codeUrl')],
  csv: ['a.csv', all],
  vault: ['a.zip', all],
  bookmarks: ['a.html', ['id', 'title', 'note', 'savedAt']],
  papermemory: ['a.json', ['id', 'title', 'venue', 'note', 'starred', 'savedAt', 'codeUrl']],
  markdown: ['a.md', ['id', 'status']],
};

describe('what a format can carry comes back as it was, whatever the words', () => {
  it.each(Object.entries(carried))('%s', async (id, [file, fields]) => {
    const only = (all: OutgoingPaper | undefined) =>
      all && fields.map((field) => [field, told(all)[field]]);
    await fc.assert(
      fc.asyncProperty(paper, async (one) => {
        const [read] = await papersIn(fileOf(file, await written(id, [one])));
        const back = read && {
          ...read.paper,
          ...read.words,
          tags: [...read.words.tags, ...read.words.folders],
        };
        expect(only(back as OutgoingPaper | undefined)).toEqual(only(one));
      }),
      { numRuns: quick.numRuns / 4 },
    );
  });
});

describe('what is in a note makes no other file of it', () => {
  const notes = ['@misc{x,\n  title = {Other}\n}', 'TY  - JOUR\nTI  - Other\nER  - '];
  it.each(['csv', 'vault'])('%s', async (id) => {
    for (const note of notes) {
      const one = { id: 'arxiv:2503.02130', title: 'Mine', note };
      const file = id === 'csv' ? 'a.csv' : 'a.zip';
      const papers = await papersIn(fileOf(file, await written(id, [one])));
      expect(papers.map(({ paper, words }) => [paper.title, words.note])).toEqual([
        ['Mine', note.trim()],
      ]);
    }
  });
});

it('a name with what belongs behind it has that behind it', async () => {
  const paper = { id: 'arxiv:2503.02130', title: 'T', authors: ['King, Martin, Jr'] };
  const textOf = async (id: string) => new TextDecoder().decode(await written(id, [paper]));
  expect(await textOf('bibtex')).toContain('author = {King, Jr, Martin}');
  expect(JSON.parse(await textOf('csl'))[0].author).toEqual([
    { family: 'King', given: 'Martin', suffix: 'Jr' },
  ]);
  expect(await textOf('markdown')).toContain('Martin King Jr');
});

it('a table of lines that end as on Windows has no line end in its last column', async () => {
  const [read] = await papersIn(fileOf('a.csv', 'id,title,mine\r\narxiv:2503.02130,T,x\r\n'));
  expect(read?.extra).toEqual({ csv: { mine: 'x' } });
});
