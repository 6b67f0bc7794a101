import { describe, expect, it } from 'vitest';
import type { ImportedPaper } from '../../imports/types';
import { fileOf, foundIn, ofKind } from '../support/imports';

async function papersOf(name: string, text: string): Promise<readonly ImportedPaper[]> {
  return ofKind(await foundIn(fileOf(name, text)), 'paper');
}

describe('a note whose properties are lines', () => {
  it('of Logseq is one paper’s', async () => {
    const [paper, ...others] = await papersOf(
      'page.md',
      `title:: Attention Is All You Need
tags:: [[papers]], ml, [[deep learning]]
authors:: [[Ashish Vaswani]], [[Noam Shazeer]]
url:: https://arxiv.org/abs/1706.03762
date:: [[Jun 12th, 2017]]

- A first thought
`,
    );
    expect(others).toEqual([]);
    expect(paper?.paper).toMatchObject({
      ...{ id: 'arxiv:1706.03762', title: 'Attention Is All You Need', publishedAt: '2017-06' },
      authors: ['Vaswani, Ashish', 'Shazeer, Noam'],
    });
    expect(paper?.words).toMatchObject({
      tags: ['papers', 'deep learning', 'ml'],
      note: '- A first thought',
    });
  });

  it('of Notion and of Dataview stands below its heading', async () => {
    const [notion] = await papersOf(
      'a.md',
      '# A Title\n\nStatus: Reading\nTags: ml, nlp\nURL: https://arxiv.org/abs/2401.00010\nDate added: January 2, 2024 3:04 PM\n\nMy notes.\n',
    );
    expect(notion?.paper.title).toBe('A Title');
    expect(notion?.words).toMatchObject({
      tags: ['ml', 'nlp'],
      status: 'reading',
      note: 'My notes.',
    });
    const [dataview] = await papersOf(
      'a.md',
      '# A Title\n\n**arXiv**:: 2401.00010\nTags:: #ml #nlp\n\nThoughts.\n',
    );
    expect(dataview?.paper).toMatchObject({ id: 'arxiv:2401.00010', title: 'A Title' });
    expect(dataview?.words).toMatchObject({ tags: ['ml', 'nlp'], note: 'Thoughts.' });
  });

  it('is a list all the same where the lines name no paper', async () => {
    const papers = await papersOf(
      'a.md',
      '# Reading list\n\nStatus: draft\nOwner: me\n\n- [One](https://arxiv.org/abs/2401.00010)\n- [Two](https://arxiv.org/abs/2401.00020)\n',
    );
    expect(papers.map(({ paper }) => paper.title)).toEqual(['One', 'Two']);
  });
});

it('tags and states of notes are read without the signs that programs put around them', async () => {
  const [paper] = await papersOf(
    'a.md',
    '---\narxiv: "2401.00010"\ntags: [a, "#b", "[[c d]]"]\nstatus: "#reading"\n---\n',
  );
  expect(paper?.words).toMatchObject({ tags: ['a', 'b', 'c d'], status: 'reading' });
});

const items: readonly (readonly [item: string, title: string | undefined, words: object])[] = [
  [
    '**[Adam](https://arxiv.org/abs/1412.6980)**, *Kingma*. [[pdf](https://arxiv.org/pdf/1412.6980)]',
    'Adam',
    { note: '*Kingma*. [[pdf](https://arxiv.org/pdf/1412.6980)]' },
  ],
  ['~~[Old](https://arxiv.org/abs/1412.6980)~~', 'Old', {}],
  [
    'Deep learning. LeCun. ([arXiv](https://arxiv.org/abs/1412.6980)) #a',
    undefined,
    { note: 'Deep learning. LeCun.', tags: ['a'] },
  ],
  ['[x] Read: [T](https://arxiv.org/abs/1412.6980)', 'T', { note: 'Read', status: 'read' }],
  [
    'DOING [T](https://arxiv.org/abs/1412.6980) #one #[[open data]]\n  collapsed:: true\n  - mine',
    'T',
    { status: 'reading', tags: ['one', 'open data'], note: '- mine' },
  ],
];

it.each(items)('an item says what stands around its link: %s', async (item, title, words) => {
  const [paper, ...others] = await papersOf('list.md', `# List\n\n- ${item}\n`);
  expect(others).toEqual([]);
  expect(paper?.paper.title).toBe(title);
  expect(paper?.words).toMatchObject(words);
});
