import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsTex } from '../../../components/rich-text/needs-tex';
import { type TexPart, texParts } from '../../../components/rich-text/tex-parts';
import { growthOf, straight } from '../../support/growth';
import { quick } from '../../support/property';

/** The parts as a reader would tell them: `[x^2]` a formula, `[[x]]` in its own line, `*x*` emphasis. */
function told(parts: readonly TexPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'math') return part.isDisplay ? `[[${part.tex}]]` : `[${part.tex}]`;
      if (part.kind === 'link') return `<${part.href}|${told(part.parts)}>`;
      const sign = { strong: '**', emphasis: '*', code: '`', group: '' }[part.kind];
      return sign + told(part.parts) + sign;
    })
    .join('');
}

const source = (parts: readonly TexPart[]) => parts.map((part) => part.source).join('');

describe('a text with formulas', () => {
  it.each([
    ['a $x^2$ b', 'a [x^2] b'],
    ['$$\\sum_i x_i$$', '[[\\sum_i x_i]]'],
    ['so \\(a+b\\), and \\[c\\]', 'so [a+b], and [[c]]'],
    ['$k$NN and H$_2$O, 10$\\times$', '[k]NN and H[_2]O, 10[\\times]'],
    ['$3.5$ or $10^5$', '[3.5] or [10^5]'],
    ['$O(n \\log n)$ time', '[O(n \\log n)] time'],
    ['$\\text{cost \\$5}$', '[\\text{cost \\$5}]'],
    ['两个 $x$ 之间', '两个 [x] 之间'],
    ['نموذج $x_1$ كبير', 'نموذج [x_1] كبير'],
  ])('%s', (text, expected) => expect(told(texParts(text))).toBe(expected));

  it.each([
    'from $5 and $10',
    'costs $3.5M',
    '$5-$10 per million',
    'it takes $5 million, not 10$.',
    'in $HOME/$USER',
    'half a $formula',
    'half \\(a formula',
    'half $$a formula$',
    '$ x $',
    '$a\n\nb$',
    '$$$$',
    `$${'x'.repeat(5000)}$`,
  ])('%s is no formula', (text) => expect(told(texParts(text))).toBe(text));

  it('shows an escaped dollar as one', () => {
    expect(told(texParts('\\$5 to \\$10'))).toBe('$5 to $10');
  });
});

describe('LaTeX outside of formulas', () => {
  it.each([
    ['\\textbf{bold \\emph{and $x$}}', '**bold *and [x]***'],
    ['\\textit{a} {\\em b} {\\bf c} \\texttt{d}', '*a* *b* **c** `d`'],
    ['\\href{https://x.org/a\\_b}{our \\textbf{code}}', '<https://x.org/a_b|our **code**>'],
    ['\\url{https://x.org/~me}', '<https://x.org/~me|https://x.org/~me>'],
    ['Fig.~3 of Smith~et al.', 'Fig.\u00a03 of Smith\u00a0et al.'],
    ['~10% of 2~3, https://x.org/~me', '~10% of 2~3, https://x.org/~me'],
    ['2010--2020 --- at least---', '2010–2020 — at least---'],
    ['run --help', 'run --help'],
    ['a ---- b', 'a ---- b'],
    ["``quoted'' and ``open", '“quoted” and ``open'],
    ["f'' stays", "f'' stays"],
    ['50\\% \\& a\\_b \\#1', '50% & a_b #1'],
    ['Erd\\H{o}s, Poincar\\\'e, G\\"odel, G{\\"o}del', 'Erdős, Poincaré, Gödel, Gödel'],
    ["\\c{c}a, \\'{\\i}, \\v{s}, S\\o rensen, {\\L}", 'ça, í, š, Sørensen, Ł'],
    ['it\\\'s \\"open\\" and don\\\'t', 'it\\\'s \\"open\\" and don\\\'t'],
    ['\\LaTeX{} is fun\\ldots really', 'LaTeX is fun… really'],
    ['\\cite{a} and \\unknown stay', '\\cite{a} and \\unknown stay'],
    ['a set {1, 2} stays', 'a set {1, 2} stays'],
    ['\\textbf{never closed', '\\textbf{never closed'],
    ['\\href{javascript:alert(1)}{x}', '\\href{javascript:alert(1)}{x}'],
    ['\\url{data:text/html,x}', '\\url{data:text/html,x}'],
    ['line \\\\(not math\\\\)', 'line \\\\(not math\\\\)'],
  ])('%s', (text, expected) => expect(told(texParts(text))).toBe(expected));
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...['$', '$$', '\\(', '\\)', '\\[', '\\]', '\\', '{', '}', '\\textbf{', '\\href{', 'x', ' '],
    ...['5', '\n', "''", '``', '--', '~', "\\'", 'é', '漢', '😀', 'ع', '\ud800'],
  );
  const hostile = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(''));

  it('is the sources of its parts', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        expect(source(texParts(text))).toBe(text);
      }),
      quick,
    );
  });

  it('without signs of LaTeX is one part, as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        fc.pre(!needsTex(text));
        expect(texParts(text)).toEqual([{ kind: 'text', source: text, text }]);
      }),
      quick,
    );
  });

  it.each(
    [
      ['$', '$$ ', '$x ', '\\(', '\\(\\\\)', '\\[x', '\\textbf{', '{', '{\\bf ', '``', "``''"],
      ['\\href{http://a}{', '\\"a', '\\', '$\\$', '~a', '-- ', '\\url{', '{\\"', '$a\n', '--'],
    ].flat(),
  )('of “%s” again and again is read in a time that grows with its length alone', (piece) => {
    const textOf = (length: number) => piece.repeat(Math.ceil(length / piece.length));
    expect(source(texParts(textOf(20_000)))).toBe(textOf(20_000));
    expect(growthOf((length) => texParts(textOf(length)), 5000)).toBeLessThan(straight);
  });
});
