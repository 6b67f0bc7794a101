import { describe, expect, it } from 'vitest';
import { crossrefAddress, crossrefWork, readCrossref } from '../../../sites/catalogues/crossref';
import { dblpAddress, readDblp } from '../../../sites/catalogues/dblp';
import { openAlexAddress, readOpenAlex } from '../../../sites/catalogues/openalex';
import { readPaper } from '../../../sites/huggingface/api';
import {
  crossrefAnswer,
  crossrefItem,
  dblpAnswer,
  openAlexWorkOf,
  paperAnswer,
} from '../../fixtures/answers';

const doi = '10.1145/3292500.3330701';

describe('Crossref', () => {
  const first = (more: object) => readCrossref(crossrefAnswer(crossrefItem(doi, more)))?.[0];

  it('is asked for many papers at once, each DOI encoded, and for one by its own address', () => {
    expect(crossrefAddress([doi, '10.1/a(b)#c'])).toContain(
      'works?filter=doi:10.1145%2F3292500.3330701,doi:10.1%2Fa(b)%23c&rows=2&select=DOI,title',
    );
    expect(crossrefWork('10.1/a,b')).toBe('https://api.crossref.org/works/10.1%2Fa%2Cb');
  });

  it('tells of a work, in a list or by itself', () => {
    const told = {
      id: `doi:${doi}`,
      title: 'Optuna: A Next-generation Hyperparameter Optimization Framework',
      authors: ['Takuya Akiba', 'The Optuna Team'],
      publishedAt: '2019-07-25',
      venue: 'Proceedings of KDD & Friends',
    };
    expect(first({})).toEqual(told);
    expect(readCrossref({ status: 'ok', message: crossrefItem(doi.toUpperCase()) })).toEqual([
      told,
    ]);
  });

  it('has titles in HTML, MathML and JATS, escaped or not, none, and abstracts in JATS', () => {
    const title = (text: string) => first({ title: [text], subtitle: [] })?.title;
    expect(title('On <i>E. coli</i> &amp;amp; H<sub>2</sub>O')).toBe('On E. coli & H2O');
    expect(title('&lt;b&gt;Bold&lt;/b&gt; claims')).toBe('Bold claims');
    expect(title('When a<b and c>d')).toBe('When a<b and c>d');
    expect(
      title(
        'Mass of <mml:math><mml:mi>α</mml:mi><mml:annotation>\\alpha</mml:annotation></mml:math>',
      ),
    ).toBe('Mass of α');
    expect(first({ title: [] })).toMatchObject({ id: `doi:${doi}` });
    expect(first({ title: [] })).not.toHaveProperty('title');
    expect(first({ title: [''] })).not.toHaveProperty('title');
    const abstract =
      '<jats:title>Abstract</jats:title><jats:p>We say\n   <jats:italic>what</jats:italic>.</jats:p><jats:p>And more.</jats:p>';
    expect(first({ abstract })).toMatchObject({ abstract: 'We say what.\nAnd more.' });
  });

  it('tells dates as far as they are known, and authors who have no name as none', () => {
    const issued = (...parts: unknown[]) =>
      first({ issued: { 'date-parts': [parts] } })?.publishedAt;
    expect(issued(2019)).toBe('2019');
    expect(issued(2019, 3)).toBe('2019-03');
    expect(issued(null)).toBeUndefined();
    expect(issued(2019, 13, 1)).toBeUndefined();
    expect(first({ author: [{ sequence: 'first' }] })).not.toHaveProperty('authors');
    expect(first({ author: 'nobody' })).not.toHaveProperty('authors');
  });

  it('links a preprint', () => {
    const related = { 'id-type': 'doi', id: '10.48550/arXiv.1907.10902', 'asserted-by': 'subject' };
    expect(first({ relation: { 'has-preprint': [related] } })).toMatchObject({
      aliases: ['arxiv:1907.10902'],
    });
  });

  it('takes nothing else for an answer', () => {
    for (const other of [null, [], 'Resource not found.', {}, { message: 'x' }])
      expect(readCrossref(other)).toBeUndefined();
    expect(readCrossref({ message: { items: [null, 1, { DOI: 'x' }] } })).toEqual([]);
  });
});

