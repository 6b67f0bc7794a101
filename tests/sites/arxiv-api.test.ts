import { describe, expect, it } from 'vitest';
import { arxivApiAddress, readArxivApi } from '../../sites/arxiv/api';
import { type ApiEntry, arxivAnswer, arxivError } from '../fixtures/answers';

const one = (entry: ApiEntry) => readArxivApi(arxivAnswer(entry))?.[0];

describe("arXiv's API", () => {
  it('is asked for many papers at once, and for as many answers', () => {
    expect(arxivApiAddress(['2603.25001', 'hep-th/9901001'])).toBe(
      'https://export.arxiv.org/api/query?id_list=2603.25001,hep-th%2F9901001&max_results=2',
    );
  });

  it('tells all that an abstract page does', () => {
    const more = `    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">32 pages,
 6 figures</arxiv:comment>
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Ex. 3 (2026)</arxiv:journal_ref>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1145/3292500.3330701</arxiv:doi>
`;
    const title = 'Rates\n  of &quot;growth&quot;: $a &lt; b$';
    expect(one({ id: '2603.25001', title, more })).toEqual({
      id: 'arxiv:2603.25001',
      version: 2,
      aliases: ['doi:10.1145/3292500.3330701'],
      title: 'Rates of "growth": $a < b$',
      authors: ['Ada Example', 'Bo Example'],
      abstract: 'What it says, where $a < b$ & so on.',
      publishedAt: '2026-03-27',
      revisedAt: '2026-04-02',
      pdfUrl: 'https://arxiv.org/pdf/2603.25001',
      venue: 'J. Ex. 3 (2026)',
      authorsComment: '32 pages, 6 figures',
      categories: ['cs.CL', 'cs.AI'],
    });
  });

  it('says an error as an entry, which is none', () => {
    expect(readArxivApi(arxivError)).toBe('error');
  });

  it('may have a paper that is called so', () => {
    expect(one({ id: '2603.25001', title: 'Error' })).toMatchObject({ title: 'Error' });
  });

  it('knows old ids, passes over entries without a title, and takes no other page for an answer', () => {
    expect(one({ id: 'math/0309136' })).toMatchObject({ id: 'arxiv:math/0309136' });
    expect(one({ id: '2603.25001', title: '' })).toBeUndefined();
    expect(readArxivApi(arxivAnswer())).toEqual([]);
    expect(readArxivApi('<html><body>Rate exceeded.</body></html>')).toBeUndefined();
    expect(readArxivApi(arxivAnswer({ id: '2603.25001' }).slice(0, -9))).toBeUndefined();
  });
});
