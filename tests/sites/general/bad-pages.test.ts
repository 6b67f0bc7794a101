import { describe, expect, it } from 'vitest';
import { limits } from '../../../papers/limits';
import { knownLinks } from '../../../sites/general/known-links';
import { readPage } from '../../../sites/general/read';
import { html, tags } from '../../fixtures/general/page';
import { documentOf } from '../pages';

const at = (page: string, address = 'https://journal.example.com/article/1') =>
  readPage(documentOf(page), new URL(address));
const article = {
  citation_title: 'Folding by Machine',
  citation_author: ['Ada Lovelace'],
  citation_doi: '10.1000/fold.1',
};
const list = (count: number, link: (at: number) => string) =>
  `<ul>${Array.from({ length: count }, (_, one) => `<li><a href="${link(one)}">A paper with number ${one}</a></li>`).join('')}</ul>`;
const id = (one: number) => `2503.${String(10_000 + one)}`;

describe('a page that lies', () => {
  it('with ten titles and one identifier is of one paper, by the first of them', () => {
    const titles = Array.from({ length: 10 }, (_, one) => `Title number ${one}`);
    expect(at(html('', tags({ ...article, citation_title: titles }), ''))).toMatchObject({
      shows: 'paper',
      papers: [{ id: 'doi:10.1000/fold.1', title: 'Title number 0' }],
    });
  });

  it('with ten titles and none, or with ten DOIs, is a list and no paper', () => {
    const titles = Array.from({ length: 10 }, (_, one) => `Title number ${one}`);
    const dois = Array.from({ length: 10 }, (_, one) => `10.1000/fold.${one}`);
    const { citation_author } = article;
    expect(at(html('', tags({ citation_author, citation_title: titles }), '')).shows).toBe(
      'nothing',
    );
    const issue = tags({ ...article, citation_title: titles, citation_doi: dois });
    expect(at(html('', issue, '')).shows).toBe('nothing');
  });

  it.each([
    ['$', '{citation_title}'].join(''),
    '{{ title }}',
    'undefined',
    'Untitled',
    'Not found',
    'Journal of Paper',
    'https://journal.example.com/article/1',
    '42',
  ])('with “%s” for a title has none', (title) => {
    const head = tags({
      ...article,
      citation_title: title,
      citation_journal_title: 'Journal of Paper',
    });
    expect(at(html('', head, '')).papers).toEqual([]);
  });

  it('gives the site, placeholders and addresses no authorship', () => {
    const citation_author = [
      'Journal of Paper',
      'journal.example.com',
      'Anonymous',
      ['$', '{author}'].join(''),
      'a@b.example',
      'https://x.example',
      'Paper1234 Authors',
      ' Ada <b>Lovelace</b>1,2*',
      'Ada Lovelace',
    ];
    const head = tags({ ...article, citation_author, citation_journal_title: 'Journal of Paper' });
    expect(at(html('', head, '')).papers[0]?.authors).toEqual(['Ada Lovelace']);
  });

  it('has its titles as people read them, and runs nothing of them', () => {
    const citation_title =
      'CO<sub>2</sub> &amp; the <i>x</i>&nbsp;&lt; y bound <script>globalThis.hacked = 1</script>';
    const [paper] = at(html('', tags({ ...article, citation_title }), '')).papers;
    expect(paper?.title).toBe('CO2 & the x < y bound <script>globalThis.hacked = 1</script>');
    expect(globalThis).not.toHaveProperty('hacked');
  });

  it('keeps the paper before it in its tags when its address has gone on', () => {
    const stale = html('', tags({ ...article }), '<h1>Another paper</h1>');
    expect(at(stale, 'https://journal.example.com/doi/10.1000/fold.2')).toMatchObject({
      papers: [{ id: 'doi:10.1000/fold.2' }],
      reader: 'address',
    });
    const [paper] = at(stale, 'https://journal.example.com/doi/10.1000/fold.2').papers;
    expect(paper?.title).toBeUndefined();
  });

  it.each([
    '10.1145/nnnnnnn.nnnnnnn',
    '10.1145/1122445.1122456',
    '10.1000/',
    '١٠.١٠٠٠/٤٢',
    '10.١٠٠٠/x',
  ])('with %s for a DOI is known by its address', (citation_doi) => {
    const [paper] = at(html('', tags({ ...article, citation_doi }), '')).papers;
    expect(paper?.id).toBe('url:https://journal.example.com/article/1');
    expect(paper?.aliases).toBeUndefined();
  });

  it('with digits of other scripts in its links names no paper', () => {
    const digits = '٠١٢٣٤٥٦٧٨٩';
    const foreign = (one: number) => id(one).replace(/\d/g, (digit) => digits[Number(digit)] ?? '');
    expect(
      at(
        html(
          '',
          '',
          list(8, (one) => `https://arxiv.org/abs/${foreign(one)}`),
        ),
      ).papers,
    ).toEqual([]);
  });

  it('that claims a paper of arXiv whose page it is not is believed no more than a link', () => {
    const head = tags({ ...article, citation_doi: '', citation_arxiv_id: '2503.02130' });
    expect(at(html('', head, '')).papers).toMatchObject([
      { id: 'arxiv:2503.02130', source: 'link' },
    ]);
  });

  it('that forbids robots is read for the reader, who is none, and no link of it is followed', () => {
    const robots = '<meta name="robots" content="noindex, nofollow, noarchive, nosnippet">';
    const head = `${robots}${tags(article)}`;
    expect(at(html('', head, ''))).toEqual(at(html('', tags(article), '')));
  });

  it('in a broken encoding is sure of neither title nor abstract', () => {
    const citation_title = 'Schr\uFFFDdinger and the Paper';
    expect(at(html('', tags({ ...article, citation_title }), '')).papers[0]?.unsure).toEqual([
      'title',
      'abstract',
    ]);
  });
});

