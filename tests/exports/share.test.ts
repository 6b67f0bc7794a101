import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { asHtml, asLinks, asMarkdown, titleAndLink } from '../../exports/share';
import { emptyRecord } from '../../papers/merge';
import type { PaperRecord } from '../../papers/record';
import { quick } from '../support/property';

function record(id: string, more: Partial<PaperRecord> = {}): PaperRecord {
  return { ...emptyRecord(id, 0), ...more };
}

const whole = record('arxiv:2503.02130', {
  title: 'Forgetting Transformer',
  authors: ['Lin, Zhixuan', 'Evgenii Nikishin', 'Xu Owen He'],
  authorCount: 3,
  publishedAt: '2025-03-03',
});
const bare = record('custom:thing');

const page = new JSDOM('').window.document;

/** What a reader of the document sees. */
function seen(html: string) {
  const body = page.createElement('body');
  body.innerHTML = html;
  const links = [...body.querySelectorAll('a')];
  return {
    items: [...body.querySelectorAll('li')].map((item) => item.textContent),
    links: links.map((link) => [link.textContent, link.getAttribute('href')]),
    others: [...body.querySelectorAll(':not(ul, li, a, p)')].map((node) => node.tagName),
  };
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'[]()\\`*_~|<>&!#-+.:"\'$^{}='),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\t',
        '\0',
        '\u2028',
        '&amp;',
        '<b>',
        'www.a.org',
        'https://b.org',
      ),
      fc.constantFrom(
        '![x](y)',
        '](',
        '**',
        '__',
        '``',
        '<!--',
        '[^1]',
        'a@b.org',
        'é',
        '漢字',
        '\ud800',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** An address in one of the ways in which it can be coded. */
const written = (address: string) =>
  encodeURI(address)
    .replace(/%25/g, '%')
    .replace(/%(?:28|29|5B|5D|5C|60|7C)/gi, unescape);

const cleaned = (title: string) =>
  title
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('a paper as text', () => {
  it('is its title and its address', () => {
    expect(titleAndLink(whole)).toBe('Forgetting Transformer\nhttps://arxiv.org/abs/2503.02130');
  });

  it('has its PDF where it has no page, and says what is known where there is neither', () => {
    const pdfUrl = 'https://example.org/a.pdf';
    expect(titleAndLink(bare, { id: bare.id, pdfUrl })).toBe(`custom:thing\n${pdfUrl}`);
    expect(titleAndLink(bare, { id: bare.id, pdfUrl: 'javascript:alert(1)' })).toBe('custom:thing');
    expect(asMarkdown([bare])).toBe('- custom:thing');
    expect(asHtml([bare])).toBe('custom:thing');
    expect(asLinks([bare])).toBe('');
  });
});

describe('papers as Markdown', () => {
  it('are a line each, with first author and year', () => {
    const one = { ...whole, authors: ['Ada Lovelace'], authorCount: 1 };
    const two = { ...whole, authors: ['Ada Lovelace', 'Borel, Émile'], authorCount: 2 };
    const { publishedAt: _unknown, ...undated } = one;
    const line = '- [Forgetting Transformer](https://arxiv.org/abs/2503.02130)';
    expect(asMarkdown([whole, one, two, undated, { ...whole, authors: [] }]).split('\n')).toEqual([
      `${line} — Zhixuan Lin et al., 2025`,
      `${line} — Ada Lovelace, 2025`,
      `${line} — Ada Lovelace and Émile Borel, 2025`,
      `${line} — Ada Lovelace`,
      `${line} — 2025`,
    ]);
  });

  it('read back as one link a paper, whatever the titles are', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (titles) => {
        const papers = titles.map((title) => record('arxiv:2503.02130', { title }));
        const { items, links, others } = seen(marked.parse(asMarkdown(papers)) as string);
        const texts = titles.map((title) => cleaned(title) || 'arxiv:2503.02130');
        expect(links).toEqual(texts.map((shown) => [shown, 'https://arxiv.org/abs/2503.02130']));
        expect(items.map((item) => item?.trim())).toEqual(texts);
        expect(others).toEqual([]);
      }),
      quick,
    );
  });

  it('keep every address whole, whatever is in it', () => {
    fc.assert(
      fc.property(hostile, (path) => {
        const address = `https://example.org/${path}`;
        fc.pre(URL.canParse(address) && !path.startsWith('/'));
        const paper = record(`url:${address}`, { title: 'T' });
        const { links } = seen(marked.parse(asMarkdown([paper])) as string);
        expect(links.map(([shown, href]) => [shown, written(href ?? '')])).toEqual([
          ['T', written(new URL(address).href)],
        ]);
      }),
      quick,
    );
  });
});

describe('papers as HTML', () => {
  it('read back as one link a paper and nothing else, whatever the titles are', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const titles = [one, other];
        const html = asHtml(titles.map((title) => record('doi:10.1145/1', { title })));
        const shown = titles.map((title) => cleaned(title) || 'doi:10.1145/1');
        expect(seen(html).links).toEqual(shown.map((text) => [text, 'https://doi.org/10.1145/1']));
        expect(seen(html).others).toEqual([]);
      }),
      quick,
    );
  });
});

it('papers as addresses are one a line', () => {
  expect(asLinks([whole, bare, record('doi:10.1145/1')])).toBe(
    'https://arxiv.org/abs/2503.02130\nhttps://doi.org/10.1145/1',
  );
});
