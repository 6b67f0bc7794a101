import { describe, expect, it } from 'vitest';
import { copyOf, documentOf, ownPages, readPage, textIn } from './pages';

const page = documentOf(textIn(ownPages, 'huggingface/paper.html'));
const address = 'https://huggingface.co/papers/2603.25728';

describe('a paper’s own page', () => {
  it('is one paper, whatever else it links to', () => {
    const { papers, cards } = readPage(page, address);
    expect(papers.map(({ id }) => id)).toEqual(['arxiv:2603.25728']);
    expect(cards.map(({ element }) => element)).toEqual([page.querySelector('h1')]);
  });

  it('does not take another paper’s data', () => {
    const document = copyOf(page);
    const element = document.querySelector('[data-target="PaperContent"]');
    const data = JSON.parse(element?.getAttribute('data-props') ?? '');
    element?.setAttribute('data-props', JSON.stringify(data.relatedPapers[0]));
    const [paper] = readPage(document, address).papers;
    expect(paper?.title).toContain('PixelSmile');
    expect(paper?.upvotes).toBeUndefined();
  });

  it('keeps the version of its address', () => {
    const { digest, papers } = readPage(page, `${address}v2`);
    expect(digest.id).toBe('huggingface:paper:2603.25728');
    expect(papers[0]?.version).toBe(2);
  });

  it('has the shared title where there is no heading', () => {
    const document = copyOf(page);
    for (const element of document.querySelectorAll('h1,[data-props]')) element.remove();
    const { papers, cards } = readPage(document, address);
    expect(papers[0]?.title).toBe('PixelSmile: Toward Fine-Grained Facial Expression Editing');
    expect(cards).toEqual([]);
  });

  it('is nothing when it is an error page', () => {
    const document = documentOf('<main><h1>404</h1><p>Sorry, we can’t find the page.</p></main>');
    expect(readPage(document, address)).toMatchObject({ papers: [], cards: [] });
  });
});
