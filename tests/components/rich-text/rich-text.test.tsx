// @vitest-environment jsdom
import { type ComponentChild, render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RichText, RichTitle } from '../../../components/rich-text/rich-text';

let root = document.createElement('div');

function show(view: ComponentChild): HTMLElement {
  render(null, root);
  root = document.createElement('div');
  document.body.replaceChildren(root);
  render(view, root);
  return root;
}

afterEach(() => render(null, root));

const drawn = (count = 1) =>
  vi.waitFor(() => expect(root.querySelectorAll('math')).toHaveLength(count), {
    timeout: 20_000,
  });

const mathml = 'http://www.w3.org/1998/Math/MathML';

describe('an abstract', () => {
  it('shows its words at once, and its formulas as MathML once they can be drawn', async () => {
    const shown = show(
      <RichText text="We solve $x^2$ for $$\frac{a}{b}$$ in \emph{linear} time." />,
    );
    expect(shown.textContent).toBe('We solve $x^2$ for $$\\frac{a}{b}$$ in \\emph{linear} time.');
    await drawn(2);
    expect(shown.querySelector('msup')?.namespaceURI).toBe(mathml);
    expect(shown.querySelector('.display mfrac')?.textContent).toBe('ab');
    expect(shown.querySelector('em')?.textContent).toBe('linear');
    expect(shown.textContent).toBe('We solve x2 for ab in linear time.');
  });

  it('draws signs that stand alone between dollars, whatever follows them', async () => {
    const shown = show(<RichText text="above $>$90$\%$, $<$1 and 5$-$7 for $5" />);
    await drawn(4);
    expect(shown.textContent).toBe('above >90%, <1 and 5−7 for $5');
  });

  it('shows broken TeX as it was written, beside formulas that are whole', async () => {
    const shown = show(<RichText text="$\frac{a$, \(\nosuch{x}\) and $y$" />);
    await drawn();
    expect([...shown.querySelectorAll('code.tex')].map(({ textContent }) => textContent)).toEqual([
      '$\\frac{a$',
      '\\(\\nosuch{x}\\)',
    ]);
    expect(shown.textContent).toBe('$\\frac{a$, \\(\\nosuch{x}\\) and y');
  });

  it('lets a long formula scroll by itself', async () => {
    const long = Array.from({ length: 20 }, (_, index) => `x_{${index}}`).join('+');
    const shown = show(<RichText text={`$${long}$ and $x$`} />);
    await drawn(2);
    const classes = [...shown.querySelectorAll('.tex')].map(({ className }) => className);
    expect(classes).toEqual(['tex wide', 'tex']);
  });

  it('draws the next text when it is given another', async () => {
    show(<RichText text="$a$ and words" />);
    await drawn();
    render(<RichText text="now $b$, $c$" />, root);
    expect(root.textContent).toBe('now b, c');
    render(<RichText text="plain" />, root);
    expect(root.innerHTML).toBe('plain');
  });

  it('keeps a formula out of the direction of the words around it', async () => {
    const shown = show(
      <p dir="auto">
        <RichText text="$x_1$ نموذج لغوي كبير" />
      </p>,
    );
    await drawn();
    expect(shown.querySelector('.tex')?.getAttribute('dir')).toBe('ltr');
    expect(shown.textContent).toBe('x1 نموذج لغوي كبير');
  });

  it('leads to the web in a new tab, telling nothing of where from', async () => {
    const shown = show(<RichText text="\href{https://x.org/}{code} $x$" />);
    await drawn();
    const { href, target, rel, textContent } = shown.querySelector('a') as HTMLAnchorElement;
    expect([href, target, rel, textContent]).toEqual([
      'https://x.org/',
      '_blank',
      'noreferrer noopener',
      'code',
    ]);
  });
});

describe('a title in a button', () => {
  it('names the button by its words, with no link or block in it', async () => {
    const shown = show(
      <button type="button">
        <RichTitle text="\textbf{Fast} $$L_2$$ 模型 by \href{https://x.org}{Erd\H{o}s}" />
      </button>,
    );
    await drawn();
    expect(shown.querySelector('a, .display')).toBeNull();
    expect(shown.querySelector('button')?.textContent).toBe('Fast L2 模型 by Erdős');
  });

  it('marks what was found around and in what is drawn', async () => {
    const text = 'A {BPMN} VGG-T$^3$ by G\\"odel and more';
    const marks = ['MN} VG', 'T$', 'del', 'more'].map((found) => {
      const start = text.indexOf(found);
      return { start, end: start + found.length };
    });
    const shown = show(<RichTitle text={text} marks={marks} />);
    await drawn();
    expect(shown.textContent).toBe('A BPMN VGG-T3 by Gödel and more');
    expect([...shown.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
      'MN',
      ' VG',
      'T',
      '3',
      'del',
      'more',
    ]);
  });
});

describe('a hostile text', () => {
  it.each([
    '$\\text{<script>alert(1)</script>}$ $x$',
    '$\\href{javascript:alert(1)}{x}$ $x$',
    '$\\url{javascript:alert(1)}$ $x$',
    '$\\includegraphics{https://evil.example/x.png}$ $x$',
    '$\\class{row}{x}$ $\\id{app}{x}$ $\\style{color:red}{x}$ $\\data{a=b}{x}$ $x$',
    '$\\color{red}{x}$ $\\rule{900em}{900em}$ $\\label{app}\\ref{app}$ $x$',
    '$\\text{</mtext><img src=x onerror=alert(1)>}$ $x$',
    '$\\text{</math><svg onload=alert(1)>}$ $x$',
    '$\\text{<mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">}$ $x$',
    '$\\unicode{x3c}script\\unicode{x3e}$ $x$',
    '\\href{javascript:alert(1)}{x} \\url{data:text/html,x} \\href{ java\tscript:alert(1)}{x} $x$',
    '<img src=x onerror=alert(1)> <math><mtext><script>alert(1)</script></mtext></math> $x$',
    '$\\def\\a{\\a\\a}\\a$ $\\sqrt\\sqrt\\sqrt x$ $x$',
    `$${'{'.repeat(1900)}${'}'.repeat(1900)}$ $x$`,
  ])('%s becomes words and formulas only', async (text) => {
    const shown = show(<RichText text={text} />);
    await vi.waitFor(() => expect(shown.querySelector('math')).not.toBeNull(), {
      timeout: 20_000,
    });
    const allowed = /^(m[a-z]+|span|code)$/;
    for (const element of shown.querySelectorAll('*')) {
      expect(element.localName).toMatch(allowed);
      expect(element.localName).not.toMatch(/^(maction|mglyph|malignmark)$/);
      for (const { name } of element.attributes)
        expect(name).not.toMatch(/^(on|style|href|xlink|src|id|data|math(color|background))/);
    }
  });
});

describe('a text whose LaTeX cannot be drawn', () => {
  it('stays as it was written, and says so in the console only', async () => {
    vi.resetModules();
    vi.doMock('../../../components/rich-text/formula-node', () => {
      throw new Error('no such chunk');
    });
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fresh = await import('../../../components/rich-text/rich-text');
    const shown = show(<fresh.RichText text="\emph{so} $x^2$" />);
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    expect(shown.textContent).toBe('so $x^2$');
    vi.doUnmock('../../../components/rich-text/formula-node');
    told.mockRestore();
  });
});
