import { describe, expect, it } from 'vitest';
import { placeOf } from '../../sites/places';
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
const page = documentOf(textIn(ownPages, 'arxiv/new-sections.html'));
const address = 'https://arxiv.org/list/cs.CL/new';

describe.skipIf(!hasSharedPages).each(pagesIn(folder, 'list-'))('captured list %s', (name) => {
  const document = documentOf(textIn(folder, `${name}.html`));
  const expected = JSON.parse(textIn(folder, `${name}.expected.json`)) as {
    readonly id: string;
    readonly title: string;
  }[];

  it('has the entries that it has, in order, of the day of its heading', () => {
    const reading = readPage(document, 'https://arxiv.org/list/cs.AI/new');
    expect(reading.digest.id).toBe('arxiv:list:cs.AI:2026-08-12');
    expect(reading.papers.map(({ id, title }) => ({ id: id.slice(6), title }))).toEqual(expected);
    for (const { authors, abstract, categories } of reading.papers) {
      expect(authors?.length).toBeGreaterThan(0);
      expect(abstract?.length).toBeGreaterThan(300);
      expect(categories).toContain('cs.AI');
    }
    const sections = reading.cards.map(({ id }) => reading.sections?.get(id) ?? 'new');
    expect(sections).toEqual(['new', 'cross', 'replaced'].flatMap((section) => [section, section]));
  });
});

it.skipIf(!hasSharedPages)('an excerpt of a list of 2026-10 is read', () => {
  const excerpt = new URL('excerpts/', sharedPages);
  const document = documentOf(textIn(excerpt, 'list-cs.AI-recent-2026-10-07.html'));
  const reading = readPage(document, 'https://arxiv.org/list/cs.AI/recent');
  expect(reading.digest.id).toBe('arxiv:list:cs.AI:recent');
  expect(reading.papers).toMatchObject([
    {
      id: 'arxiv:2610.08778',
      version: 1,
      title: 'Sherpa: Teaching LLMs to Teach Adaptively',
      authors: ['Weixian Xu', 'Diyi Yang'],
      categories: ['cs.AI', 'cs.CL'],
    },
  ]);
});

describe('a list of arXiv', () => {
  it('tells new papers, cross-lists and replacements apart', () => {
    const { sections } = readPage(page, address);
    expect([...(sections ?? [])]).toEqual([
      ['arxiv:2608.00103', 'cross'],
      ['arxiv:2112.00104', 'replaced'],
      ['arxiv:cs/0701105', 'replaced'],
    ]);
  });

  it('is of the day of its own heading, whatever day it is read on', () => {
    const later = readPage(page, address, new Date('2026-09-30T00:00:00Z'));
    expect(later.digest).toEqual({ id: 'arxiv:list:cs.CL:2026-08-12' });
    expect(placeOf(new URL('https://arxiv.org/catchup/cs.CL/2026-08-12'))?.digest).toEqual(
      later.digest,
    );
  });

  it('is of no day where its heading is gone, and reads all the same', () => {
    const copy = copyOf(page);
    for (const heading of copy.querySelectorAll('h1,h2,h3')) heading.remove();
    const { digest, papers, sections } = readPage(copy, address);
    expect(digest.id).toBe('arxiv:list:cs.CL:unknown');
    expect(papers).toHaveLength(5);
    expect(sections?.size).toBe(3);
  });

  it('keeps what was read of an entry before its formulas were set', () => {
    const copy = copyOf(page);
    const [first] = readPage(copy, address).papers;
    const title = copy.querySelector('.list-title') as Element;
    title.innerHTML =
      '<span class="descriptor">Title:</span> Listings: <mjx-container>𝑛</mjx-container>';
    expect(readPage(copy, address).papers[0]).toEqual(first);
    const reloaded = readPage(documentOf(copy.documentElement.outerHTML), address).papers[0];
    expect(reloaded?.unsure).toEqual(['title']);
  });

  it('lists a paper once that it has in two sections, with a control on each entry', () => {
    const copy = copyOf(page);
    const [term, entry] = [copy.querySelector('dt'), copy.querySelector('dd')];
    if (term && entry)
      copy
        .querySelector('dl:last-of-type')
        ?.append(...[term, entry].map((one) => one.cloneNode(true)));
    const { papers, cards } = readPage(copy, address);
    expect(papers).toHaveLength(5);
    expect(cards).toHaveLength(6);
  });

  it.each([
    ['<p>No updates for this time period.</p>', true],
    ['<div class="paging">Total of 0 entries </div>', true],
    ['<p>Sorry, this page is down.</p>', undefined],
  ])('says that it is empty where it says so: %s', (words, isEmpty) => {
    const document = documentOf(`<main><div id="content"><h1>A subject</h1>${words}</div></main>`);
    expect(readPage(document, address).saysEmpty).toBe(isEmpty);
  });

  it('takes a list of authors that may have been cut off for none', () => {
    const copy = copyOf(page);
    const authors = copy.querySelector('.list-authors') as Element;
    authors.innerHTML = Array.from({ length: 100 }, (_, at) => `<a href="/a">A ${at}</a>`).join();
    expect(readPage(copy, address).papers[0]?.authors).toBeUndefined();
    authors.lastElementChild?.remove();
    const reloaded = documentOf(copy.documentElement.outerHTML);
    expect(readPage(reloaded, address).papers[0]?.authors).toHaveLength(99);
  });

  it('tells nothing of what a translator has put in the place of the page’s own words', () => {
    const copy = copyOf(page);
    const comments = copy.querySelector('.list-comments') as Element;
    comments.innerHTML = '<font><font>Kommentare: 12 Seiten</font></font>';
    const [first] = readPage(copy, address).papers;
    expect(first?.authorsComment).toBeUndefined();
    expect(first?.title).toBe('Listings & Their Headings: a Study of $n$-Day Weeks');
  });

  it('knows the subjects of every archive', () => {
    const copy = copyOf(page);
    const subjects = copy.querySelector('.list-subjects') as Element;
    const named = ['q-bio.NC', 'cond-mat.str-el', 'hep-th', 'math-ph', 'cs.CL', 'physics.flu-dyn'];
    subjects.textContent = `Subjects: ${named.map((one) => `A Name (of it) (${one})`).join('; ')}`;
    expect(readPage(copy, address).papers[0]?.categories).toEqual(named);
  });

  it('takes no entry without a paper, and none that is cut off', () => {
    const broken = documentOf(
      '<dl><dt><a href="/abs/not-an-id">x</a></dt><dd>x</dd><dt><a href="/abs/2608.00101">arXiv:2608.00101</a></dt></dl>',
    );
    expect(readPage(broken, address).papers).toEqual([]);
  });
});

describe('a search on arXiv', () => {
  const search = 'https://arxiv.org/search/?query=a&searchtype=all';

  it('keeps the words before a colon of a title, which is no label there', () => {
    const document = documentOf(
      '<main><ol><li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/2608.00101">arXiv:2608.00101</a></p><p class="title">BERT: Pre-training</p></li></ol></main>',
    );
    expect(readPage(document, search).papers[0]?.title).toBe('BERT: Pre-training');
  });

  it('that found nothing says so', () => {
    const document = documentOf(
      '<main id="main-container"><div class="content"><p>Sorry, your query for all: a produced no results.</p></div></main>',
    );
    expect(readPage(document, search).saysEmpty).toBe(true);
  });
});
