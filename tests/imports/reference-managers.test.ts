import { describe, expect, it } from 'vitest';
import type { ImportedPaper } from '../../imports/types';
import { fileOf, foundIn, ofKind } from '../support/imports';

async function papersOf(name: string, text: string): Promise<readonly ImportedPaper[]> {
  return ofKind(await foundIn(fileOf(name, text)), 'paper');
}

async function entry(...fields: readonly string[]): Promise<ImportedPaper | undefined> {
  const [paper] = await papersOf('one.bib', `@article{one, ${fields.join(',\n  ')}\n}`);
  return paper;
}

describe('BibTeX of reference managers', () => {
  it('has labels and folders in fields of their own', async () => {
    const paper = await entry('title={T}', 'labels = "nlp; core"', 'folders = {Group/2019; Lab}');
    expect(paper?.words).toEqual({ tags: ['nlp', 'core'], folders: ['Group/2019', 'Lab'] });
  });

  it.each([
    ['date-added = {2020-01-02 12:00:00 +0100}', Date.UTC(2020, 0, 2, 11)],
    ['creationdate = {2022-03-04T05:06:07}', Date.UTC(2022, 2, 4, 5, 6, 7)],
    ['timestamp = {Mon, 03 Jan 2022 00:00:00 +0100}', undefined],
  ])('tells when it was put there: %s', async (field, at) => {
    expect((await entry('title={T}', field))?.words.savedAt).toBe(at);
  });

  it('has lines of Zotero’s Extra among notes', async () => {
    const paper = await entry(
      'title = {T}',
      'note = {Read\\_Status: In Progress\\\\\nRead\\_Status\\_Date: 2025-03-05T10:00:00.000Z\\\\\nPMID: 23634911\\\\\nMy words.}',
    );
    expect(paper?.words).toMatchObject({ status: 'reading', note: 'My words.' });
    expect(paper?.paper.id).toBe('pmid:23634911');
  });

  it('ends a line of a note once that LaTeX ends, too', async () => {
    expect((await entry('title={T}', 'annotation = {One\\\\\nTwo\\\\ three}'))?.words.note).toBe(
      'One\nTwo\n three',
    );
  });

  it('names groups of JabRef by where they stand in its tree', async () => {
    const papers = await papersOf(
      'jabref.bib',
      `@Article{a, title = {One}, groups = {Chapter 3, Twice}}
@Article{b, title = {Two}, groups = {Blogs > 2019}}
@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Thesis\\;0\\;1\\;0x8a8a8aff\\;\\;\\;;
2 StaticGroup:Chapter 3\\;0\\;1\\;\\;\\;\\;;
2 StaticGroup:Twice\\;0\\;1\\;\\;\\;\\;;
1 KeywordGroup:deep\\;0\\;keywords\\;deep learning\\;0\\;0\\;1\\;\\;\\;\\;;
2 StaticGroup:Twice\\;0\\;1\\;\\;\\;\\;;
}
`,
    );
    expect(papers.map(({ words }) => words.folders)).toEqual([
      ['Thesis/Chapter 3', 'Twice'],
      ['Blogs/2019'],
    ]);
  });
});

it('takes over from another entry no more than a paper may have, and a file no more than is sound', async () => {
  const long = Array.from({ length: 40 }, (_, at) => `f${at} = {${'x'.repeat(4000)}}`).join(',\n');
  const children = Array.from(
    { length: 600 },
    (_, at) => `@misc{c${at}, title = {T ${at}}, xdata = {big}}`,
  );
  const found = await foundIn(fileOf('a.bib', `@xdata{big, ${long}}\n${children.join('\n')}`));
  const papers = ofKind(found, 'paper');
  expect(papers).toHaveLength(600);
  const taken = papers.map(({ extra }) => JSON.stringify(extra).length);
  expect(Math.max(...taken)).toBeLessThan(21_000);
  expect(ofKind(found, 'remark').length).toBeGreaterThanOrEqual(600);
  expect(taken.at(-1)).toBeLessThan(500);
});

