import { describe, expect, it } from 'vitest';
import { documentOf, hasSharedPages, readPage, sharedPages, textIn } from './pages';

interface Seed {
  readonly title: string;
  readonly authorsCount: number | null;
  readonly organization: string | null;
  readonly dateText: string | null;
  readonly commentCount: number | null;
}

const address = 'https://huggingface.co/papers?q=world+models';
const seedTime = new Date('2025-11-24T12:00:00Z');
const abstract = 'An abstract in words that say nothing, but at the length abstracts have. '.repeat(
  9,
);

function footOf(seed: Seed, at: number): string {
  if (!seed.dateText) return '';
  const who = seed.organization
    ? `<a href="/some-org"><img alt="some-org"> ${seed.organization}</a>`
    : `<a href="/papers/2501.${10_000 + at}">• ${seed.authorsCount} authors</a>`;
  const comments = seed.commentCount ? ` <span><svg></svg> ${seed.commentCount}</span>` : '';
  return `<div>${who} <span>·</span> <span>${seed.dateText}</span>${comments}</div>`;
}

function pageOf(seeds: readonly Seed[], tag: string): Document {
  const document = documentOf('<main><h1>Daily Papers</h1><p>Nov 24</p><div></div></main>');
  for (const [at, seed] of seeds.entries()) {
    const card = document.createElement(tag);
    card.innerHTML = `<h3><a href="/papers/2501.${10_000 + at}"></a></h3><p>${abstract}</p>${footOf(seed, at)}`;
    card.querySelector('a')?.append(seed.title);
    document.querySelector('main div')?.append(card);
  }
  return document;
}

describe.skipIf(!hasSharedPages)('the entries of the seed view', () => {
  const seeds: Seed[] = hasSharedPages ? JSON.parse(textIn(sharedPages, 'seed-view.json')) : [];

  it.each(['article', 'div'])('are read from %s cards', (tag) => {
    const { digest, papers } = readPage(pageOf(seeds, tag), address, seedTime);
    expect(digest).toEqual({ id: 'huggingface:search:world models' });
    expect(papers.map(({ title }) => title)).toEqual(seeds.map(({ title }) => title));
    for (const [at, seed] of seeds.entries()) {
      const paper = papers[at];
      expect(paper?.abstract).toBe(abstract.trim());
      expect(paper?.authorCount ?? null).toBe(seed.authorsCount);
      expect(paper?.organization ?? null).toBe(seed.organization);
      expect(paper?.comments ?? null).toBe(seed.commentCount);
      expect(Boolean(paper?.publishedAt)).toBe(Boolean(seed.dateText));
      if (seed.dateText) expect(written(paper?.publishedAt)).toBe(withYear(seed.dateText));
    }
  });
});

const written = (day = '') =>
  new Date(day).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  });
const withYear = (text: string) => (text.includes(',') ? text : `${text}, 2025`);

describe('the query', () => {
  it.each([
    ['https://huggingface.co/papers?q=world%20models', 'huggingface:search:world models'],
    ['https://huggingface.co/papers?date=2026-03-27&q=%20a++b%20', 'huggingface:search:a b'],
    ['https://huggingface.co/papers?q=a:b', 'huggingface:search:a:b'],
  ])('of %s names the digest %s', (searched, id) => {
    expect(readPage(documentOf('<main></main>'), searched).digest).toEqual({ id });
  });

  it('is of the data too, where that is for the same query', () => {
    const data = { query: { q: 'a' }, dailyPapers: [{ paper: { id: '2503.02130', title: 'T' } }] };
    const document = documentOf('<main><div></div></main>');
    document.querySelector('div')?.setAttribute('data-props', JSON.stringify(data));
    expect(readPage(document, 'https://huggingface.co/papers?q=a').papers).toHaveLength(1);
    expect(readPage(document, 'https://huggingface.co/papers?q=b').papers).toHaveLength(0);
  });

  it('beside a period is that of a search, not of the whole period', () => {
    const document = documentOf('<main></main>');
    for (const period of ['date/2026-03-27', 'week/2026-W13', 'month/2026-03', 'trending'])
      expect(
        readPage(document, `https://huggingface.co/papers/${period}?q=semantic`).digest,
      ).toEqual({
        id: 'huggingface:search:semantic',
      });
  });
});

describe('what a search lists', () => {
  const searched = 'https://huggingface.co/papers?q=semantic';
  const entry = (number: number) => ({ paper: { id: `2503.${number}`, title: `Paper ${number}` } });
  const ofDay = [entry(10_001), entry(10_002), entry(10_003)];
  const hits = [entry(20_001), entry(20_002)];
  const aDay = { dateString: '2026-03-27', periodType: 'day' };
  const page = (data: object, cards: readonly ReturnType<typeof entry>[] = []) => {
    const document = documentOf('<main><div data-target="DailyPapers"></div></main>');
    const main = document.querySelector('main div');
    main?.setAttribute('data-props', JSON.stringify(data));
    for (const { paper } of cards)
      main?.insertAdjacentHTML(
        'beforeend',
        `<article><h3><a href="/papers/${paper.id}">${paper.title}</a></h3></article>`,
      );
    return document;
  };
  const titles = (document: Document, address = searched) =>
    readPage(document, address).papers.map(({ title }) => title);
  const hitTitles = ['Paper 20001', 'Paper 20002'];

  it.each([
    ['a query', { query: { q: 'semantic' } }],
    ['no query', { query: {} }],
  ])('is its hits alone where the data has a day beside them, and %s', (_, query) => {
    const data = { ...aDay, ...query, dailyPapers: ofDay, searchResults: hits };
    expect(titles(page(data))).toEqual(hitTitles);
    expect(titles(page(data, hits))).toEqual(hitTitles);
    expect(titles(page(data), 'https://huggingface.co/papers/date/2026-03-27?q=semantic')).toEqual(
      hitTitles,
    );
  });

  it('is its hits where the data has no list of their own', () => {
    const data = { query: { q: 'semantic' }, dailyPapers: hits };
    expect(titles(page(data))).toEqual(hitTitles);
  });

  it('is not the day beside it where cards show something else', () => {
    const data = { ...aDay, query: { q: 'semantic' }, dailyPapers: ofDay };
    expect(titles(page(data, hits))).toEqual(hitTitles);
    expect(titles(page({ ...data, searchResults: [] }, hits))).toEqual(hitTitles);
  });

  it('is nothing where nothing was hit', () => {
    const data = { ...aDay, query: { q: 'semantic' }, dailyPapers: ofDay, searchResults: [] };
    expect(readPage(page(data), searched)).toMatchObject({ papers: [], saysEmpty: true });
  });

  it('leaves a day its papers when an empty list of hits is beside them', () => {
    const data = { ...aDay, query: {}, dailyPapers: ofDay, searchResults: [] };
    const reading = readPage(page(data), 'https://huggingface.co/papers/date/2026-03-27');
    expect(reading.digest.day).toBe('2026-03-27');
    expect(reading.papers).toHaveLength(3);
  });

  it('of another page, gone on from without a load, is not the day’s', () => {
    const data = { ...aDay, query: { q: 'semantic' }, dailyPapers: ofDay, searchResults: hits };
    const document = page(data, [entry(10_002), entry(30_001)]);
    const reading = readPage(document, 'https://huggingface.co/papers/date/2026-03-27');
    expect(reading.papers.map(({ id }) => id)).toEqual(['arxiv:2503.10002', 'arxiv:2503.30001']);
  });
});