describe('a page that is too much', () => {
  it('with a title of 1 MB has the beginning of it', () => {
    const citation_title = 'Folding <b>paper</b> '.repeat(50_000);
    const [paper] = at(html('', tags({ ...article, citation_title }), '')).papers;
    expect(paper?.title).toHaveLength(limits.title);
  });

  it('with 5 MB of JSON-LD is read by its other tags', () => {
    const much = JSON.stringify({ '@type': 'Dataset', description: 'x'.repeat(5_000_000) });
    const head = `${tags(article)}<script type="application/ld+json">${much}</script>`;
    expect(at(html('', head, '')).papers).toMatchObject([{ id: 'doi:10.1000/fold.1' }]);
  });

  it.each([
    '{',
    '[[[[[[[[[[[[[[[[[',
    '"text"',
    'null',
    '{"@type": {"a": 1}}',
    `${'['.repeat(9000)}${']'.repeat(9000)}`,
  ])('with JSON-LD that is none (%#) is read by its other tags', (text) => {
    const head = `${tags(article)}<script type="application/ld+json">${text}</script>`;
    expect(at(html('', head, ''))).toMatchObject({ shows: 'paper', failed: [] });
  });

  it('with links without end is read as far as it goes', () => {
    const { shows, papers } = at(
      html(
        '',
        '',
        list(5500, (one) => `https://arxiv.org/abs/${id(one)}`),
      ),
    );
    expect(shows).toBe('digest');
    expect(papers.length).toBeGreaterThan(1000);
    expect(papers.length).toBeLessThanOrEqual(5000);
  });

  it('with a million links is looked at as far as the fifty thousandth', () => {
    let looked = 0;
    const link = { getAttribute: () => '/somewhere/else' };
    const links = new Proxy(
      { length: 1_000_000 },
      {
        get(target, name) {
          if (name === 'length') return target.length;
          looked += 1;
          return link;
        },
      },
    );
    const page = { getElementsByTagName: () => links } as unknown as Document;
    expect(knownLinks(page, new URL('https://journal.example.com/'))).toEqual([]);
    expect(looked).toBe(50_000);
  });

  it('with links into links for ever is left at that', () => {
    const looped = (one: number) => {
      let address = `https://arxiv.org/abs/${id(one)}`;
      for (let layer = 0; layer < 9; layer++)
        address = `https://r.example/?url=${encodeURIComponent(address)}`;
      return address.slice(0, 2000);
    };
    const self = `https://r.example/?url=${encodeURIComponent('https://r.example/?url=https://r.example/')}`;
    expect(at(html('', '', list(6, looped) + list(6, () => self)))).toMatchObject({
      shows: 'nothing',
      failed: [],
    });
  });
});
