import { expect, it } from 'vitest';
import type { ImportedPaper } from '../../imports/types';
import { fileOf, foundIn, ofKind } from '../support/imports';

async function papersOf(name: string, text: string): Promise<readonly ImportedPaper[]> {
  return ofKind(await foundIn(fileOf(name, text)), 'paper');
}

async function entry(...fields: readonly string[]): Promise<ImportedPaper | undefined> {
  const [paper] = await papersOf('one.bib', `@article{one, ${fields.join(',\n  ')}\n}`);
  return paper;
}

const titles: readonly (readonly [what: string, written: string, read: string])[] = [
  [
    'room that is kept free',
    'On {{\\vphantom}}III{\\vphantom{}}-\\hphantom{xx}V wires',
    'On III-V wires',
  ],
  [
    'quotation marks',
    'After \\enquote{the \\emph{end}} of \\mkbibquote{it}',
    'After “the end” of “it”',
  ],
  [
    'an address',
    'See \\url{http://example.org/~me\\_2} again',
    'See http://example.org/~me_2 again',
  ],
  ['narrow blanks', 'From 50\\,nm to\\;80\\:nm', 'From 50 nm to 80 nm'],
  [
    'a stroke above digits',
    'Semipolar (11\\=22) and (000\\={1})',
    'Semipolar (112\u03042) and (0001\u0304)',
  ],
  ['signs without a letter', 'About \\~{}5 and 2\\^{}3', 'About ~5 and 2^3'],
  ['other brackets of a formula', 'A \\(\\mathrm{\\mu}\\)m gap', 'A $\\mathrm{\\mu}$m gap'],
  ['a command nobody knows', 'As \\citet{doe:{20}} says \\foo', 'As \\citet{doe:{20}} says \\foo'],
];

it.each(titles)('reads %s', async (_what, written, read) => {
  const [paper] = await papersOf('one.bib', `@article(one, title = "${written}", year = 2024)`);
  expect(paper?.paper.title).toBe(read);
});

it('gives initials their room', async () => {
  const paper = await entry('author = {D.\\,E. Muster and Sample, Ann\\,B.}', 'title = {T}');
  expect(paper?.paper.authors).toEqual(['Muster, D. E.', 'Sample, Ann B.']);
});

it('takes each keyword, where every one has a field, and leaves its hyphens', async () => {
  const paper = await entry(
    'title = {T}',
    'keywords = "Reading -- Theory"',
    'keywords = {two, Two}',
  );
  expect(paper?.words.tags).toEqual(['Reading -- Theory', 'two']);
});

const dates: readonly (readonly [string, string])[] = [
  ['year = {June 1980}', '1980-06'],
  ['year = 2018, month = {OCT 1}', '2018-10-01'],
  ['year = 2018, month = {SEP-OCT}', '2018-09'],
  ['year = {2018-04}', '2018-04'],
  ['year = 2018, month = feb, day = 3', '2018-02-03'],
];

it.each(dates)('dates an entry with %s', async (written, read) => {
  expect((await entry('title = {T}', written))?.paper.publishedAt).toBe(read);
});

it('calls an entry without a title by what stands for it', async () => {
  const paper = await entry('titleaddon = {Lecture notes}', 'author = {Muster, Erika}');
  expect(paper?.paper.title).toBe('Lecture notes');
});

it('takes a DOI for what it is that begins with zeros', async () => {
  expect((await entry('title = {T}', 'doi = {10.5555/0000092-000}'))?.paper.id).toBe(
    'doi:10.5555/0000092-000',
  );
  expect((await entry('title = {T}', 'doi = {10.1145/0000000.0000000}'))?.paper.id).toBe('title:t');
});

it('finds the groups that an old JabRef keeps beside the entries', async () => {
  const papers = await papersOf(
    'old.bib',
    `@article{Muster-2017, title = {One}}
@article{Other, title = {Two}}
@comment{jabref-meta: groupstree:
0 AllEntriesGroup:;
1 ExplicitGroup:Thesis\\;2\\;Other\\;;
2 ExplicitGroup:To re
ad\\;0\\;Muster-2017\\;Other\\;;
2 StaticGroup:Now\\;0\\;1\\;\\;\\;\\;;
}
`,
  );
  expect(papers.map(({ words }) => words.folders)).toEqual([
    ['Thesis/To read'],
    ['Thesis', 'Thesis/To read'],
  ]);
});

