// @vitest-environment jsdom
import fc from 'fast-check';
import { render } from 'preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { formulaNode } from '../../../components/rich-text/formula-node';
import { formulas } from '../../../components/rich-text/formulas';
import { markdownNode } from '../../../components/rich-text/markdown-node';
import { TexText } from '../../../components/rich-text/tex-text';

const seeded = { seed: 20_261_129, numRuns: 200 };

/** In these a `W` becomes a word that stands nowhere else, so that losing one of two is seen; `⏎` ends a line. */
const markdown = fragments(String.raw`
  W ¦ W W ¦   ¦ ⏎ ¦ ⏎⏎ ¦ \⏎ ¦ ， ¦ 。 ¦ **W** ¦ *W* ¦ _W_ ¦ __W__ ¦ ***W*** ¦ ~~W~~ ¦ ~W~ ¦ ** ¦ * ¦ _ ¦ ~ ¦
  **漢W：**字 ¦ 「**W**」 ¦ *（W）*中 ¦ ~~「W」~~の ¦ 漢字W ¦ :W: ¦ :::W⏎W⏎::: ¦ \W ¦ \*W ¦ \[W\] ¦ \<W ¦
  # W ¦ ## W # ¦ W⏎=== ¦ W⏎--- ¦ --- ¦ *** ¦ ---⏎W: W⏎---⏎ ¦ > W ¦ > > W ¦ - W ¦ * W ¦ + W ¦ - [ ] W ¦ - [x] W ¦
  3) W ¦ 1986. W ¦ 1. W⏎1. W ¦ 2. W⏎7. W ¦ 007. W ¦   - W ¦ ⏎⏎- W⏎⏎  W ¦ 1.  ¦ ( ¦ ) ¦ [ ¦ ] ¦ < ¦ > ¦ ! ¦ # ¦ { ¦ } ¦
  [W]: W ¦ [W]: https://w.org/W ¦ [W]: <https://w.org/W> "W" ¦ [W]:⏎https://w.org/W⏎'W⏎W' ¦ [W]: zotero://W (W) ¦
  [^W] ¦ [^W]: W ¦ [W][W] ¦ [W][] ¦ [a] ¦ [W][a] ¦ [a]: https://w.org/W ¦ ![W][a] ¦ ⏎⏎[a]: W ¦ ![](W) ¦ [W]() ¦
  [W](https://w.org/W) ¦ [W](https://w.org/W "W") ¦ [](https://w.org/W) ¦ [W](W) ¦ [W](<W W>) ¦ ![W](https://w.org/W "W") ¦
  [W](zotero://W/W) ¦ [**W**](obsidian://W "W") ¦ [![W](W)](https://w.org/W) ¦ <https://w.org/W> ¦ <zotero://W> ¦
  <W@w.org> ¦ https://w.org/W ¦ www.w.org/W ¦ W@w.org ¦ Vec<std::W> ¦ <b>W</b> ¦ <!-- W --> ¦ <!-- W ¦ <W> ¦ </W> ¦
  <script>W</script> ¦ <div W="W"> ¦ <?W ?> ¦ <!W W> ¦ <![CDATA[W]]> ¦ &nbsp; ¦ &shy; ¦ &foo; ¦ &W; ¦ &#0; ¦ &#8203; ¦
  &ampW ¦ &lt;W ¦ | W | W |⏎|---|:-:|⏎| W | W |⏎| W | W | W |⏎| $P(W|W)$ | ${'`W|W`'} |⏎| W | ¦ |W|W ¦ |-|-| ¦ | W⏎|- ¦
  ${'`W` ¦ ``W`W`` ¦ ` ¦ ```W W⏎W⏎``` ¦ ```⏎W'} ¦ ~~~W⏎W ¦     W ¦ $W$ ¦ $W^W$ ¦ $\frac{W}{W}$ ¦ $$W$$ ¦ $$⏎W⏎$$ ¦
  \(W\) ¦ \[⏎W⏎\] ¦ $W ¦ W⏎- ¦ W⏎= ¦ W⏎--⏎W ¦ ${'```'} ¦ ~~~ ¦ []() ¦ ![]() ¦ f[W](W) ¦ [W](0.W) ¦ W[W](2) ¦
  2*W*3 ¦ W**2 ¦ (W*W)*(W) ¦ https://w.org/W，W ¦ （https://w.org/W）W ¦ [https://w.org/W]W ¦ https://w.org/W|W ¦
  “https://w.org/W”W ¦ https://w.org/W[W]W ¦ www.w.org/W。W ¦ \begin{equation}W\end{equation} ¦
  \begin{align}⏎W&=W\\W&=W⏎\end{align} ¦ \begin{eqnarray}W&=&W\end{eqnarray} ¦ \begin{itemize}W ¦ ${'$`W`$'} ¦
  $W for W$ ¦ $\text{W_W & W}$ ¦ $\mbox{W}$ ¦ $W \tag{W}$ ¦ $\def\a{W} W$ ¦ $\cite{W}$ ¦ $\llap{W}W$ ¦ $&lt;W$ ¦ $\,$ ¦
  $ W^W$ ¦ $W^W $ ¦ $\nosuch{W}$ ¦ $\frac{W$ ¦ $W % W$ ¦ $\text{W W $W$}$ ¦ $5W ¦ US$W ¦ $ ¦ $$ ¦ \$W`);

const control = ['\t', '\r\n', '\f', '\u00a0', '\0W', '\ud800', '  \n'];

const tex = fragments(String.raw`
  W ¦ W W ¦   ¦ ⏎ ¦ ⏎⏎ ¦ ~ ¦ -- ¦ --- ¦ - ¦ 漢字 ¦ é ¦ { ¦ } ¦ $ ¦ $$ ¦ \ ¦ ( ¦ ) ¦ 5 ¦ % ¦ ^ ¦ _ ¦ $W$ ¦ $W^W$ ¦ $W$5 ¦
  $\sim$5$\sigma$ ¦ $740 for $5 W ¦ $5W ¦ US$W ¦ $ \alpha W $ ¦ $\frac{W}{W}$ ¦ $\text{W $W$ W}$ ¦ $$W$$ ¦ \(W\) ¦ \[W\] ¦
  $W % W$ ¦ $\nosuch{W}$ ¦ $\frac{W$ ¦ $W(W|W)$ ¦ $W \ref{W}$ ¦ \ensuremath{W} ¦ $W ¦ \$W ¦ \textsuperscript{W} ¦
  \textbf{W W} ¦ \emph{W} ¦ \emph {W} ¦ \texttt{W} ¦ {\bf W} ¦ {\large W} ¦ \textit{W ¦ \url{https://w.org/W} ¦ \url{zotero://W} ¦
  \href{https://w.org/W}{W} ¦ \href{W}{W} ¦ \href{https://w.org/W} ¦ \cite{W} ¦ \citep[W][W]{W, W} ¦ \ref{W} ¦ \footnote{W} ¦
  \begin{itemize} ¦ \end{itemize} ¦ \item W ¦ \item[W] W ¦ \begin{quote}W\end{quote} ¦ \begin{equation}W\end{equation} ¦
  \begin{align}W&=W\end{align} ¦ \begin{multline*}W\\W\end{multline*} ¦ \begin{equation}W ¦ \verb|W W| ¦ \verb+W ¦
  \textcolor{red}{W} ¦ {\color{red} W} ¦ {\textbf{W}} ¦ {\bf{W} W} ¦ {\it{W}} ¦ \enquote{W} ¦ \texorpdfstring{$W$}{W} ¦
  \ce{W} ¦ \gls{W} ¦ \section*{W} ¦ \href{https://w.org/W} {W} ¦ \cite {W} ¦ W_{W} ¦ A_{W} ¦ \pi_{W} ¦ \pi_W ¦ T^{W} ¦
  T^W ¦ 10^{-3}W ¦ O(W^2) ¦ 30^\circ W ¦ x^ ¦ x_{ ¦ ^{W} ¦ ${"`W W' ¦ `W ¦ it's `W'"} ¦ \noindent W ¦ \par W ¦ \eg W ¦
  $ W^W$ ¦ $W^W $ ¦ $\$$W ¦ $W if W$ ¦ $\mbox{W}$ ¦ $\text{W_W}$ ¦ $&lt;W$ ¦ <jats:p>W</jats:p> ¦ <SUB>W</SUB> ¦
  <jats:W>W ¦ <p>W ¦ $$5 and $$W ¦ \unknown{W} ¦ \unknown W ¦ \textcolor{W}{W} ¦ \begin{W} ¦ {BPMN} 2.0~{S}W ¦ {W} ¦ {{W W}} ¦ {W, W} ¦ "{W}" ¦
  ${"``W'' ¦ `W' ¦ ''W"} ¦ \%W ¦ \& ¦ W\_W ¦ \#W ¦ \\W ¦ \\ W ¦ Fig.~W ¦ W~W ¦ 2~3 ¦ W--W ¦
  <sub>W</sub> ¦ <sup>W</sup> ¦ <i>W ¦ <b>W</b> ¦ </i> ¦ <W> ¦ &nbsp; ¦ &W; ¦ &amp; W`);

function fragments(list: string): string[] {
  return list
    .slice(3)
    .replaceAll('¦\n  ', '¦ ')
    .split(' ¦ ')
    .map((fragment) => fragment.replaceAll('⏎', '\n'));
}

const texts = (pieces: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ', '\n', '\n\n')), {
      minLength: 1,
      maxLength: 10,
    })
    .map((list) => {
      const [first = '', ...rest] = list
        .map((pair) => pair.join(''))
        .join('')
        .split('W');
      return rest.reduce((text, piece, index) => `${text}${wordOf(index)}${piece}`, first);
    });

const wordOf = (index: number) => `w${String(index).padStart(3, '0')}x`;

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A command's name with a word of ours at its end, which then is one. */
function withOwnWord(command: string): string {
  return ` ${/w\d{3}x/.exec(command)?.[0] ?? ''}`;
}

/** Words are what letters and digits make; commands of TeX become signs. */
function wordsOf(source: string): string[] {
  const names =
    /&(?:amp|lt);|<\/?(?:jats:)?(?:sub|sup|i|b|p)>|\\(?:begin|end)\{[a-z]+\*?\}|(?<=color)\{red\}/gi;
  const known = source.replace(names, ' ');
  return plain(known.replace(/\\[a-zA-Z]+/g, withOwnWord)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What of an element is seen that is not among its words: numbers of a list, and ticks. */
function beside(element: Element): string {
  if (element instanceof HTMLInputElement) return element.checked ? ' x ' : ' ';
  if (element instanceof HTMLLIElement) return ` ${numberOf(element)} `;
  return /^(a|math|m[a-z]+|em|strong|del|code|sub|sup|span|bdi)$/.test(element.localName)
    ? ''
    : ' ';
}

function numberOf(item: HTMLLIElement): number | string {
  const list = item.parentElement;
  if (!(list instanceof HTMLOListElement)) return '';
  let number = list.start - 1;
  for (const each of list.children) {
    number = each.hasAttribute('value') ? Number(each.getAttribute('value')) : number + 1;
    if (each === item) return number;
  }
  return '';
}

function seen(node: Node): string {
  if (node instanceof Text) return node.data;
  const words = [...node.childNodes].map(seen).join('');
  return node instanceof Element ? beside(node) + words + beside(node) : words;
}

function missing(source: string, drawn: ParentNode & Node): string[] {
  const addresses = [...drawn.querySelectorAll('a')].map(({ href }) => decodeURIComponent(href));
  const view = plain([seen(drawn), ...addresses].join(' '));
  return wordsOf(source).filter((word) => !view.includes(word));
}

beforeAll(() => formulas.load());

describe('each word of the source stands in what is drawn', () => {
  it('of a note', () => {
    fc.assert(
      fc.property(texts([...markdown, ...control]), (note) => {
        expect(missing(note, markdownNode(note, formulaNode))).toEqual([]);
      }),
      seeded,
    );
  });

  it('of an abstract', () => {
    const root = document.createElement('div');
    fc.assert(
      fc.property(texts(tex), (abstract) => {
        render(<TexText text={abstract} isInline={false} marks={[]} />, root);
        const lost = missing(abstract, root);
        render(null, root);
        expect(lost).toEqual([]);
      }),
      seeded,
    );
  });
});
