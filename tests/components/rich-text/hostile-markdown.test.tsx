// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { show, useMarkdown } from '../../support/markdown';

useMarkdown();

describe('a hostile note', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x()">b</b> <!-- c --> <?php ?> <![CDATA[x]]>',
    '<div>\n<iframe src="https://evil.example"></iframe>\n</div>',
    '<style>*{display:none}</style>',
    '<form action="https://evil.example"><input name=a></form>',
    '<svg><animate onbegin=alert(1) attributeName=x></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '[x](https://a"onmouseover="alert(1))',
    '![x" onerror="alert(1)](https://a/"onerror="alert(1))',
    '$"><img src=x onerror=alert(1)>$',
    '$\\text{</span><script>alert(1)</script>}$',
    '```"><script>\nalert(1)\n```',
    '| <script>a</script> | b |\n|---|---|\n| <img src=x onerror=y> | `<svg onload=z>` |',
    '# <a id="app" name="body">x</a>',
    '[x]: javascript:alert(1)\n\n[x]',
    '<javascript:alert(1)> <data:text/html,<script>alert(1)</script>>',
    '&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;img src=x onerror=alert(1)&#x3e;',
    '- [x] <input type="text" autofocus onfocus="alert(1)">',
  ])('%s becomes words', async (text) => {
    const shown = await show(text);
    const allowed =
      /^(p|h[4-6]|[uo]l|li|blockquote|pre|hr|br|table|thead|tbody|t[rhd]|code|em|strong|del|a|span|div|input|math|m[a-z]+)$/;
    for (const element of shown.querySelectorAll('*')) {
      expect(element.localName).toMatch(allowed);
      for (const { name } of element.attributes)
        expect(name).toMatch(
          /^(href|target|rel|start|align|type|checked|disabled|aria-label|tabindex|dir|class|width|stretchy|form|fence|value|[lr]space|data-kind)$/,
        );
    }
    for (const { href } of shown.querySelectorAll('a')) expect(href).toMatch(/^(https?|mailto):/);
    for (const { type } of shown.querySelectorAll('input')) expect(type).toBe('checkbox');
  });

  it('shows its tags as they were typed', async () => {
    expect((await show('a <b>c</b>\n<div>d</div>')).textContent?.trim()).toBe(
      'a <b>c</b><div>d</div>',
    );
  });
});
