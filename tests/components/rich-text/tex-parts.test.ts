import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsTex } from '../../../components/rich-text/needs-tex';
import { type TexPart, texParts } from '../../../components/rich-text/tex-parts';
import { quick } from '../../support/property';
import { stepsOf } from '../../support/steps';

const looks = { strong: '**', emphasis: '*', code: '`', above: '^', below: '_', group: '' };

/** The parts as a reader would tell them: `[x^2]` a formula, `[[x]]` in its own line, `*x*` emphasis. */
function told(parts: readonly TexPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'math') return part.isDisplay ? `[[${part.tex}]]` : `[${part.tex}]`;
      if (part.kind === 'link') return `<${part.href}|${told(part.parts)}>`;
      const sign = looks[part.kind];
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
    ['$\\sim$5$\\sigma$, $10^3$2, $x$5', '[\\sim]5[\\sigma], [10^3]2, [x]5'],
    ['$5$ and $-3$, $95\\%$', '[5] and [-3], [95\\%]'],
    ['costs $5 and $x^2$ more, $5 ($x$)', 'costs $5 and [x^2] more, $5 ([x])'],
    ['$ \\alpha $ is so', '[ \\alpha ] is so'],
    ['10$\\times$ faster, 3$n$, IoT$^2$', '10[\\times] faster, 3[n], IoT[^2]'],
    ['$\\text{if $x$ and $y$}$ or $z$', '[\\text{if $x$ and $y$}] or [z]'],
    ['$\\text{if $x$ or $z$', '$\\text{if [x] or [z]'],
    ['$\\frac{a$ and $b$', '[\\frac{a] and [b]'],
    ['\\ensuremath{x^2}', '[x^2]'],
    ['a \\begin{equation}x\\end{equation} b', 'a [[x]] b'],
    ['\\begin{align*}a&=b\\end{align*}', '[[\\begin{aligned}a&=b\\end{aligned}]]'],
    ['$\\alpha $ and $ \\beta$, $x_1 and $y_1$', '[\\alpha ] and [ \\beta], $x_1 and [y_1]'],
    ['$\\$$5, $x\\ $, $`x^2`$', '[\\$]5, [x\\ ], [x^2]'],
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
    '$740 for $5 million',
    '$5/hr or ($10/hr)',
    '$5 for x_1 and $6',
    'US$5 and CA$6',
    'in US$, not in CA$, or US$/CA$',
    '(100$) and (200$), 100$/h and 200$/h',
    'A$AP Rocky and Ke$ha',
    '$ x $',
    '$a\n\nb$',
    '$$$$',
    '$$5 and $$6',
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
    ['\\unknown{a} and \\unknown stay', '\\unknown{a} and \\unknown stay'],
    ['a set {1, 2} stays', 'a set {1, 2} stays'],
    ['\\textbf{never closed', '\\textbf{never closed'],
    ['\\href{javascript:alert(1)}{x}', 'x (javascript:alert(1))'],
    ['\\url{data:text/html,x}', 'data:text/html,x'],
    ['line \\\\(not math\\\\)', 'line \\\\(not math\\\\)'],
    ['\\textsuperscript{MT} H\\textsubscript{2}O', '^MT^ H_2_O'],
    ['{BPMN} 2.0~{S}upport, {{Deep Nets}}', 'BPMN 2.0\u00a0Support, Deep Nets'],
    ['{A, B}, {"A": 1}, \\unknown{A}, f{x}', '{A, B}, {"A": 1}, \\unknown{A}, f{x}'],
    ['{\\large a} {\\bfseries b} \\emph {c} \\mathcal{O}', 'a **b** *c* O'],
    [
      'see \\cite{a,b} and \\citep[see][p.~3]{c}, Fig.~\\ref{f}',
      'see [a, b] and [see; p. 3; c], Fig.\u00a0[f]',
    ],
    ['a\\footnote{see $x$} b', 'a (see [x]) b'],
    ['\\alpha-divergence is 10\\times less, \\log n', 'α-divergence is 10× less, log n'],
    ["Nguy\\~{\\^e}n, \\c c, Stra\\ss e, {\\'e}, \\'{ e }", 'Nguyễn, ç, Straße, é, é'],
    ['A \\\\ title, \\newline here', 'A  title,   here'],
    ['A~C, X~N(0,1), 周一~周五, 1월~3월, 5~GHz', 'A~C, X~N(0,1), 周一~周五, 1월~3월, 5\u00a0GHz'],
    ['\\url{zotero://x} \\href{obsidian://x}{y}', 'zotero://x y (obsidian://x)'],
    ['so \\begin{itemize}\\item a \\item[b] c\\end{itemize}', 'so  • a • b c '],
    ['\\begin{unknown} a \\end{unknown}', '\\begin{unknown} a \\end{unknown}'],
    ['\\noindent We, \\protect\\cite{a}, \\eg, \\etal', 'We, [a], e.g., et al.'],
    [
      '\\textcolor{red}{a \\emph{b}} {\\color{blue!50} c} \\textcolor{1}{2}',
      'a *b* c \\textcolor{1}{2}',
    ],
    ['\\verb|x_y|, \\verb+a|b+, \\path{a/b}', '`x_y`, `a|b`, `a/b`'],
    ['{\\textbf{a}}, {\\bf{b}}, {\\it{c} d}', '**a**, **b**, *c d*'],
    ["`single' and don't, `code`, it's `so'", "‘single’ and don't, `code`, it's ‘so’"],
    ['\\enquote{a} \\gls{b} \\ac{c}', '“a” b c'],
    [
      '\\pi_0, \\pi_{0.5}, V_{0.5}, T^3, 10^{-3}, O(n^2), 30^\\circ',
      'π_0_, π_0.5_, V_0.5_, T^3^, 10^-3^, O(n^2^), 30°',
    ],
    ['top_k, file_{id}, x_1, a^foo, ^_^, 360^circ', 'top_k, file_{id}, x_1, a^foo, ^_^, 360°'],
    ['360^{circ}, 30^{\\circ}, 2^3^4, x^a^b', '360°, 30°, 2^3^4, x^a^b'],
    ["`x^2`, `A_{1}` and `T^3--4`, `B^2'", '`x^2`, `A_{1}` and `T^3--4`, ‘B^2^’'],
    ['\\ce{H2O} \\href{https://x.org} {a}', '[\\ce{H2O}] <https://x.org|a>'],
  ])('%s', (text, expected) => expect(told(texParts(text))).toBe(expected));
});

