import { describe, expect, it, vi } from 'vitest';
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

describe('what is no paper', () => {
  it.each([
    'Just a moment...',
    'Attention Required! | Cloudflare',
    'Access Denied',
    'Client Challenge',
    'Are you a robot?',
    'Radware Bot Manager Captcha',
    'Validate User',
    'Error - Cookies Turned Off',
    'Nur einen Moment…',
    'Un instant…',
    '请稍候…',
    'Page not found | Journal',
  ])('a page that calls itself “%s” is of none, whatever its address and links say', (title) => {
    const page = html(
      title,
      '',
      list(6, (one) => `https://arxiv.org/abs/${id(one)}`),
    );
    expect(at(page, 'https://journal.example.com/doi/10.1000/fold.1')).toEqual({
      shows: 'nothing',
      papers: [],
      cards: [],
      failed: [],
    });
  });

  it.each([
    '<script>window._cf_chl_opt = { cvId: "3" };</script>',
    '<script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=1"></script>',
    '<iframe src="/_Incapsula_Resource?incident_id=1"></iframe>',
  ])('a page that asks for a proof (%#) is of none, whatever it calls itself', (part) => {
    const page = html('journal.example.com', '', part);
    expect(at(page, 'https://journal.example.com/doi/10.1000/fold.1').shows).toBe('nothing');
  });

  it('a paper on a page that looks for machines by the way is one', () => {
    const watch = '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>';
    const page = html('Folding by Machine', '', watch);
    expect(at(page, 'https://journal.example.com/doi/10.1000/fold.1').shows).toBe('paper');
  });

  it('a paper that is called like such a page is one', () => {
    const head = tags({ ...article, citation_title: 'Access Denied: Walls around Papers' });
    expect(at(html('Access Denied: Walls around Papers', head, '')).shows).toBe('paper');
  });

  it('a journal is none, though its address has a DOI', () => {
    for (const path of [
      'journal/10.1002/(ISSN)1521-3889',
      'toc/10.1080/tmph20/111',
      'doi/proceedings/10.1145/3371158',
    ])
      expect(at(html('Annals', '', ''), `https://publisher.example/${path}`).shows).toBe('nothing');
  });

  it.each([
    ['Dataset', 'doi:10.1000/fold.1'],
    ['SoftwareSourceCode', 'doi:10.1000/fold.1'],
    ['NewsArticle', 'doi:10.1000/fold.1'],
  ])('a %s is none', (type) => {
    const head = `${tags(article)}<script type="application/ld+json">${JSON.stringify({ '@type': type })}</script>`;
    expect(at(html('', head, '')).papers).toEqual([]);
  });

  it('a page with links to four is no digest, and its text tells of them', () => {
    const page = html(
      '',
      '',
      list(4, (one) => `https://arxiv.org/abs/${id(one)}`),
    );
    expect(at(page)).toMatchObject({ shows: 'mentions', cards: [] });
    expect(at(page).papers).toHaveLength(4);
  });

  it('a text that cites ten is no digest either', () => {
    const cited = Array.from(
      { length: 10 },
      (_, one) =>
        `as <a href="https://arxiv.org/abs/${id(one)}">Lovelace et al.</a> have shown in other words`,
    );
    const page = html(
      '',
      '',
      `<p>${cited.slice(0, 5).join(', and ')}.</p><p>${cited.slice(5).join(', and ')}.</p>`,
    );
    expect(at(page)).toMatchObject({ shows: 'mentions', cards: [] });
  });

  it('a login wall or an empty page is none', () => {
    expect(at(html('Sign in', '', '<form><input type="password"></form>')).shows).toBe('nothing');
    expect(at('').shows).toBe('nothing');
  });
});

describe('a reader that throws', () => {
  it('is named, and the others go on', () => {
    const broken = {
      name: 'broken',
      reason: '',
      matches: () => true,
      read: () => {
        throw new Error('broken');
      },
    };
    const onFailure = vi.fn();
    const document = documentOf(html('', tags(article), ''));
    const url = new URL('https://journal.example.com/1');
    const reading = readPage(document, url, onFailure, [broken]);
    expect(reading).toMatchObject({ shows: 'paper', reader: 'embedded', failed: ['broken'] });
    expect(onFailure).toHaveBeenCalledWith('broken', expect.any(Error));
  });
});
