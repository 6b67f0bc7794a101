// @vitest-environment jsdom
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { markdownHtml } from '../../../components/rich-text/markdown-html';
import { root, show, useMarkdown } from '../../support/markdown';

useMarkdown();

const html = async (text: string) =>
  (await show(text)).innerHTML.replace(/ dir="auto"/g, '').replace(/\n/g, '');

describe('a note', () => {
  it('shows as it was written until it can be formatted', async () => {
    vi.resetModules();
    const fresh = await import('../../../components/rich-text/markdown');
    render(<fresh.Markdown text="**a**" />, root);
    expect(root.textContent).toBe('**a**');
    await vi.waitFor(() => expect(root.querySelector('strong')?.textContent).toBe('a'));
  });

  it.each([
    ['**a** _b_ ~~c~~ `d`', '<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['# a\n## b\n### c\n###### d', '<h4>a</h4><h5>b</h5><h6>c</h6><h6>d</h6>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['it costs $$\nb', '<p>it costs $$<br>b</p>'],
    ['> q', '<blockquote><p>q</p></blockquote>'],
    ['```js\nlet a = "<b>";\n```', '<pre><span>js</span><code>let a = "&lt;b&gt;";</code></pre>'],
    ['اكتب **هنا**', '<p>اكتب <strong>هنا</strong></p>'],
    ['**注意：**请看', '<p><strong>注意：</strong>请看</p>'],
    [
      '한국어**(강조)**입니다, ~~「削除」~~の',
      '<p>한국어<strong>(강조)</strong>입니다, <del>「削除」</del>の</p>',
    ],
    ['see Eq.~(15) and ~one~', '<p>see Eq.~(15) and ~one~</p>'],
    ['[TODO]: reproduce', '<p>[TODO]: reproduce</p>'],
    ['see[^1]\n\n[^1]: p.12\n[^b]: q', '<p>see[^1]</p><p>[^1]: p.12<br>[^b]: q</p>'],
    [
      '&nbsp; &shy; &foo; &#0; &eacute; &amp; AT&T',
      '<p>&amp;nbsp; &amp;shy; &amp;foo; &amp;#0; é &amp; AT&amp;T</p>',
    ],
    ['a Vec<std::string>, <zotero://x>', '<p>a Vec&lt;std::string&gt;, &lt;zotero://x&gt;</p>'],
    ['3) a\n5) b\n6) c', '<ol start="3"><li>a</li><li value="5">b</li><li>c</li></ol>'],
    ['1. a\n1. b', '<ol><li>a</li><li>b</li></ol>'],
    ['007. a', '<ul data-kind="typed"><li>007. a</li></ul>'],
    ['#', '<h4>#</h4>'],
    ['Pros:\n-', '<p>Pros:<br>-</p>'],
    ['loss\n=\nCE', '<p>loss<br>=</p><p>CE</p>'],
    ['a\n---', '<h5>a</h5>'],
    ['a\nb\n-\nc', '<p>a<br>b<br>-</p><p>c</p>'],
    ['```', '<p>```</p>'],
    ['lr=2*3*4, a**2 + b**2, (a*b)*(c*d)', '<p>lr=2*3*4, a**2 + b**2, (a*b)*(c*d)</p>'],
    [
      'un*friendly*ly *a*b 漢**b**字',
      '<p>un<em>friendly</em>ly <em>a</em>b 漢<strong>b</strong>字</p>',
    ],
    ['f[x](y), [MASK](0.5), []() and ![]()', '<p>f[x](y), [MASK](0.5), []() and ![]()</p>'],
    ['>', '<p>&gt;</p>'],
    ['a\0b', '<p>a\ufffdb</p>'],
    ['漢字**太字**漢字', '<p>漢字<strong>太字</strong>漢字</p>'],
  ])('%s', async (text, expected) => expect(await html(text)).toBe(expected));

  it('has tables that scroll by themselves', async () => {
    const shown = await show('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(shown.querySelector('.sideways > table td[align="right"]')?.textContent).toBe('2');
  });

  it('has tables whose cells hold pipes and that are as wide as their widest row', async () => {
    const shown = await show(
      'a $x|y$ | b\n---|---\n$P(A|B)$ | `c|d`\nUS$|CA$\n1 | 2 | 3 | 4\nx \\| y | ``z``',
    );
    const rows = [...shown.querySelectorAll('tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows).toEqual([
      ['a x|y', 'b', '', ''],
      ['P(A|B)', 'c|d', '', ''],
      ['US$', 'CA$', '', ''],
      ['1', '2', '3', '4'],
      ['x | y', 'z', '', ''],
    ]);
  });

  it('has few cells, however wide one row of a table is', () => {
    const wide = `a | b\n--|--\n${'| '.repeat(5000)}\n${'a\n'.repeat(2000)}`;
    expect(markdownHtml(wide).match(/<t[dh]/g)?.length).toBeLessThan(75_000);
  });

  it('keeps definitions of links in view, and follows them', async () => {
    const shown = await show(
      'see [a][1], [1]\n\n[1]: https://x.org/a "Title"\n[1]: https://x.org/b\n[2]: zotero://c',
    );
    expect(shown.textContent?.trim()).toBe(
      'see a, 1\n[1]: https://x.org/a "Title"[1]: https://x.org/b[2]: zotero://c',
    );
    expect([...shown.querySelectorAll('a')].map(({ href }) => href)).toEqual([
      'https://x.org/a',
      'https://x.org/a',
      'https://x.org/a',
      'https://x.org/b',
    ]);
  });

  it.each([
    ['[paper](zotero://select/x)', 'paper (zotero://select/x)'],
    ['[**n**](obsidian://open?x "t")', 'n (obsidian://open?x) (t)'],
    ['[](https://x.org/a)', 'https://x.org/a'],
    ['[a](https://x.org "title")', 'a (title)'],
    ['![](x.png) ![p](x.png)', 'x.png p (x.png)'],
    ['[**![b](https://x.org/b)**](https://x.org)', 'b (https://x.org/b)'],
  ])('%s says where it leads', async (text, expected) =>
    expect((await show(text)).textContent?.trim()).toBe(expected),
  );

  it.each([
    ['见https://x.org/a，然后', ['https://x.org/a']],
    ['（https://x.org/a）。「https://x.org/b」です', ['https://x.org/a', 'https://x.org/b']],
    ['[https://x.org/a] and |https://x.org/b|', ['https://x.org/a', 'https://x.org/b']],
    ['“https://x.org/a”, https://x.org/b…', ['https://x.org/a', 'https://x.org/b']],
    ['https://x.org/a[1]/b', ['https://x.org/a[1]/b']],
    ['https://ja.wikipedia.org/wiki/深層学習。', ['https://ja.wikipedia.org/wiki/深層学習']],
  ])(
    'ends the addresses of %s before what closes a sentence or a bracket',
    async (text, expected) => {
      const links = [...(await show(text)).querySelectorAll('a')];
      expect(links.map(({ textContent }) => textContent)).toEqual(expected);
      expect(root.textContent?.trim()).toBe(text);
    },
  );

  it('takes no emphasis from within a formula', async () => {
    const shown = await show('*see $x*y$ z* and **$a_1$ b $c_2$**');
    expect(shown.querySelector('em')?.textContent).toBe('see x∗y z');
    expect(shown.querySelector('strong')?.textContent).toBe('a1 b c2');
  });

  it('shows what a formula would hide', async () => {
    const shown = await show('$95% x$, $a \\ref{eq_1}$, $\\sim$5$\\sigma$ and US$5 or CA$6');
    expect(shown.textContent?.trim().replace(/\u00a0/g, ' ')).toBe(
      '95%x, a[eq_1], ∼5σ and US$5 or CA$6',
    );
  });

  it.each([
    ['$n log n$ or $a if b$', 'n log n or a if b'],
    ['$\\text{lr_max}$, $x \\mbox{ if } y$', 'lr_max, x if y'],
    ['$p &lt; 5$ and $n log n &gt; 50%$', 'p<5 and n log n>50%'],
    ['$&lt;5$, $\\textgreater$5, $x \\tag{1}$', '<5, >5, x(1)'],
    ['$`x^2`$ and $\\mathds{1}$', 'x2 and 𝟙'],
    ['$\\def\\a{bcd} x$ and $\\relax$', '$\\def\\a{bcd} x$ and $\\relax$'],
    ['5$\\,$GHz', '5GHz'],
    ['\\begin{equation}\na = b\n\\end{equation}', 'a=b'],
    ['so \\begin{align}a&=b\\\\c&=d\\end{align} too', 'so a=bc=d too'],
  ])('draws %s so that it can be read', async (text, expected) => {
    const shown = (await show(text)).textContent ?? '';
    expect(shown.trim().replace(/[\s\u00a0]+/g, ' ')).toBe(expected);
  });

  it('has tasks that say how they stand and cannot be changed', async () => {
    const shown = await show('- [x] read\n- [ ] reproduce');
    const boxes = [...shown.querySelectorAll('input')];
    expect(boxes.map((box) => [box.checked, box.disabled, box.getAttribute('aria-label')])).toEqual(
      [
        [true, true, 'Done'],
        [false, true, 'To do'],
      ],
    );
  });

  it('draws formulas in it, not in code, and leaves Markdown out of them', async () => {
    const shown = await show(
      'so $a_1 * b_1 * c$ and \\(x\\), `$code$`, \\$5\n\n$$\na\n= b\n- c\n$$\n\n\\[\nd\n\\]\n\nsee \\[1\\]',
    );
    expect([...shown.querySelectorAll('math')].map(({ textContent }) => textContent)).toEqual([
      'a1∗b1∗c',
      'x',
      'a=b−c',
      'd',
    ]);
    expect(shown.querySelectorAll('.display')).toHaveLength(2);
    expect(shown.querySelector('code')?.textContent).toBe('$code$');
    expect(shown.textContent).toContain('$5');
    expect(shown.lastElementChild?.textContent).toBe('see [1]');
  });

  it('shows broken formulas as they are written', async () => {
    const shown = await show('$\\frac{a$ and $$\\nosuch<b>$$');
    expect([...shown.querySelectorAll('code.tex')].map(({ textContent }) => textContent)).toEqual([
      '$\\frac{a$',
      '$$\\nosuch<b>$$',
    ]);
  });

  it('leads to the web and to mail only, in a new tab', async () => {
    const shown = await show(
      '[a](https://x.org/?q="1) <me@x.org> https://y.org [r](../x) [j](javascript:alert(1)) [d](data:text/html,1) [v](VBScript:x) [f](file:///etc/passwd) [t](java\tscript:x)',
    );
    const links = [...shown.querySelectorAll('a')];
    expect(links.map(({ href }) => href)).toEqual([
      'https://x.org/?q=%221',
      'mailto:me@x.org',
      'https://y.org/',
    ]);
    for (const { target, rel } of links)
      expect([target, rel]).toEqual(['_blank', 'noreferrer noopener']);
  });

  it('loads no picture: it is a link', async () => {
    expect(await html('![plot](https://x.org/p.png) ![](data:image/png;base64,x)')).toBe(
      '<p><a href="https://x.org/p.png" target="_blank" rel="noreferrer noopener">plot</a> data:image/png;base64,x</p>',
    );
    const shown = await show('[![badge](https://x.org/b.svg)](https://x.org/)');
    expect(shown.querySelectorAll('a')).toHaveLength(1);
    expect(shown.textContent).toBe('badge (https://x.org/b.svg)\n');
  });
});
