import { describe, expect, it } from 'vitest';
import type { Paper } from '../../papers/paper';
import { documentOf, hasSharedPages, pagesIn, readPage, sharedPages, textIn } from './pages';

interface Expected {
  readonly page: { readonly dateString: string };
  readonly papers: readonly ExpectedPaper[];
}

interface ExpectedPaper extends Record<string, unknown> {
  readonly id: string;
  readonly title: string;
}

const folder = new URL('huggingface/', sharedPages);
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The same paper in the words of the captured pages' expected files, where `null` is an absent field. */
function asExpected(paper: Paper) {
  return {
    id: paper.id.replace('arxiv:', ''),
    title: paper.title ?? null,
    authors: paper.authors ?? null,
    organization: paper.organization ?? null,
    summary: paper.abstract ?? null,
    aiSummary: paper.aiSummary ?? null,
    aiKeywords: paper.aiKeywords ?? null,
    publishedAt: paper.publishedAt ?? null,
    submittedOnDailyAt: paper.dailyAt ?? null,
    submittedBy: paper.submittedBy ?? null,
    upvotes: paper.upvotes ?? null,
    numComments: paper.comments ?? null,
    githubRepo: paper.codeUrl ?? null,
    githubStars: paper.codeStars ?? null,
    projectPage: paper.projectUrl ?? null,
    thumbnail: paper.thumbnailUrl ?? null,
  };
}

const damages: Record<string, (element: Element) => void> = {
  removed: (element) => element.removeAttribute('data-props'),
  truncated: (element) =>
    element.setAttribute('data-props', element.getAttribute('data-props')?.slice(0, -100) ?? ''),
};

describe.skipIf(!hasSharedPages).each(pagesIn(folder))('captured page %s', (name) => {
  const html = textIn(folder, `${name}.html`);
  const page = documentOf(html);
  const expected = JSON.parse(textIn(folder, `${name}.expected.json`)) as Expected;
  const day = expected.page.dateString;
  const papers = expected.papers.map((paper) => ({ ...paper, title: oneLine(paper.title) }));
  const addresses = [`date/${day}`, `?date=${day}`, ''].map((end) =>
    `https://huggingface.co/papers/${end}`.replace('/?', '?'),
  );
  const listed = (document: Document) =>
    [...document.querySelectorAll('[data-target="DailyPapers"]')].filter((element) =>
      element.hasAttribute('data-props'),
    );

  it('reads every field from the embedded data', () => {
    const reading = readPage(page, `https://huggingface.co/papers/date/${day}`);
    expect(reading.papers.map(asExpected)).toEqual(papers);
    expect(reading.papers.some((paper) => 'authorCount' in paper)).toBe(false);
  });

  it('reads the same when the target is renamed', () => {
    const document = documentOf(html);
    for (const element of listed(document)) element.setAttribute('data-target', 'Renamed');
    const reading = readPage(document, `https://huggingface.co/papers/date/${day}`);
    expect(reading.papers.map(asExpected)).toEqual(papers);
  });

  it.each(Object.keys(damages))('reads the cards when the data is %s', (damage) => {
    const document = documentOf(html);
    for (const element of listed(document)) damages[damage]?.(element);
    for (const address of addresses) {
      const reading = readPage(document, address);
      expect(reading.digest).toEqual({ id: `huggingface:day:${day}`, day });
      expect(reading.papers.map(({ id, title }) => [id, title])).toEqual(
        papers.map(({ id, title }) => [`arxiv:${id}`, title]),
      );
      compareCards(reading.papers, papers);
    }
  });

  it('finds the article of each paper, and the same digest at each address', () => {
    for (const address of addresses) {
      const { digest, cards } = readPage(page, address);
      expect(digest).toEqual({ id: `huggingface:day:${day}`, day });
      expect(cards.map((card) => card.element)).toEqual([...page.querySelectorAll('article')]);
      expect(cards.map((card) => card.id)).toEqual(papers.map(({ id }) => `arxiv:${id}`));
    }
  });

  it('reads the data alone when there are no cards', () => {
    const document = documentOf(html);
    for (const article of document.querySelectorAll('article')) article.remove();
    const reading = readPage(document, `https://huggingface.co/papers`);
    expect(reading.papers.map(asExpected)).toEqual(papers);
    expect(reading.cards).toEqual([]);
  });

  it.each(['article', 'h3'])('reads the cards without data where each %s is a div', (tag) => {
    const document = documentOf(html);
    for (const element of listed(document)) element.removeAttribute('data-props');
    for (const element of document.querySelectorAll(tag)) {
      const block = document.createElement('div');
      block.append(...element.childNodes);
      element.replaceWith(block);
    }
    const reading = readPage(document, `https://huggingface.co/papers/date/${day}`);
    expect(reading.cards).toHaveLength(papers.length);
    expect(reading.papers.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));
    compareCards(reading.papers, papers);
  });

  it('reads the same when the list in the data has another name', () => {
    const document = documentOf(html);
    for (const element of listed(document)) {
      const json = element.getAttribute('data-props')?.replace('"dailyPapers":', '"papers":');
      element.setAttribute('data-props', json ?? '');
    }
    const reading = readPage(document, `https://huggingface.co/papers/date/${day}`);
    expect(reading.papers.map(asExpected)).toEqual(papers);
  });

  it('skips one bad entry of the data and takes it from its card', () => {
    const document = documentOf(html);
    for (const element of listed(document)) {
      const data = JSON.parse(element.getAttribute('data-props') ?? '');
      data.dailyPapers[1] = { paper: { id: 17 }, title: null };
      element.setAttribute('data-props', JSON.stringify(data));
    }
    const reading = readPage(document, `https://huggingface.co/papers/date/${day}`);
    expect(reading.papers.map(({ id }) => id)).toEqual(papers.map(({ id }) => `arxiv:${id}`));
    expect(reading.papers[1]?.title).toBe(papers[1]?.title);
    expect(reading.papers[1]?.abstract).toBeUndefined();
  });
});

function compareCards(found: readonly Paper[], papers: readonly ExpectedPaper[]) {
  for (const [index, paper] of found.entries()) {
    const said: Record<string, unknown> = papers[index] ?? {};
    expect(paper.upvotes).toBe(said.upvotes);
    expect(paper.comments ?? 0).toBe(said.numComments);
    expect(paper.organization).toBe((said.organization as string | null)?.trim());
    expect(paper.submittedBy ?? null).toBe(said.submittedBy);
    if (!paper.organization) expect(paper.authorCount).toBe((said.authors as string[]).length);
    if (paper.thumbnailUrl) expect(paper.thumbnailUrl).toBe(said.thumbnail);
    const stars = Number(said.githubStars ?? 0);
    expect(Math.abs((paper.codeStars ?? 0) - stars)).toBeLessThanOrEqual(stars / 20);
    expect(paper.abstract).toBeUndefined();
    expect(paper.publishedAt).toBeUndefined();
  }
}

describe('the captured pages', () => {
  it('are read where they are, and left out where they are not', () => {
    expect(pagesIn(folder).length > 0).toBe(hasSharedPages);
  });
});