describe('HTML in a title', () => {
  it.each([
    ['H<sub>2</sub>O, x<sup>2</sup>, <i>in vitro</i>', 'H_2_O, x^2^, *in vitro*'],
    ['Schr&ouml;dinger &amp; &#233; &alpha; &lt;b&gt;', 'Schrödinger & é α <b>'],
    ['<jats:italic>a</jats:italic> <SUB>2</SUB> <jats:p>b</jats:p>', '*a* _2_ b'],
    ['a<b and c>d, <b>open, <custom>x</custom>', 'a<b and c>d, <b>open, <custom>x</custom>'],
    ['&nbsp; &shy; &#8203; &foo; AT&T; R&D', '&nbsp; &shy; &#8203; &foo; AT&T; R&D'],
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
        expect(texParts(text)).toEqual([{ kind: 'text', at: 0, source: text, text }]);
      }),
      quick,
    );
  });

  it.each(
    [
      ['$', '$$ ', '$x ', '\\(', '\\(\\\\)', '\\[x', '\\textbf{', '{', '{\\bf ', '``', "``''"],
      [
        '{A',
        '{A}',
        '<b>',
        '<b></b>',
        '&amp;',
        '&',
        '$\\text{',
        '$\\text{$',
        '\\cite{',
        '\\cite[a]',
        "\\'{",
        '\\\\ ',
      ],
      [
        '\\href{http://a}{',
        '\\"a',
        '\\',
        '$\\$',
        '~a',
        '-- ',
        '\\url{',
        '{\\"',
        '_{',
        'x^{a',
        'x^2',
        "`a'",
        '`a',
        '\\item[',
        '\\begin{align}',
        '\\verb|',
        '{\\color{red}',
        '<jats:p>',
        '$a\n',
        '--',
      ],
    ].flat(),
  )('of “%s” again and again takes as much longer as it is longer', (piece) => {
    const steps = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      return stepsOf(() => void texParts(text));
    };
    expect(steps(100_000)).toBeLessThan(12 * steps(10_000) + 100_000);
  });
});