describe('OpenAlex', () => {
  const first = (more: object) => readOpenAlex({ results: [openAlexWorkOf(doi, more)] })?.[0];

  it('is asked for many papers at once', () => {
    expect(openAlexAddress([doi, '10.48550/arxiv.1907.10902'])).toContain(
      'works?filter=doi:10.1145%2F3292500.3330701|10.48550%2Farxiv.1907.10902&per-page=2&select=doi,title',
    );
  });

  it('tells of a work, its abstract put together', () => {
    const told = {
      id: `doi:${doi}`,
      title: 'A title',
      authors: ['Ada Example', 'Bo Example'],
      abstract: 'We say what we, say',
      publishedAt: '2019-07-25',
      venue: 'KDD',
      pdfUrl: 'https://example.org/a.pdf',
    };
    expect(first({})).toEqual(told);
    expect(readOpenAlex(openAlexWorkOf(doi))).toEqual([told]);
  });

  it('knows papers of arXiv by the DOIs that arXiv gives them', () => {
    const works = { results: [openAlexWorkOf('10.48550/arXiv.1907.10902')] };
    expect(readOpenAlex(works)?.[0]?.id).toBe('arxiv:1907.10902');
  });

  it('tells no list of authors that may be cut, no place beyond reason, and no repository as a journal', () => {
    const many = Array.from({ length: 100 }, () => ({ author: { display_name: 'A B' } }));
    expect(first({ authorships: many })).not.toHaveProperty('authors');
    expect(first({ abstract_inverted_index: { We: [0], far: [4_000_000_000] } })).toMatchObject({
      abstract: 'We',
    });
    expect(first({ title: null, abstract_inverted_index: null })).not.toHaveProperty('title');
    const source = { display_name: 'arXiv (Cornell University)' };
    expect(first({ primary_location: { source } })).not.toHaveProperty('venue');
    expect(readOpenAlex({ error: 'x' })).toBeUndefined();
  });
});

describe('DBLP', () => {
  const info = {
    authors: {
      author: [
        { '@pid': '1/2', text: 'Wei Wang 0001' },
        { '@pid': '3/4', text: 'Ada Example' },
      ],
    },
    title: 'Sums &amp; Products.',
    venue: ['KDD', 'SIGMOD'],
    year: '2019',
    doi,
  };

  it('is asked for one paper', () => {
    expect(dblpAddress(doi)).toBe(
      'https://dblp.org/search/publ/api?q=doi%3A10.1145%2F3292500.3330701&format=json&h=5&c=0',
    );
  });

  it('tells of a work, without the numbers that tell people apart', () => {
    expect(readDblp(dblpAnswer(info))).toEqual([
      {
        id: `doi:${doi}`,
        title: 'Sums & Products',
        authors: ['Wei Wang', 'Ada Example'],
        publishedAt: '2019',
        venue: 'KDD',
      },
    ]);
  });

  it('has a single author without a list, and no hits where there are none', () => {
    const single = { ...info, authors: { author: { '@pid': '1', text: 'Ada Example' } } };
    expect(readDblp(dblpAnswer(single))?.[0]?.authors).toEqual(['Ada Example']);
    expect(readDblp(dblpAnswer())).toEqual([]);
    expect(readDblp({ result: {} })).toBeUndefined();
  });
});

describe("Hugging Face's API", () => {
  it('tells of one paper, with its code', () => {
    expect(readPaper(paperAnswer('2603.25001'))).toMatchObject({
      id: 'arxiv:2603.25001',
      title: 'Paper 2603.25001',
      authors: ['Ada Example'],
      codeUrl: 'https://github.com/example/code',
    });
    expect(readPaper({ error: 'Paper not found' })).toBeUndefined();
  });
});