describe('tables', () => {
  const row = async (text: string) => (await papersOf('a.csv', text))[0];

  it('keep each of several columns of one name', async () => {
    const paper = await row(
      'Title,URL,Notes,Notes,Rating,Rating,Tag,Tag\nT,https://arxiv.org/abs/2401.00010,one,two,4,5,a,b\n',
    );
    expect(paper?.words).toMatchObject({ note: 'one\n\ntwo', tags: ['a', 'b'] });
    expect(paper?.extra).toEqual({ csv: { rating: '4', 'rating 6': '5' } });
  });

  it('of Zotero in a German Excel say what is not kept of them', async () => {
    const paper = await row(
      'Key;Item Type;Title;DOI;Date;Extra;Notes\r\n"A";"journalArticle";"Ein <i>Titel</i>; mit";"10.1234/abc.1";"12. März 2021";"Read_Status: Read";"<p>Eine <b>Notiz</b></p>"\r\n',
    );
    expect(paper?.paper).toMatchObject({ title: 'Ein Titel; mit', publishedAt: '2021' });
    expect(paper?.words).toMatchObject({ note: 'Eine **Notiz**', status: 'read' });
    expect(paper?.extra['zotero-csv']).toMatchObject({
      title: 'Ein <i>Titel</i>; mit',
      date: '12. März 2021',
    });
  });

  it('of Instapaper have tags as JSON', async () => {
    const paper = await row(
      'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://arxiv.org/abs/2401.00010,T,,Unread,1507800000,"[""a, b"",""say \\""hi\\""""]"\n',
    );
    expect(paper?.words.tags).toEqual(['a, b', 'say "hi"']);
  });

  it('of others tell what their columns are called', async () => {
    const notion = await row(
      'Name,Tags,Status,URL,Date Added\nA Title,"ml, nlp",Reading,https://arxiv.org/abs/2401.00010,"January 2, 2024 3:04 PM"\n',
    );
    expect(notion?.paper.title).toBe('A Title');
    expect(notion?.words).toMatchObject({
      tags: ['ml', 'nlp'],
      status: 'reading',
      savedAt: Date.UTC(2024, 0, 2, 15, 4),
    });
    const scopus = await row(
      '"Authors","Title","Year","Source title","DOI","Author Keywords","Cited by"\n"LeCun Y.; van den Berg J.-P.","Deep learning","2015","Nature","10.1038/nature14539","AI; nets","9"\n',
    );
    expect(scopus?.paper).toMatchObject({
      authors: ['LeCun, Y.', 'van den Berg, J.-P.'],
      venue: 'Nature',
    });
    expect(scopus?.words.tags).toEqual(['AI', 'nets']);
    expect(scopus?.extra).toEqual({ csv: { 'cited by': '9' } });
  });

  it('keep what a column with a home says that is not understood', async () => {
    const paper = await row(
      'ID,Title,URL,Status,Date,Starred,Journal,Venue\n01gx,T,https://arxiv.org/abs/2401.00010,Some day,Spring 2020,maybe,J. of T,NeurIPS\n',
    );
    expect(paper?.extra).toEqual({
      csv: {
        id: '01gx',
        status: 'Some day',
        date: 'Spring 2020',
        starred: 'maybe',
        journal: 'J. of T',
      },
    });
  });
});

it('reads the page that Pocket gave at its end with what it says of each link', async () => {
  const page = `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul><li><a href="https://arxiv.org/abs/1706.03762" time_added="1507800000" tags="ml,to read">Attention</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://arxiv.org/abs/2401.00010" time_added="1507800001" tags="">Two</a></li></ul></body></html>`;
  const papers = await papersOf('ril_export.html', page);
  expect(papers.map(({ paper, words }) => [paper.title, words])).toEqual([
    [
      'Attention',
      { tags: ['ml', 'to read'], folders: [], status: 'unread', savedAt: 1_507_800_000_000 },
    ],
    ['Two', { tags: [], folders: [], status: 'read', savedAt: 1_507_800_001_000 }],
  ]);
});

it('says where a limit bites: of what has no home, of a text, of a list of authors', async () => {
  const author = Array.from({ length: 2100 }, (_, at) => ({ family: `Muster${at}`, given: 'E.' }));
  const item = {
    type: 'book',
    title: 'T',
    author,
    page: 'x'.repeat(30_000),
    note: 'n'.repeat(200_000),
  };
  const found = await foundIn(fileOf('a.json', JSON.stringify([item])));
  expect(ofKind(found, 'paper')[0]?.paper.authors).toHaveLength(2000);
  const told = ofKind(found, 'remark').map(({ remark, detail }) => `${remark} ${detail}`);
  expect(told).toEqual(expect.arrayContaining(['extraTooLong page', 'textCut authors']));
});
