import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { vaultNote } from '../../exports/formats/vault-note';
import type { OutgoingPaper } from '../../exports/outgoing';
import { leaving } from '../support/as-stored';
import { text } from './outgoing';

async function one(name: string, content: string): Promise<OutgoingPaper> {
  const [paper] = await leaving(name, content);
  return paper ?? { id: '' };
}

it('a key that texts cite by is kept, whichever file had it', async () => {
  const keyOf = async (name: string, content: string) =>
    (await leaving(name, content))[0]?.citationKey;
  const csl = { type: 'book', title: 'T' };
  expect(
    await keyOf('a.json', '[{"citekey":"Doe2020-aa","pubtype":"PP_ARTICLE","title":"T"}]'),
  ).toBe('Doe2020-aa');
  expect(
    await keyOf('a.json', JSON.stringify([{ ...csl, id: 'x', note: 'Citation Key: mine' }])),
  ).toBe('mine');
  expect(
    await keyOf('a.json', JSON.stringify([{ ...csl, id: 'http://zotero.org/users/1/items/A' }])),
  ).toBe(undefined);
  expect(await keyOf('a.json', JSON.stringify([{ ...csl, id: 'arxiv:2401.00010' }]))).toBe(
    undefined,
  );
  expect(await keyOf('a.bib', '@misc{doe:2020, title={T}}')).toBe('doe:2020');
});

it('what programs keep with bookmarks comes back', async () => {
  const links = [
    '<DT><A HREF="https://arxiv.org/abs/2401.00010" ADD_DATE="1600000001" TOREAD="0" TAGS="one,linkding:archived" PRIVATE="1" LAST_MODIFIED="1600000002">A &amp; B</A>\n<DD>What the page says\n\n[linkding-notes]\nMine\n[/linkding-notes]',
    '<DT><A HREF="https://arxiv.org/abs/2401.00020" TOREAD="1" SHORTCUTURL="b" ONCLICK="x()" ICON="data:image/png;base64,AA">B</A>',
  ];
  const file = `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>T</TITLE>\n<H1>T</H1>\n<DL><p>\n${links.join('\n')}\n</DL><p>\n`;
  const back = await text('bookmarks', await leaving('a.html', file));
  expect(back).toContain(`${links[0]}\n`);
  expect(back).toContain('TOREAD="1" SHORTCUTURL="b">B</A>');
});

it('what Paperpile’s JSON says comes back as BibTeX, which Paperpile reads', async () => {
  const item = {
    citekey: 'Doe2020-aa',
    pubtype: 'PP_ARTICLE',
    title: 'T',
    author: [{ first: 'Jane', last: 'Doe' }],
    published: { year: '2020' },
    journalfull: 'Journal of Things',
    ...{ volume: '3', issue: '4', pages: '1-9', publisher: 'A & B', pmid: '123' },
  };
  const back = await text('bibtex', [await one('a.json', JSON.stringify([item]))]);
  expect(back).toMatch(/^@article\{Doe2020-aa,/);
  for (const field of [
    'journal = {Journal of Things}',
    'volume = {3}',
    'number = {4}',
    'pages = {1-9}',
  ])
    expect(back).toContain(field);
  expect(back).toContain('publisher = {A \\& B}');
});

it('properties of an Obsidian note are of the same kinds again, whatever they are called', async () => {
  const matter = [
    'arxiv: "2401.00010"',
    'title: T',
    'status: Some day',
    'rating: 5',
    'version: 1.50',
    'read: true',
    'date-read: 2024-02-03',
    '"zuletzt gelesen": 2024-02-03T10:00',
    'nested:\n  a: [b, c]',
    'related:\n  - "[[BERT]]"\n  - 7',
  ].join('\n');
  const note = vaultNote(await one('T.md', `---\n${matter}\n---\nMine.\n`));
  const written = note.split('\n---\n')[0]?.replace(/^---\n/, '') ?? '';
  expect(load(written)).toMatchObject({
    ...{ arxiv: '2401.00010', status: 'Some day', rating: 5, version: '1.50', read: true },
    nested: { a: ['b', 'c'] },
    related: ['[[BERT]]', 7],
  });
  for (const line of ['date-read: 2024-02-03', '"zuletzt gelesen": 2024-02-03T10:00'])
    expect(written.split('\n')).toContain(line);
});
