import { describe, expect, it } from 'vitest';
import { bibEntries } from '../../imports/parts/bibtex-entries';
import type { ImportedPaper } from '../../imports/types';
import { fileOf, foundIn, ofKind } from '../support/imports';
import { text } from './outgoing';

/** Papers of a file as they leave in the format that they came in. */
async function back(name: string, content: string, format: string): Promise<string> {
  const found = ofKind(await foundIn(fileOf(name, content)), 'paper');
  return text(format, found.map(leaving));
}

function leaving({ paper, words, extra }: ImportedPaper) {
  const { folders, ...said } = words;
  return { ...paper, ...said, tags: [...said.tags, ...folders], extra };
}

async function fieldsOf(...fields: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const file = `@inbook{one, title = {T}, ${fields.join(', ')}}`;
  const [entry] = [...bibEntries(await back('a.bib', file, 'bibtex'))].filter((one) => one);
  return entry?.kind === 'entry' ? Object.fromEntries(entry.fields) : {};
}

describe('a field of BibTeX that its home here does not say leaves as it came', () => {
  const fields: readonly (readonly [name: string, value: string])[] = [
    ['year', '1982--1983'],
    ['date', '2012-22/2013-01'],
    ['month', 'Summer'],
    ['year', 'in press'],
    ['eprint', '12345678'],
    ['eprint', '2401.00010v3'],
    ['eprinttype', 'jstor'],
    ['archiveprefix', 'hal'],
    ['doi', '10/gfzrw6'],
    ['url', 'papers/draft.pdf'],
    ['howpublished', 'Advance online publication'],
    ['booksubtitle', 'Essays on Parts'],
    ['ranking', 'rank3'],
    ['readstatus', 'half of it'],
    ['author+an:role', '1=director'],
    ['note', 'Comment: Accepted by a workshop'],
    ['bdsk-url-1', 'https://example.org/second'],
  ];
  it.each(fields)('%s = %s', async (name, value) => {
    expect((await fieldsOf(`${name} = {${value}}`))[name]).toBe(value);
  });

  it('but a path on a disk stays behind', async () => {
    const left = await fieldsOf('file = {:C\\:/me/a.pdf:PDF}', 'pdf = {a.pdf}', 'owner = {me}');
    expect(Object.keys(left)).toEqual(['title']);
  });

  it('a book and the series that it is of', async () => {
    const left = await fieldsOf('booktitle = {The Book}', 'journal = {Series of Books}');
    expect(left).toMatchObject({ booktitle: 'The Book', journal: 'Series of Books' });
  });

  it('editors do not become authors', async () => {
    const left = await fieldsOf('editor = {Muster, Erika and Sample, Ann}');
    expect(left).toMatchObject({ editor: 'Muster, Erika and Sample, Ann' });
    expect(left).not.toHaveProperty('author');
  });
});

it('a part of a volume takes along what the volume says of it, but neither its editors as authors nor its DOI', async () => {
  const file = `@inproceedings{part, title = {A Part}, crossref = {whole}}
@proceedings{whole, title = {The Whole}, editor = {Muster, Erika}, publisher = {House}, series = {Row}, volume = 7,
  isbn = {1}, doi = {10.1000/whole}, year = 2011}`;
  const [paper] = ofKind(await foundIn(fileOf('a.bib', file)), 'paper');
  expect(paper?.paper).toEqual({
    id: 'title:a-part',
    title: 'A Part',
    venue: 'The Whole',
    publishedAt: '2011',
  });
  const left = await back('a.bib', file, 'bibtex');
  for (const said of ['editor = {Muster, Erika}', 'publisher = {House}', 'series = {Row}'])
    expect(left).toContain(said);
});

it('what RIS says twice, or in a way of its own, comes back', async () => {
  const file = `TY  - BOOK
ED  - Muster, Erika
TI  - A book\u2028of two lines
PY  - 2013/02/15/received
T2  - Journal of Things
JO  - J. Things
M3  - Article
UR  - https://example.org/one
UR  - https://example.org/two
L2  - https://example.org/full
L1  - file:///home/me/a.pdf
N1  - Cited By :10
N1  - My own note.
ER  - 
`;
  const [paper] = ofKind(await foundIn(fileOf('a.ris', file)), 'paper');
  expect(paper?.paper).toMatchObject({ title: 'A book of two lines', authors: ['Muster, Erika'] });
  expect(paper?.words.note).toBe('My own note.');
  const left = (await back('a.ris', file, 'ris')).split('\r\n');
  const lost = file
    .split('\n')
    .filter((line) => !line.startsWith('TI') && !left.includes(line) && line);
  expect(lost).toEqual(['L1  - file:///home/me/a.pdf']);
  expect(left.filter((line) => line.startsWith('AU'))).toEqual([]);
});

it('what CSL-JSON says beyond what is kept comes back', async () => {
  const item = {
    id: 'leia',
    'citation-key': 'leia',
    type: 'video',
    title: 'On the edge',
    director: [{ family: 'Marre', given: 'Jeremy' }],
    issued: { 'date-parts': [[1992], [1993]], circa: true },
    DOI: '10/gfzrw6',
    URL: 'example.org',
    number: 'Episode 3',
    source: 'Some Library',
    archive_location: 'Shelf 3',
  };
  const [paper] = ofKind(await foundIn(fileOf('a.json', JSON.stringify([item]))), 'paper');
  expect(paper?.paper).toMatchObject({ title: 'On the edge', authors: ['Marre, Jeremy'] });
  const [left] = JSON.parse(await back('a.json', JSON.stringify([item]), 'csl'));
  expect(left).toMatchObject(item);
  expect(left).not.toHaveProperty('author');
});

it('columns that only one program has go out in a table', async () => {
  const file = `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
7,T,,What the page says,https://arxiv.org/abs/2401.00010,Unsorted,,2026-03-02T07:30:00.000Z,,,false
`;
  expect(await back('a.csv', file, 'csv')).toContain('What the page says');
});
