import { describe, expect, it } from 'vitest';
import {
  copyOf,
  documentOf,
  hasSharedPages,
  ownPages,
  pagesIn,
  readPage,
  sharedPages,
  textIn,
} from './pages';

const folder = new URL('arxiv/', sharedPages);

describe.skipIf(!hasSharedPages).each(pagesIn(folder, 'abs-'))('captured page %s', (name) => {
  const document = documentOf(textIn(folder, `${name}.html`));
  const expected = JSON.parse(textIn(folder, `${name}.expected.json`));
  const address = `https://arxiv.org/abs/${expected.arxiv}`;

  it('is read as expected', () => {
    const { digest, papers, cards } = readPage(document, address);
    expect(digest).toEqual({ id: `arxiv:abs:${expected.arxiv}` });
    expect(papers).toMatchObject([
      {
        id: `arxiv:${expected.arxiv}`,
        version: 2,
        title: expected.title,
        authors: expected.authors,
        publishedAt: expected.dateIso,
        pdfUrl: expected.pdfUrl,
      },
    ]);
    expect(papers[0]?.abstract?.length).toBeGreaterThan(300);
    expect(cards.map(({ element }) => element.textContent)).toEqual([
      expect.stringContaining(expected.title),
    ]);
  });

  it('is read without its tags', () => {
    const bare = copyOf(document);
    for (const tag of bare.querySelectorAll('meta')) tag.remove();
    const [paper] = readPage(bare, address).papers;
    expect(paper).toMatchObject({ title: expected.title, publishedAt: expected.dateIso });
    expect(paper?.authors).toHaveLength(expected.authors.length);
  });
});

const excerpts = new URL('excerpts/', sharedPages);

it.skipIf(!hasSharedPages)('an excerpt of 2026 with 171 authors is read whole', () => {
  const document = documentOf(textIn(excerpts, 'abs-2604.14148.html'));
  const { papers, cards } = readPage(document, 'https://arxiv.org/abs/2604.14148');
  expect(papers).toMatchObject([
    {
      id: 'arxiv:2604.14148',
      version: 1,
      title: 'Seedance 2.0: Advancing Video Generation for World Complexity',
      publishedAt: '2026-04-15',
      pdfUrl: 'https://arxiv.org/pdf/2604.14148',
      authorsComment: 'Seedance 2.0 Model Card',
      categories: ['cs.CV'],
    },
  ]);
  expect(papers[0]?.revisedAt).toBeUndefined();
  expect(papers[0]?.authors).toHaveLength(171);
  expect(papers[0]?.authors?.slice(0, 2)).toEqual(['Seedance, Team', 'Chen, De']);
  expect(papers[0]?.abstract).toMatch(/^Seedance 2.0 is a new native multi-modal/);
  expect(cards.map(({ element }) => element)).toEqual([document.querySelector('h1.title')]);
});

describe('an abstract page', () => {
  it('has the version of its address before that of its tags', () => {
    const document = documentOf(textIn(ownPages, 'arxiv/abs-new.html'));
    const read = (version: string) =>
      readPage(document, `https://arxiv.org/abs/1902.02534${version}`).papers[0]?.version;
    expect([read(''), read('v1')]).toEqual([2, 1]);
  });

  it('is nothing when the paper does not exist', () => {
    const document = documentOf('<h1>Article identifier not recognized</h1>');
    expect(readPage(document, 'https://arxiv.org/abs/2503.99999')).toMatchObject({
      papers: [],
      cards: [],
    });
  });
});
