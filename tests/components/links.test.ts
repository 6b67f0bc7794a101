import { describe, expect, it } from 'vitest';
import { linksOf } from '../../components/paper/links';
import { type HomeChoice, homes, usualHomes } from '../../papers/homes';
import { emptyRecord } from '../../papers/merge';

const arxiv = emptyRecord('arxiv:2503.02130', 0);
const namesOf = (links: readonly { readonly name: string }[]) => links.map(({ name }) => name);

describe('the links of a paper', () => {
  it('lead from an arXiv id to Hugging Face, arXiv and the PDF, and after a click elsewhere', () => {
    const { row, elsewhere } = linksOf(arxiv, undefined, usualHomes);
    expect(row).toEqual([
      { name: 'linkHuggingFace', href: 'https://huggingface.co/papers/2503.02130' },
      { name: 'linkArxiv', href: 'https://arxiv.org/abs/2503.02130' },
      { name: 'linkPdf', href: 'https://arxiv.org/pdf/2503.02130' },
    ]);
    expect(namesOf(elsewhere)).toEqual([
      'linkHtml',
      'linkAlphaxiv',
      'linkSemanticScholar',
      'linkScholar',
    ]);
  });

  it('lead from another id to its resolver', () => {
    const { row } = linksOf(emptyRecord('doi:10.1145/1', 0), undefined, usualHomes);
    expect(row).toEqual([{ name: 'linkPublisher', href: 'https://doi.org/10.1145/1' }]);
  });

  it('begin with the one that opens, in the row or not, and have each place once', () => {
    const choice: HomeChoice = { homes: ['pdf'], opensAt: 'html' };
    const { row, elsewhere } = linksOf(arxiv, undefined, choice);
    expect(namesOf(row)).toEqual(['linkHtml', 'linkPdf']);
    expect(row.length + elsewhere.length).toBe(homes.length - 1);
    const old = linksOf(emptyRecord('arxiv:hep-th/9901001', 0), undefined, choice);
    expect(namesOf(old.row)).toEqual(['linkHuggingFace', 'linkPdf']);
  });

  it('never run a script', () => {
    const paper = { ...emptyRecord('doi:10.1145/1', 0), codeUrl: 'javascript:alert(1)' };
    const details = { id: paper.id, projectUrl: 'data:text/html,x', pdfUrl: 'JavaScript:x' };
    const { row, elsewhere } = linksOf(paper, details, usualHomes);
    expect(namesOf(row)).toEqual(['linkPublisher']);
    for (const { href } of elsewhere) expect(href).toMatch(/^https:/);
  });
});
