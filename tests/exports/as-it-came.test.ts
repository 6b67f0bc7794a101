import { describe, expect, it } from 'vitest';
import type { OutgoingPaper } from '../../exports/outgoing';
import { bibEntries } from '../../imports/parts/bibtex-entries';
import type { ImportedPaper } from '../../imports/types';
import { leaving } from '../support/as-stored';
import { fileOf, foundIn, ofKind } from '../support/imports';
import { text } from './outgoing';

async function read(name: string, content: string): Promise<readonly ImportedPaper[]> {
  return ofKind(await foundIn(fileOf(name, content)), 'paper');
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

const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:vcard="http://nwalsh.com/rdf/vCard#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
<bib:BookSection rdf:about="#item_1"><z:itemType>bookSection</z:itemType>
<dcterms:isPartOf><bib:Book><dc:title>The Book</dc:title><prism:volume>2</prism:volume></bib:Book></dcterms:isPartOf>
<dcterms:isPartOf><bib:Series><dc:title>The Row</dc:title><dc:identifier>12</dc:identifier></bib:Series></dcterms:isPartOf>
<dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>Zurich</vcard:locality></vcard:Address></vcard:adr><foaf:name>House</foaf:name></foaf:Organization></dc:publisher>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Muster</foaf:surname><foaf:givenName>Erika</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
<bib:editors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Sample</foaf:surname><foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:editors>
<dc:title>On &lt;i&gt;C. elegans&lt;/i&gt;</dc:title><dc:date>June 12-15, 2017</dc:date>
<dc:identifier>ISBN 978-3-16-148410-0</dc:identifier><dc:rights>one</dc:rights><dc:rights>two</dc:rights>
<dc:description>arXiv:1706.03762 [cs]
Citation Key: muster2017
tex.foo: bar</dc:description>
</bib:BookSection></rdf:RDF>`;

it('what Zotero’s RDF says beyond what is kept comes back: who else, where else, how it is set', async () => {
  const [paper] = await leaving('a.rdf', rdf);
  expect(paper).toMatchObject({ title: 'On C. elegans', citationKey: 'muster2017' });
  const back = await text('zotero-rdf', [paper ?? { id: '' }]);
  for (const said of [
    '<dcterms:isPartOf><bib:Book><dc:title>The Book</dc:title><prism:volume>2</prism:volume></bib:Book></dcterms:isPartOf>',
    '<dcterms:isPartOf><bib:Series><dc:title>The Row</dc:title><dc:identifier>12</dc:identifier></bib:Series></dcterms:isPartOf>',
    '<vcard:locality>Zurich</vcard:locality></vcard:Address></vcard:adr><foaf:name>House</foaf:name>',
    '<bib:editors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Sample</foaf:surname>',
    '<dc:title>On &lt;i&gt;C. elegans&lt;/i&gt;</dc:title>',
    '<dc:date>June 12-15, 2017</dc:date>',
    '<dc:identifier>ISBN 978-3-16-148410-0</dc:identifier>',
    '<dc:rights>one</dc:rights>',
    '<dc:rights>two</dc:rights>',
    'arXiv: 1706.03762 [cs]\nCitation Key: muster2017\ntex.foo: bar<',
  ])
    expect(back).toContain(said);
  expect(back.match(/arXiv: /g)).toHaveLength(1);
});

it('editors of a book of Zotero’s do not become authors', async () => {
  const [paper] = await leaving('a.rdf', rdf.replace(/<bib:authors>.*<\/bib:authors>/, ''));
  expect(paper?.authors).toEqual(['Sample, Ann']);
  const back = await text('zotero-rdf', [paper ?? { id: '' }]);
  expect(back).not.toContain('bib:authors');
  expect(back.match(/<bib:editors>/g)).toHaveLength(1);
});

it('names in their parts and titles with markup leave CSL-JSON as they came, unless they are others by now', async () => {
  const item = {
    id: 'muster2017',
    type: 'chapter',
    title: 'A <i>chapter</i> with <span class="nocase">NoCase</span>',
    author: [
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den', suffix: 'Jr.' },
      { family: 'Plato' },
    ],
    note: 'arXiv:1706.03762 [cs]\nversion: 7\nmine',
  };
  const [paper] = await leaving('a.json', JSON.stringify({ nocite: '@*', references: [item] }));
  expect(paper?.citationKey).toBe('muster2017');
  const back = async (one: OutgoingPaper) => JSON.parse(await text('csl', [one]))[0];
  expect(await back(paper ?? { id: '' })).toMatchObject({
    ...item,
    note: 'arXiv: 1706.03762 [cs]\nversion: 7\nmine',
  });
  const changed = await back({
    ...paper,
    id: 'custom:a',
    title: 'Else',
    authors: ['Muster, Erika'],
  });
  expect(changed).toMatchObject({ title: 'Else', author: [{ family: 'Muster', given: 'Erika' }] });
});
