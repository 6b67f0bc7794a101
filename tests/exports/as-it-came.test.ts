import { describe, expect, it } from 'vitest';
import { outgoingPaper, wholePaper } from '../../exports/along';
import type { OutgoingPaper } from '../../exports/outgoing';
import { bibEntries } from '../../imports/parts/bibtex-entries';
import type { ImportedPaper } from '../../imports/types';
import { copyOfPaper, rowsOf } from '../../papers/merge';
import { fileOf, foundIn, ofKind } from '../support/imports';
import { text } from './outgoing';

async function read(name: string, content: string): Promise<readonly ImportedPaper[]> {
  return ofKind(await foundIn(fileOf(name, content)), 'paper');
}

/** Papers of a file as they leave once they are stored. */
async function leaving(name: string, content: string): Promise<readonly OutgoingPaper[]> {
  return (await read(name, content)).map(({ paper, words, extra }) => {
    const copy = {
      ...copyOfPaper(paper, { source: 'file', at: 1 }),
      extra: Object.fromEntries(
        Object.entries(extra).map(([format, fields]) => [format, { at: 1, fields }]),
      ),
    };
    const { record, details } = rowsOf(copy, undefined, '');
    const { folders: _folders, ...said } = words;
    return { ...outgoingPaper({ record, details }, wholePaper), ...said };
  });
}

async function entry(...fields: readonly string[]) {
  const [paper] = await leaving('a.bib', `@article{one, ${fields.join(',\n')}}`);
  return paper ?? { id: '' };
}

async function fieldsOf(paper: OutgoingPaper): Promise<Readonly<Record<string, string>>> {
  const [found] = [...bibEntries(await text('bibtex', [paper]))].filter((one) => one);
  return found?.kind === 'entry' ? Object.fromEntries(found.fields) : {};
}

describe('a field of BibTeX', () => {
  it.each([
    ['title', '{{Attention}} to \\emph{C. elegans} and H\\textsubscript{2}O'],
    ['title', '{{All of It in Braces}}'],
    ['author', 'Muster, Erika and {Google AI Language} and others'],
    ['author', 'family=Muster, given=Erika, prefix=von, useprefix=true'],
    ['author', 'King, Jr., Martin Luther'],
    ['url', 'http://arxiv.org/abs/2401.00010 https://example.org/second'],
    ['groups', 'Vision, Chapter 3'],
    ['mendeley-groups', 'PhD,PhD/Chapter 2'],
    ['note', 'To appear in {\\em Things}'],
    ['note', '\\url{https://example.org/slides}'],
    ['comment', 'A line.\n\nAnother with 50\\% of it.'],
    ['annotation', 'Mine.'],
  ])('%s leaves as it came: %s', async (name, value) => {
    const paper = await entry('title = {T}', `${name} = {${value}}`).then((one) =>
      name === 'title' ? entry(`${name} = {${value}}`) : one,
    );
    expect((await fieldsOf(paper))[name]).toBe(value);
  });

  it('leaves as it is known by now, where that is something else', async () => {
    const came = await entry(
      'title = {{An Old Title}}',
      'subtitle = {And Its Half}',
      'author = {Muster, Erika and others}',
      'note = {To appear}',
      'comment = {Mine}',
      'mendeley-tags = {kept,gone}',
    );
    const now = {
      title: 'A New Title',
      authors: ['Sample, Ann'],
      note: 'Other words',
      tags: ['kept'],
    };
    expect(await fieldsOf({ ...came, ...now })).toEqual({
      title: 'A New Title',
      author: 'Sample, Ann',
      comment: 'Other words',
      keywords: 'kept',
      'mendeley-tags': 'kept',
    });
  });

  it('of a title and its half leaves as both', async () => {
    const paper = await entry('title = {One}', 'subtitle = {And {T}wo}');
    expect(paper.title).toBe('One: And Two');
    expect(await fieldsOf(paper)).toMatchObject({ title: 'One', subtitle: 'And {T}wo' });
  });

  it('tells what the reader wrote below what bibliographies print apart', async () => {
    const paper = await entry('title = {T}', 'annote = {My words}', 'note = {To appear}');
    expect(paper.note).toBe('My words\n\nTo appear');
    expect(await fieldsOf(paper)).toMatchObject({ annote: 'My words', note: 'To appear' });
  });
});

const groups: readonly (readonly [name: string, content: string])[] = [
  ['a.bib', '@misc{a, title={T}, author={{Google AI Language} and Muster, Erika}}'],
  [
    'a.json',
    '[{"type":"book","title":"T","author":[{"literal":"Google AI Language"},{"family":"Muster","given":"Erika"}]}]',
  ],
  ['a.csv', 'id,title,authors,starred,saved_at\n,T,{Google AI Language}; "Muster, Erika",,\n'],
];

it.each(groups)(
  'a group whose name looks like a person’s is one wherever it leaves: %s',
  async (name, content) => {
    const [paper] = await leaving(name, content.replaceAll('"Muster, Erika"', 'Erika Muster'));
    expect(paper?.authors).toEqual(['{Google AI Language}', 'Muster, Erika']);
    const [came] = await read(name, content);
    expect(came?.paper.authors?.[0]).toBe('Google AI Language');
    for (const format of ['csl', 'ris', 'csv', 'markdown', 'vault', 'papermemory'])
      expect(await text(format, [paper ?? { id: '' }])).not.toContain('group-names');
  },
);

it('what stands behind a family name is no given name', async () => {
  const paper: OutgoingPaper = {
    id: 'custom:a',
    title: 'T',
    authors: ['King, Martin Luther, Jr.'],
  };
  expect(await text('bibtex', [paper])).toContain('author = {King, Jr., Martin Luther}');
  expect(await text('ris', [paper])).toContain('AU  - King, Martin Luther, Jr.');
  expect(JSON.parse(await text('csl', [paper]))[0].author).toEqual([
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
  ]);
  expect(await text('papermemory', [{ ...paper, url: 'https://example.org/a' }])).toContain(
    '"author":"Martin Luther King Jr."',
  );
  for (const format of ['bibtex', 'ris', 'csl', 'zotero-rdf', 'csv']) {
    const [back] = await read('a', await text(format, [paper]));
    expect([format, back?.paper.authors]).toEqual([format, paper.authors]);
  }
});
