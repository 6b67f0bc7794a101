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

  it('counts the comments that its data has', () => {
    const [paper] = readPage(page, address).papers;
    expect(paper).toMatchObject({ comments: 3, organization: 'Fudan University', upvotes: 114 });
  });

  it.each([
    ['· Submitted by <b></b> Ada King Lovelace on May 13, 2024', 'Ada King Lovelace'],
    ['Submitted by Ada on Tour on May 3', 'Ada on Tour'],
    ['Submitted by <a href="/ada">Ada  Lovelace</a>', 'Ada Lovelace'],
    [
      'Published on May 12 · Submitted by Ada Lovelace on May 13 · #2 Paper of the day',
      'Ada Lovelace',
    ],
    ['<i>· Submitted by</i> <a href="/ada">Ada Lovelace</a> <i>on Jun 1, 2024</i>', 'Ada Lovelace'],
    ['Submitted by ada-l_2', 'ada-l_2'],
  ])('without data has who submitted it, of “%s”', (line, name) => {
    const document = documentOf(`<main><h1>A title</h1><div>${line}</div></main>`);
    expect(readPage(document, address).papers[0]?.submittedBy).toBe(name);
  });

  it('does not take title and picture of the page that it was gone on from', () => {
    const [paper] = readPage(page, 'https://huggingface.co/papers/2603.16733').papers;
    expect(paper?.thumbnailUrl).toBeUndefined();
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
