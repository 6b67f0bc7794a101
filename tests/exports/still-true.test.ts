import { expect, it } from 'vitest';
import { vaultNote } from '../../exports/formats/vault-note';
import type { OutgoingPaper } from '../../exports/outgoing';
import { zoteroItem } from '../../exports/zotero/items';
import { leaving } from '../support/as-stored';
import { text } from './outgoing';

async function one(name: string, content: string): Promise<OutgoingPaper> {
  const [paper] = await leaving(name, content);
  return paper ?? { id: '' };
}

const entry = (...fields: readonly string[]) => one('a.bib', `@article{key, ${fields.join(', ')}}`);

it('a field of a file that is called as what is noted of its entry stands for nothing else', async () => {
  const paper = await entry(
    'title={T}',
    'annote={Mine}',
    ...['entrytype={odd}', 'citationkey={other}', 'note-field={title}', 'group-names={T}'],
  );
  expect(await text('bibtex', [paper])).toBe(
    '@article{key,\n  title = {T},\n  annote = {Mine}\n}\n',
  );
});

it('a tag or label that the paper has no longer does not come back', async () => {
  const paper = await entry('title={T}', 'labels={kept, gone}', 'keywords={kept}');
  expect(paper.tags).toEqual(['kept', 'gone']);
  expect(await text('bibtex', [paper])).toContain('labels = {kept, gone}');
  const back = await text('bibtex', [{ ...paper, tags: ['kept'] }]);
  expect(back).toContain('labels = {kept}');
  expect(await one('b.bib', back)).toMatchObject({ tags: ['kept'] });
});

it.each([
  ['bibtex', 'month={1--5 June}, year={2019}'],
  ['bibtex', 'date={1982/1984}'],
  ['biblatex', 'year={1982--1983}'],
  ['bibtex', 'year=2020, month=sep, day=4'],
])('a date leaves as it came until another one is known: %s of %s', async (format, fields) => {
  const paper = await entry('title={T}', fields);
  const back = await text(format, [{ ...paper, publishedAt: '2018-02-03' }]);
  const dates = format === 'bibtex' ? '  year = {2018},\n' : '';
  expect(back).toBe(`@article{key,\n  title = {T},\n${dates}  date = {2018-02-03}\n}\n`);
});

it('words beside a year are kept, whatever else is known of the date', async () => {
  const paper = await entry('title={T}', 'year={in press 2020}', 'month=sep', 'day=4');
  expect(paper.publishedAt).toBe('2020-09-04');
  expect(await text('bibtex', [paper])).toContain('year = {in press 2020}');
});

it('the month counts where `date` tells the year alone', async () => {
  expect(await entry('title={T}', 'date={1998}', 'month={May}')).toMatchObject({
    publishedAt: '1998-05',
  });
  const range = await entry('title={T}', 'date={1982/1984}', 'month={5}', 'day={4}');
  expect(range.publishedAt).toBe('1982');
  expect(await text('bibtex', [range])).toContain('date = {1982/1984}');
});

it('a file of BibTeX is one, whatever lines its notes have', async () => {
  const paper = await entry('title={T}', 'annote={Of a file:\nTY  - JOUR\nER  - }');
  expect(paper).toMatchObject({ title: 'T', note: 'Of a file:\nTY  - JOUR\nER  -' });
  const back = await text('bibtex', [paper]);
  expect(await one('b.bib', back)).toMatchObject({ title: 'T', note: paper.note });
});

it('other names of an Obsidian note come back beside the title, whatever that is by now', async () => {
  const matter = 'arxiv: "2401.00010"\ntitle: T\naliases:\n  - T\n  - BERT';
  const paper = await one('T.md', `---\n${matter}\n---\nMine.\n`);
  expect(vaultNote(paper)).toContain('aliases:\n  - "T"\n  - "BERT"\n');
  expect(vaultNote({ ...paper, title: 'New' })).toContain('aliases:\n  - "New"\n  - "BERT"\n');
  expect(vaultNote({ ...paper, title: 'BERT' })).toContain('aliases:\n  - "BERT"\n');
});

