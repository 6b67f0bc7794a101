import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texWords } from '../../background/messages/tex-words';

describe('LaTeX in a line of plain words', () => {
  it.each([
    ['$\\alpha$-NeRF: 10$\\times$ faster', 'α-NeRF: 10× faster'],
    ['$\\text{S}^2$-Agent', 'S²-Agent'],
    ['$\\mathcal{O}(n^2)$ to $O(n \\log n)$', 'O(n²) to O(n log n)'],
    ['LLM$_{i+1}$ and \\(x_{max}\\)', 'LLMᵢ₊₁ and x_(max)'],
    ['\\textbf{Bold} and \\emph{stressed} words', 'Bold and stressed words'],
    ["``Quoted'' at 5--10\\%", '“Quoted” at 5–10%'],
    ['Costs $5 million, not $10 million', 'Costs $5 million, not $10 million'],
    ['Unknown $\\frac{a}{b}$ stays', 'Unknown $\\frac{a}{b}$ stays'],
    ['Nothing of it', 'Nothing of it'],
  ])('says %s', (written, said) => {
    expect(texWords(written)).toBe(said);
  });

  it('reads whatever a page says, and says no more than was written', () => {
    const parts = fc.constantFrom(
      '$',
      '\\',
      '{',
      '}',
      '^',
      '_',
      '\\alpha',
      '~',
      'x',
      ' ',
      '5',
      '\\(',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 400 }), (some) => {
        const text = some.join('');
        expect(texWords(text).length).toBeLessThanOrEqual(text.length * 3);
      }),
    );
  });
});
