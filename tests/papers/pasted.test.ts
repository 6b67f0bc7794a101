import { describe, expect, it } from 'vitest';
import { target } from '../../papers/carried';
import { linkedPaper, paperAt } from '../../papers/paper-at';
import { parse } from '../../papers/query/parse';
import { paperIdIn } from '../../papers/query/values';

const fresh = 'arxiv:2503.02130';
const arxiv = 'https://arxiv.org/abs/2503.02130';
const coded = encodeURIComponent(arxiv);
const doi = 'doi:10.1145/3371158';

describe('what is written around a paper', () => {
  it.each([
    // Chats, wikis, notes.
    `<${arxiv}|World models>`,
    '[[2503.02130|World models]]',
    '[[papers/2503.02130]]',
    '![[2503.02130v2.pdf#page=3]]',
    `[1]${arxiv}`,
    `[1]: ${arxiv}`,
    `1. ${arxiv}`,
    `Paper:${arxiv}`,
    `Paper—${arxiv}`,
    `Ссылка: ${arxiv}`,
    '==arXiv:2503.02130==',
    '$2503.02130$',
    'arxivId=2503.02130',
    'arxiv_id: 2503.02130',
    'arXiv~2503.02130',
    // HTML, LaTeX, BibTeX.
    `<a href="${arxiv}">BERT</a>`,
    `href='${arxiv}'`,
    `${arxiv}">BERT</a>`,
    `\\href{${arxiv}}{BERT}`,
    `\\url{${arxiv}}`,
    `url={${arxiv}},`,
    'eprint = {2503.02130},',
    'eprint = "2503.02130",',
    'journal={arXiv preprint arXiv:2503.02130},',
    'doi = {10.48550/arXiv.2503.02130},',
    // Reference lists, the page of arXiv, files.
    'arXiv:2503.02130 [cs.LG] (2025)',
    'arXiv:2503.02130 (cs)',
    'arXiv:2503.02130 [pdf, html, other]',
    'arXiv:2503.02130, 2025a.',
    'preprint arXiv:2503.02130',
    `Preprint at ${arxiv} (2025).`,
    'CoRR, vol. abs/2503.02130, 2025',
    'arXiv ID: 2503.02130',
    'arXiv no. 2503.02130',
    'arXiv:[2503.02130]',
    'arXiv#2503.02130',
    'pdf/2503.02130',
    '10.48550/arXiv:2503.02130',
    '10.48550/arXiv.2503.02130 [cs.LG]',
    'arXiv DOI 10.48550/arXiv.2503.02130',
    'https://doi.org/10.48550/arXiv.2503.02130 Focus to learn more',
    'https://arxiv.org/abs/%5B2503.02130%5D',
    '2503.02130 - World Models.pdf',
    '2503.02130v2 copy.pdf',
    '[2503.02130].pdf',
    '2503.02130.pdf.crdownload',
    'file:///home/ada/my papers/2503.02130v2.pdf',
    'C:\\Users\\ada\\2503.02130.pdf',
    // Browsers and their readers.
    `extension://abc/${arxiv}`,
    `read://https_arxiv.org/?url=${coded}`,
    `feed:${arxiv}`,
    'https：／／arxiv．org／abs／2503.02130',
  ])('%s: it is found', (text) => {
    expect(paperIdIn(text)).toBe(fresh);
  });

  it.each([
    ...[
      '[1]',
      '[^12]',
      '[1, 2]',
      '</a>',
      '<br/>',
      '<br>',
      '">link</a>',
      '&nbsp;',
      '&#39;',
      '&amp;',
    ],
    ...['%3C/a%3E', '%22', '\\n', '|DOI', '—', '¹', '²,', '.[3]', ']({{x}}', ';PMID:25817406'],
    ...[';10.1145/3371159', ', doi:10.1145/3371159', ' Great paper'],
  ])('a DOI does not take up the %j behind it', (end) => {
    const isPlain = end !== ' Great paper' && end !== ']({{x}}';
    if (isPlain) expect(paperIdIn(`10.1145/3371158${end}`)).toBe(doi);
    if (end !== ']({{x}}') expect(paperIdIn(`https://doi.org/10.1145/3371158${end}`)).toBe(doi);
  });

  it.each([
    'doi = {10.1145/3371158},',
    '\\doi{10.1145/3371158}',
    '\\href{https://doi.org/10.1145/3371158}{X}',
    'Doi.:10.1145/3371158',
    'doi-10.1145/3371158',
    'hdl:10.1145/3371158',
    '10.1145／3371158',
    '10．1145/3371158',
    'https://doi.org/10.1145/ 3371158',
  ])('%s is its DOI', (text) => {
    expect(paperIdIn(text)).toBe(doi);
  });

  it.each([
    '10.1641/0006-3568(2004)054[1145:X]2.0.CO;2',
    '10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9',
    '10.1206/0003-0090(2000)257<S1:X>2.0.CO;2',
    '10.1000/456#789',
  ])('%s is a DOI as a whole', (text) => {
    expect(paperIdIn(text)).toBe(`doi:${text.toLowerCase()}`);
  });

  it('an address is the value of a condition, and other words are a search', () => {
    expect(parse(`tag:${arxiv}`).query.groups).toEqual([
      [{ kind: 'tag', text: arxiv, not: false }],
    ]);
    expect(paperIdIn(`site:${arxiv}`)).toBeUndefined();
    expect(paperIdIn('see https://example.org/a')).toBeUndefined();
    expect(paperIdIn('world models 2503')).toBeUndefined();
    expect(paperIdIn('2503.02130 and more')).toBeUndefined();
  });

  it.each([
    'data/2020.0001.csv',
    'release/2024.12345',
    'issues/1234.5678',
    'C:\\data\\2020.0001.txt',
  ])('%s is a file or a version', (text) => expect(paperIdIn(text)).toBeUndefined());

  it('another publisher of the same site has DOIs of its own', () => {
    expect(paperAt(new URL('https://www.nature.com/articles/palcomms201718'))).toBeUndefined();
  });
});

