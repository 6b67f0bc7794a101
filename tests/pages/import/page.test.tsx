// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { readContents } from '../../../store/backup/contents';
import { counts, openPaper, recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { exportJson } from '../../support/backup-version-2';
import { choose, drop, folderOf } from '../../support/import-page';
import { openImport, useFreshPages } from '../../support/pages';
import type { Reader } from '../../support/reader';
import { paper, sightOn } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshPages();

const sample = (name: string) => readFileSync(`tests/fixtures/imports/${name}`, 'utf8');

async function open(): Promise<Reader> {
  const { reader } = await openImport();
  return reader;
}

const entry = (key: string, fields: string) => `@misc{${key}, ${fields}}\n`;
const fox = entry('fox', 'title = {Forgetting Transformer}, eprint = {2503.02130}');
const blast =
  '@article{blast, title = {Basic local alignment search tool}, author = {Altschul, Stephen F.}, doi = {10.1016/S0022-2836(05)80360-2}}';

describe('files of other programs', () => {
  it('are looked through before anything is written, brought in, and taken back', async () => {
    const reader = await open();
    await choose(
      reader,
      ['papermemory.json', sample('papermemory.json')],
      ['small.bib', sample('small.bib')],
    );
    await reader.sees('3 entries tell of 2 papers.');
    await reader.sees('“papermemory.json”: PaperMemory, 1 entry');
    await reader.sees('“small.bib”: BibTeX, 2 entries');
    await reader.sees('2 new');
    expect((await counts()).unread).toBe(0);
    await reader.press('Bring in 2 papers');
    await reader.sees('2 papers came that were not here.');
    expect(await recordsOf(['arxiv:2401.00010'])).toMatchObject([
      { state: 'reading', starred: true, tags: expect.arrayContaining(['one', 'samples']) },
    ]);
    await reader.press('Undo');
    await reader.sees('2 papers are as they were before the file');
    expect(await recordsOf(['arxiv:2401.00010', 'arxiv:2401.00020'])).toEqual([]);
  });

  it('bring nothing when they are given again, and say so', async () => {
    const reader = await open();
    await choose(reader, ['small.bib', sample('small.bib')]);
    await reader.press('Bring in 2 papers');
    await reader.sees('2 papers came');
    const before = await readContents();
    await choose(reader, ['small.bib', sample('small.bib')]);
    await reader.sees('Nothing new in it: everything is here just so.');
    await reader.sees('2 are here just so');
    expect(reader.in().queryByRole('button', { name: /^Bring in|^Add to/ })).toBeNull();
    await reader.press('Cancel');
    await reader.seesNo('What is in it');
    expect(await readContents()).toEqual(before);
  });

  it('may be dropped, as folders too, of which only what may be a list is read', async () => {
    const reader = await open();
    drop({
      entries: [
        folderOf('/Vault', {
          'A note.md': '---\nid: "arxiv:2503.02130"\ntitle: Forgetting Transformer\n---\nMy words',
          'picture.png': '\u0089PNG',
          'other.md': '---\narxiv: "2401.00010"\ntitle: A sample\n---\n',
        }),
      ],
    });
    await reader.sees('“Vault”: 2 files (Markdown), 2 entries');
    await reader.press('Bring in 2 papers');
    await reader.sees('2 papers came');
    expect((await openPaper('arxiv:2503.02130')).note?.text).toContain('My words');
  });

  it('may be links and ids that are pasted or dropped', async () => {
    const reader = await open();
    await reader.fill('Or paste a list, links or ids', 'arXiv:2503.02130 and arXiv:2401.00010');
    await reader.press('Look through it');
    await reader.sees('The pasted text: text with links, 2 entries');
    drop({ text: 'https://arxiv.org/abs/2503.02130v2' });
    await reader.sees('1 paper.');
    await reader.press('Bring in 1 paper');
    await reader.sees('1 paper came');
    expect(await recordsOf(['arxiv:2503.02130'])).toMatchObject([{ state: 'unread' }]);
  });

  it('are told by their content, and a name that says otherwise is remarked', async () => {
    const reader = await open();
    await choose(reader, ['list.ris', fox]);
    await reader.sees('“list.ris”: BibTeX, 1 entry');
    await reader.sees('Its name says otherwise; it was read as what it is.');
  });

  it.each([
    ['paper.bib', '%PDF-1.7', '“paper.bib” is a PDF file'],
    ['words.txt', 'Milk, bread and 7 eggs', 'It begins with “Milk, bread and 7 eggs”.'],
    ['sums.csv', 'sum,of\n1,2\n', 'It speaks of “sum, of”.'],
    ['empty.bib', '  \n', '“empty.bib” is empty.'],
    ['things.json', '{"theme": 1}', 'It speaks of “theme”.'],
  ])('are refused in a sentence that says what was seen: %s', async (name, content, says) => {
    const reader = await open();
    await choose(reader, [name, content]);
    await reader.sees(says);
    expect(reader.in().queryByRole('button', { name: /^Bring in/ })).toBeNull();
  });

  it('have what is damaged in them named by line, name and reason', async () => {
    const reader = await open();
    await choose(
      reader,
      ['cut.bib', `${fox}@misc{last, title = {The la`],
      ['excel.csv', 'id,title\narxiv:2503.0213,One\n,\n'],
    );
    await reader.sees('cut.bib, line 2 last The file ends in the middle of it.');
    await reader.sees('The arXiv id “2503.0213” has lost a digit');
  });
});

describe('what is here already', () => {
  beforeEach(async () => {
    await sightOn(
      '2026-03-27',
      1000,
      paper('arxiv:2503.02130', { title: 'Forgetting Transformer' }),
    );
    await decide(['arxiv:2503.02130'], 'read', 1100);
    await setTags('arxiv:2503.02130', ['mine'], 1200);
  });

  it('gets what the file has more of, and keeps what the reader has said', async () => {
    await saveNote('arxiv:2503.02130', 'My note', 0, '—', 1300);
    const reader = await open();
    const more =
      'eprint = {2503.02130}, keywords = {attention}, annote = {Theirs}, readstatus = {skimmed}';
    await choose(reader, ['fox.bib', entry('fox', more)]);
    await reader.sees('1 is here, and would get:');
    await reader.sees('tags (1)');
    await reader.sees('1 has another status here, which stays');
    await reader.sees('1 has another note here; the file’s is kept beside it');
    await reader.press('Add to 1 paper');
    await reader.sees('0 papers came that were not here. 1 that was here got more.');
    expect(await recordsOf(['arxiv:2503.02130'])).toMatchObject([
      { state: 'read', tags: expect.arrayContaining(['mine', 'attention']) },
    ]);
    const { note } = await openPaper('arxiv:2503.02130');
    expect(note?.text).toContain('My note');
    expect(note?.text).toContain('Theirs');
  });

  it('stays dismissed, unless the reader wants it back', async () => {
    await decide(['arxiv:2503.02130'], 'deleted', 2000);
    const reader = await open();
    await choose(reader, ['fox.bib', fox]);
    await reader.sees('1 was dismissed or deleted here, and stays so');
    await reader.sees('Nothing of it comes as it stands.');
    await reader.press('Bring 1 paper back that you dismissed or deleted', undefined, 'checkbox');
    await reader.press(/^(?:Bring in|Add to) 1 paper$/);
    await reader.sees('got more.');
    expect(await recordsOf(['arxiv:2503.02130'])).toMatchObject([{ state: 'unread' }]);
  });

  it('may be the same paper under another id: the reader says whether it is', async () => {
    const url = 'url:https://example.org/blast';
    const here = { title: 'Basic local alignment search tool', authors: ['Altschul, Stephen F.'] };
    await sightOn('2026-03-27', 1000, paper(url, here));
    await decide([url], 'unread', 1100);
    const reader = await open();
    await choose(reader, ['blast.bib', blast]);
    await reader.sees('1 paper may be here already');
    await reader.press('The same paper', undefined, 'radio');
    await reader.press('Bring in 1 paper');
    await reader.sees('0 papers came that were not here. 1 that was here got more.');
    expect((await counts()).unread).toBe(1);
  });

  it('is restored, not brought in, where the file is a backup of Offprint', async () => {
    const backup = exportJson(await readContents(), '1', '2026-04-01T00:00Z');
    await decide(['arxiv:2503.02130'], 'deleted', 2000);
    const reader = await open();
    await choose(reader, ['offprint.json', backup]);
    await reader.sees('“offprint.json” is a backup of Offprint.');
    await reader.sees('1 paper was deleted, or taken off your list, since.');
    await reader.press('Bring them back', undefined, 'radio');
    await reader.press('Restore');
    await reader.sees('The file added 0 papers and changed 1 other paper.');
    expect(await recordsOf(['arxiv:2503.02130'])).toMatchObject([{ state: 'read' }]);
    await reader.press('Undo');
    await waitFor(async () =>
      expect(await recordsOf(['arxiv:2503.02130'])).toMatchObject([{ state: 'deleted' }]),
    );
  });
});

describe('what the reader chooses', () => {
  const marks = (inner: string) =>
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><H3>Talks</H3><DL><p>${inner}</DL><p></DL>`;
  const link = (address: string, name: string) => `<DT><A HREF="${address}">${name}</A>`;

  it('is whether folders become tags, and which of mere links come', async () => {
    const reader = await open();
    const links = [
      link('https://arxiv.org/abs/2503.02130', 'Forgetting'),
      link('https://example.org/soup', 'Soup'),
      link('https://example.org/cake', 'Cake'),
    ];
    await choose(reader, ['marks.html', marks(links.join('\n'))]);
    await reader.sees('Bring in 1 paper');
    await reader.sees('2 links lead to no paper that Offprint knows of');
    await reader.press(/^Soup/, undefined, 'checkbox');
    await reader.press(/^Make a tag of 1 folder/, undefined, 'checkbox');
    await reader.press('Bring in 2 papers');
    await reader.sees('2 papers came');
    expect(await recordsOf(['arxiv:2503.02130', 'url:https://example.org/soup'])).toMatchObject([
      { tags: [] },
      { tags: [] },
    ]);
  });
});
