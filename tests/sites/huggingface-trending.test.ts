import { describe, expect, it } from 'vitest';
import { documentOf, hasSharedPages, readPage, sharedPages, textIn } from './pages';

const address = 'https://huggingface.co/papers/trending';

describe('a card with two layouts', () => {
  const layout = (hidden: string) =>
    `<div class="${hidden}"><h3><a href="/papers/2503.02130">A title</a></h3>
     <p>We show one thing that was not known. Then we show another, which nobody expected to follow.</p>
     <a href="/login?next=%2Fpapers%2F2503.02130"><div role="checkbox"><input type="checkbox"> <svg></svg> Upvote <div>-</div></div></a>
     <a href="https://github.com/owner/name">GitHub <span>110k</span></a> <a href="https://github.com/owner">Others</a></div>`;
  const other = layout('').replaceAll('2503.02130', '2503.02131');

  it.each(['article', 'div'])('is one card, be it an %s or not', (tag) => {
    const both = `<${tag}>${layout('hidden md:flex')}${layout('md:hidden')}</${tag}>`;
    const page = documentOf(`<main><section>${both}<${tag}>${other}</${tag}></section></main>`);
    const { papers, cards } = readPage(page, address);
    expect(cards).toHaveLength(2);
    expect(papers[0]).toEqual({
      id: 'arxiv:2503.02130',
      title: 'A title',
      abstract:
        'We show one thing that was not known. Then we show another, which nobody expected to follow.',
      unsure: ['abstract'],
      upvotes: 0,
      codeUrl: 'https://github.com/owner/name',
      codeStars: 110_000,
      source: 'card',
    });
  });
});

describe.skipIf(!hasSharedPages)('the excerpt of a trending page', () => {
  const load = () =>
    documentOf(textIn(new URL('excerpts/', sharedPages), 'trending-2026-10-07.html'));

  it('is read from its data', () => {
    const { digest, papers, cards } = readPage(load(), address);
    expect(digest).toEqual({ id: 'huggingface:trending' });
    expect(cards.map(({ id }) => id)).toEqual(['arxiv:2610.05608', 'arxiv:2412.20138']);
    expect(papers.map(({ abstract }) => abstract)).toEqual(['FULL ABSTRACT K', 'FULL ABSTRACT T']);
  });

  it('is read from its cards', () => {
    const document = load();
    for (const element of document.querySelectorAll('[data-props]'))
      element.removeAttribute('data-props');
    const { papers } = readPage(document, address);
    expect(papers).toMatchObject([
      {
        upvotes: 117,
        codeUrl: 'https://github.com/kandinskylab/kandinsky-6',
        codeStars: 131,
        organization: 'Kandinsky Lab',
        publishedAt: '2026-10-04',
        submittedBy: 'vvasilev',
      },
      {
        upvotes: 149,
        codeUrl: 'https://github.com/tauricresearch/tradingagents',
        codeStars: 110_000,
        authorCount: 4,
        publishedAt: '2024-12-28',
      },
    ]);
    expect(papers[1]?.aiSummary).toMatch(/^A multi-agent framework using .* Sharpe ratio\.$/);
    expect(papers[1]?.abstract).toBeUndefined();
  });
});