describe('a link that only leads on', () => {
  const proofpoint = 'https-3A__arxiv.org_abs_2503.02130';
  const base64 = (text: string) =>
    btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

  it.each([
    `https://t.umblr.com/redirect?z=${coded}&t=abc`,
    `https://linkprotect.example.com/url?a=${coded}&c=E,1`,
    `https://login.ezproxy.example.edu/login?qurl=${coded}`,
    `https://proxy.example.edu/login?URL=${arxiv}`,
    `https://idp.example.com/authorize?client_id=a&redirect_uri=${coded}`,
    `https://chat.example.com/intent?text=BERT%20${coded}`,
    `https://chat.example.com/intent?text=${encodeURIComponent('see https://a.example')}&url=${coded}`,
    `https://search.example.com/?q=cache:abc:${coded}`,
    `https://href.example.com/?${arxiv}`,
    `https://api.example.org/paper/URL:${arxiv}`,
    `https://tracking.example.com/CL0/${arxiv.replaceAll('/', '%2F')}/1/0100/a=30`,
    'https://web.archive.org/web/2024/arxiv.org/abs/2503.02130',
    'https://www.google.com/amp/s/arxiv.org/abs/2503.02130',
    `https://urldefense.com/v3/__https:/*arxiv.org/abs/2503.02130__;Lw!!a$`,
    `https://urldefense.proofpoint.com/v2/url?u=${proofpoint}&d=Dw`,
    `https://www.bing.com/ck/a?!&&p=abc&u=a1${base64(arxiv)}&ntb=1`,
    `https://click.example.com/a/b/${base64(arxiv)}`,
    `https://news.example.com/redirect/2/${base64(`{"e":"${arxiv}","p":1}`)}.sign`,
    'https://arxiv-org.ezproxy.lib.example.edu/abs/2503.02130',
    'https://arxiv.org.idm.oclc.org/abs/2503.02130',
  ])('%s', (address) => {
    expect(paperAt(target(new URL(address)))?.id).toBe(fresh);
    expect(paperIdIn(address)).toBe(fresh);
  });

  it.each([
    `${arxiv}?next=${encodeURIComponent('https://arxiv.org/abs/1810.04805')}`,
    `${arxiv}?token=${base64('{"url":"https://example.com"}')}`,
    `https://arxiv.org/pdf/2503.02130?sig=${base64('https://example.com/')}`,
    'https://huggingface.co/papers/2503.02130?href=https://x.example/',
  ])('%s names a paper by itself', (address) => {
    expect(linkedPaper(new URL(address))?.id).toBe(fresh);
    expect(paperIdIn(address)).toBe(fresh);
  });

  it.each([
    'https://doi.org/10.1145/3371158?src=https://example.com',
    `https://journals.example/doi/10.1145/3371158?redirect=${encodeURIComponent('https://example.com/')}`,
  ])('%s is of a DOI', (address) => {
    expect(linkedPaper(new URL(address))?.id).toBe(doi);
  });

  it('leads to where it is taken up after signing in', () => {
    const login = 'https://openreview.net/login?redirect=%2Fforum%3Fid%3DaBc_1-2';
    expect(paperIdIn(login)).toBe('openreview:aBc_1-2');
  });

  it.each([
    'https://example.org/a?next=/b',
    'https://example.org/aHR0cHM6Ly9',
    'https://example.org/eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ',
    'https://a-com.example.org/b',
    'https://example.org/?ref=https://arxiv.org/abs/2503.02130',
  ])('%s is none', (address) => {
    expect(target(new URL(address)).href).toBe(address);
  });
});