it('finds the groups that BibDesk keeps beside the entries', async () => {
  const papers = await papersOf(
    'bibdesk.bib',
    `@article{one, title = {One}}
@article{two, title = {Two}}

@comment{BibDesk Static Groups{
<plist version="1.0">
<array>
	<dict>
		<key>group name</key>
		<string>R&amp;D</string>
		<key>keys</key>
		<string>two,gone</string>
	</dict>
</array>
</plist>
}}
`,
  );
  expect(papers.map(({ words }) => words.folders)).toEqual([[], ['R&D']]);
});

it('names the editors of a book in RIS that has no authors, and the day that only one tag tells', async () => {
  const papers = await papersOf(
    'books.ris',
    `TY  - BOOK
ED  - Muster, Erika
A2  - Sample, Ann
TI  - A Reader
PY  - 1988
ER  -
TY  - CHAP
AU  - Muster, Erika
TI  - A Chapter
PY  - 2015
Y1  - 2015/09/10
DA  - 1999/01/01
ER  -
`,
  );
  expect(papers.map(({ paper }) => [paper.authors, paper.publishedAt])).toEqual([
    [['Muster, Erika', 'Sample, Ann'], '1988'],
    [['Muster, Erika'], '2015-09-10'],
  ]);
});

it('reads a note that an editor wrapped as the lines it was', async () => {
  const paper = await entry(
    'title = {T}',
    'note = {To appear in {\\em Learning and\n\t\tThings}, at a press}',
    'annote = {First thought\n        goes on here.\n\n        - a point}',
  );
  expect(paper?.words.note).toBe('First thought\ngoes on here.\n\n- a point');
});

it('binds what is bound to a name', async () => {
  const paper = await entry(
    'title = {T}',
    "author = {family=Aubignac, given=F., prefix=d' and family=One, given=Alan, prefix=al-}",
  );
  expect(paper?.paper.authors).toEqual(["d'Aubignac, F.", 'al-One, Alan']);
});

it('parts keywords that stand in braces together, and keeps a tag with a comma whole', async () => {
  expect((await entry('title = {T}', 'keywords = {{one; two}}'))?.words.tags).toEqual([
    'one',
    'two',
  ]);
  expect((await entry('title = {T}', 'keywords = {{one, two}, x}'))?.words.tags).toHaveLength(2);
});

it('takes the names of XML vocabularies for no links', async () => {
  const file = `<?xml version="1.0"?>
<rdf:RDF xmlns:schema="http://schema.org/">
  <schema:name>A work</schema:name><schema:sameAs rdf:resource="http://dx.doi.org/10.1080/01639374.2012.682254"/>
</rdf:RDF>`;
  expect((await papersOf('a.rdf', file)).map(({ paper }) => paper.id)).toEqual([
    'doi:10.1080/01639374.2012.682254',
  ]);
  const [refused] = ofKind(
    await foundIn(fileOf('a.xml', '<?xml?><xml x="http://a.org/">')),
    'refused',
  );
  expect(refused).toMatchObject({ reason: 'noPapers' });
});

it.each(['\r', '\n', '\r\n'])('reads lines that end in %j', async (end) => {
  const files = [
    ['a.bib', ['% by a program', '@misc{a, title={T}, eprint={2401.00010}}', '']],
    ['a.ris', ['TY  - JOUR', 'TI  - T', 'AN  - arXiv:2401.00010', 'ER  - ', '']],
    ['a.csv', ['title,url', 'T,https://arxiv.org/abs/2401.00010', '']],
    ['a.md', ['# List', '', '- [T](https://arxiv.org/abs/2401.00010)', '']],
    ['a.txt', ['Hello', 'arXiv:2401.00010', '']],
  ] as const;
  for (const [name, lines] of files) {
    const papers = await papersOf(name, lines.join(end));
    expect([name, papers.map(({ paper }) => paper.id)]).toEqual([name, ['arxiv:2401.00010']]);
  }
});

it('takes an address whose beginning was left off for what it is', async () => {
  const written = 'www.example.org/paper?id=1';
  const files = [
    ['a.bib', `@misc{a, title = {T}, url = {${written}}}`],
    ['a.ris', `TY  - JOUR\nTI  - T\nUR  - ${written}\nER  - \n`],
    ['a.json', JSON.stringify([{ id: 'a', type: 'article', title: 'T', URL: written }])],
  ] as const;
  for (const [name, content] of files)
    expect([name, (await papersOf(name, content))[0]?.paper.url]).toEqual([
      name,
      `http://${written}`,
    ]);
});