it('an address in a note that stands for itself does so when it comes back from Zotero', async () => {
  const note = 'See https://example.org/a_b, or [this](https://example.org/c).';
  const back = await text('zotero-rdf', [{ id: 'arxiv:2401.00010', title: 'T', note }]);
  expect(await one('a.rdf', back)).toMatchObject({ note });
  const glued = back.replace('&lt;/a&gt;, or', '&lt;/a&gt;more, or');
  expect((await one('a.rdf', glued)).note).toContain(
    '[https://example.org/a_b](https://example.org/a_b)more',
  );
});

it('of RIS a date leaves as it came, once, until another year is known', async () => {
  const file =
    'TY  - JOUR\nTI  - T\nPY  - 2012\nDA  - 2012/03/05/Spring\nY1  - 2012///Spring\nER  - \n';
  const paper = await one('a.ris', file);
  const dates = (ris: string) => ris.match(/(?:PY|DA|Y1) {2}- .*/g);
  expect(dates(await text('ris', [paper]))).toEqual([
    'PY  - 2012',
    'DA  - 2012/03/05/Spring',
    'Y1  - 2012///Spring',
  ]);
  const changed = { ...paper, publishedAt: '2018-02-03' };
  expect(dates(await text('ris', [changed]))).toEqual(['PY  - 2018', 'DA  - 2018/02/03/']);
});

it('a book of RIS did not come out in itself', async () => {
  const paper = await one('a.ris', 'TY  - BOOK\nBT  - A Book\nPY  - 1999\nER  - \n');
  expect(paper).toMatchObject({ title: 'A Book' });
  expect(await text('ris', [paper])).toBe('TY  - BOOK\r\nTI  - A Book\r\nPY  - 1999\r\nER  - \r\n');
});

it.each([
  ['King, Martin Luther, Jr.', 'King, Martin Luther, Jr.', 'King, Jr., Martin Luther'],
  ['King, Jr., Martin Luther', 'King, Martin Luther, Jr.', 'King, Jr., Martin Luther'],
  ['Ruby, Sam,', 'Ruby, Sam', 'Ruby, Sam'],
  ['Muster, PhD, Erika', 'Muster, Erika, PhD', 'Muster, PhD, Erika'],
  ['Google AI,', '{Google AI}', '{Google AI}'],
])('a name with three parts is the same each time it comes and leaves: %s', async (...names) => {
  const [raw, name, written] = names;
  const paper = await entry('title={T}', `author={${raw}}`);
  expect(paper.authors).toEqual([name]);
  const back = await text('bibtex', [paper]);
  expect(back).toContain(`author = {${written}}`);
  expect((await one('b.bib', back)).authors).toEqual([name]);
});

it('initials behind a name are no family’s', async () => {
  const paper = await one('a.ris', 'TY  - JOUR\nTI  - T\nAU  - Fanning E.\nAU  - Plato\nER  - \n');
  expect(paper.authors).toEqual(['Fanning, E.', 'Plato']);
});

it('what begins as an address that runs, and is words, is kept', async () => {
  const kept = ['JavaScript: The Good Parts', 'Data: Science of It', 'Place: Berlin'];
  const paper = await entry('title={T}', ...kept.map((words, at) => `user${'abc'[at]}={${words}}`));
  const back = await text('bibtex', [paper]);
  for (const words of kept) expect(back).toContain(`{${words}}`);
  const runs = [
    'javascript: void alert(1)',
    'javascript: alert(1)',
    'data: text/html,x',
    'place:a=1',
  ];
  const left = await entry('title={T}', ...runs.map((words, at) => `user${'abcd'[at]}={${words}}`));
  expect(await text('bibtex', [left])).toBe('@article{key,\n  title = {T}\n}\n');
});

it('editors of a book that nobody wrote go to Zotero as editors', async () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<bib:Book rdf:about="#item_1"><z:itemType>book</z:itemType><dc:title>T</dc:title>
<bib:editors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Sample</foaf:surname><foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:editors>
</bib:Book></rdf:RDF>`;
  expect(zoteroItem(await one('a.rdf', rdf), 'one').creators).toEqual([
    { lastName: 'Sample', firstName: 'Ann', creatorType: 'editor' },
  ]);
});
