import { describe, expect, it } from 'vitest';
import { linksOf } from '../../components/paper/links';
import { emptyRecord } from '../../papers/merge';

describe('the links of a paper', () => {
  it('lead from an arXiv id to Hugging Face, arXiv and the PDF', () => {
    expect(linksOf(emptyRecord('arxiv:2503.02130', 0), undefined)).toEqual([
      { name: 'linkPage', href: 'https://huggingface.co/papers/2503.02130' },
      { name: 'linkArxiv', href: 'https://arxiv.org/abs/2503.02130' },
      { name: 'linkPdf', href: 'https://arxiv.org/pdf/2503.02130' },
    ]);
  });

  it('lead from another id to its resolver', () => {
    expect(linksOf(emptyRecord('doi:10.1145/1', 0), undefined)).toEqual([
      { name: 'linkPage', href: 'https://doi.org/10.1145/1' },
    ]);
  });

  it('never run a script', () => {
    const paper = { ...emptyRecord('doi:10.1145/1', 0), codeUrl: 'javascript:alert(1)' };
    const details = { id: paper.id, projectUrl: 'data:text/html,x', pdfUrl: 'JavaScript:x' };
    expect(linksOf(paper, details).map(({ name }) => name)).toEqual(['linkPage']);
  });
});
