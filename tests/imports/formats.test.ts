import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinImported } from '../../imports/plan/join';
import type { Found } from '../../imports/types';
import { fileOf, foundIn, ofKind } from '../support/imports';

const folder = resolve(import.meta.dirname, '../fixtures/imports');
const fixture = (name: string) => fileOf(name, readFileSync(join(folder, name)));

interface Told {
  readonly format: string;
  readonly papers: readonly object[];
  readonly others: readonly object[];
}

/** What is told of a file, as far as a table wants to know. */
async function told(found: readonly Found[]): Promise<Told> {
  const papers = await joinImported(ofKind(found, 'paper'));
  const others = found.filter(({ kind }) => kind !== 'paper' && kind !== 'file');
  return { format: ofKind(found, 'file')[0]?.format ?? '', papers, others };
}

const muster = { title: 'A small sample', authors: ['Muster, Erika'] };

const files: readonly (readonly [string, Told])[] = [
  [
    'small.bib',
    {
      format: 'bibtex',
      papers: [
        {
          paper: {
            id: 'arxiv:2401.00010',
            version: 2,
            title: 'A SMALL sample with an ümlaut',
            authors: ['Müster, Erika', 'de la Cruz, Juan', 'Sample Group'],
            publishedAt: '2024',
            venue: 'Workshop on Small Samples 7',
          },
          words: {
            tags: ['samples', 'one, two'],
            note: 'Ask about Table 2, 5 % more',
            status: 'reading',
          },
          extra: {
            bibtex: { entrytype: 'inproceedings', citationkey: 'muster2024', pages: '1--9' },
          },
        },
        { paper: { id: 'arxiv:2401.00020', title: 'This one is whole again' } },
      ],
      others: [{ kind: 'damaged', key: 'broken', line: 17, reason: 'unreadable' }],
    },
  ],
  [
    'small.ris',
    {
      format: 'ris',
      papers: [
        {
          paper: {
            id: 'doi:10.1234/sample.1',
            ...muster,
            publishedAt: '2024-02',
            venue: 'Journal of Samples',
          },
          words: { tags: ['one', 'two'], note: 'First line\n\nthird line' },
          extra: { ris: { TY: 'JOUR', VL: '3' } },
        },
      ],
      others: [],
    },
  ],
  [
    'small.csl.json',
    {
      format: 'csl',
      papers: [
        {
          paper: {
            id: 'arxiv:2401.00010',
            title: 'A small sample',
            authors: ['van den Berg, Jan'],
            publishedAt: '2024-01',
          },
          words: { status: 'reading', note: 'my words' },
        },
      ],
      others: [{ kind: 'damaged', key: 'bad', reason: 'cutOff' }],
    },
  ],
  [
    'small.csv',
    {
      format: 'csv',
      papers: [
        {
          paper: {
            id: 'arxiv:2401.00010',
            title: 'A small sample',
            authors: ['Muster, Erika', 'Sample Group'],
          },
          words: {
            tags: ['one', 'two; three'],
            status: 'read',
            starred: true,
            note: '=SUM(A1)\nsecond line',
            savedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
          },
        },
      ],
      others: [{ kind: 'damaged', reason: 'idCut', detail: '2401.0002', line: 4 }],
    },
  ],
  [
    'small.md',
    {
      format: 'markdown',
      papers: [
        {
          paper: { id: 'arxiv:2401.00010', title: 'A small sample' },
          words: {
            tags: ['one'],
            folders: ['Later'],
            note: 'What I thought of it.',
            status: 'read',
          },
          places: [{ file: 'small.md', line: 5 }],
        },
        { paper: { id: 'doi:10.1234/sample.1' }, words: { status: 'reading' } },
      ],
      others: [],
    },
  ],
  [
    'small.html',
    {
      format: 'bookmarks',
      papers: [
        {
          paper: { id: 'arxiv:2401.00010', title: 'A small sample' },
          words: {
            tags: ['one', 'two'],
            folders: ['Papers & more'],
            note: 'My words',
            savedAt: 1_770_000_000_000,
          },
        },
        { paper: { id: 'url:https://example.org/soup' }, isOffered: true },
      ],
      others: [{ kind: 'skipped', key: 'Not a page', reason: 'noAddress' }],
    },
  ],
  [
    'papermemory.json',
    {
      format: 'papermemory',
      papers: [
        {
          paper: {
            id: 'arxiv:2401.00010',
            title: 'A small sample',
            authors: ['Muster, Erika', 'de la Cruz, Juan'],
            venue: 'Samples 2024',
          },
          words: { tags: ['one'], starred: true, note: 'my words' },
          extra: { papermemory: { later: { a: 1 } } },
        },
      ],
      others: [],
    },
  ],
  [
    'small.rdf',
    {
      format: 'zotero',
      papers: [
        {
          paper: { id: 'arxiv:2401.00010', ...muster, publishedAt: '2024-01' },
          words: { tags: ['one'], folders: ['Group'], note: 'My **words**\n\n1. a' },
        },
      ],
      others: [],
    },
  ],
  [
    'paperpile.json',
    {
      format: 'paperpile',
      papers: [
        {
          paper: {
            id: 'arxiv:2401.00010',
            aliases: ['doi:10.1234/sample.1'],
            ...muster,
            venue: 'J. Samples',
          },
          words: {
            tags: ['one'],
            folders: ['Group'],
            note: 'My words',
            savedAt: 1_770_000_000_500,
          },
          extra: { paperpile: { pages: '1-9' } },
        },
      ],
      others: [{ kind: 'skipped', key: 'gone', reason: 'binned' }],
    },
  ],
  [
    'links.txt',
    {
      format: 'text',
      papers: [
        { paper: { id: 'arxiv:2401.00010', version: 3 } },
        { paper: { id: 'doi:10.1234/sample(1)' } },
        { paper: { id: 'arxiv:2401.00030' } },
      ],
      others: [],
    },
  ],
];

describe('a file', () => {
  it.each(files)('%s is read', async (name, expected) => {
    const { papers, others, format } = await told(await foundIn(fixture(name)));
    expect({ papers, others, format }).toMatchObject(expected);
    expect([papers.length, others.length]).toEqual([
      expected.papers.length,
      expected.others.length,
    ]);
  });

  it('of a vault is a paper where its properties say so', async () => {
    const notes = readdirSync(join(folder, 'vault')).map((name) => fixture(`vault/${name}`));
    const { papers } = await told(await foundIn(...notes));
    expect(papers).toMatchObject([
      {
        paper: { id: 'arxiv:2401.00010', ...muster },
        words: { tags: ['one', 'two'], status: 'read', note: 'My words.' },
        extra: { markdown: { rating: '5' } },
      },
    ]);
    expect(papers).toHaveLength(1);
  });
});
