import { Marked, type TokenizerAndRendererExtension, type Tokens } from 'marked';
import { Closings, formulaAt, longestFormula } from './formula-at';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function formulaIn(source: string) {
  const start = source.slice(0, longestFormula + 4);
  return formulaAt(new Closings(start), 0, start.length);
}

/** A formula's place; who draws it puts it there, until then it reads as it is written. */
function place({ raw, tex, isDisplay }: Tokens.Generic): string {
  const kind = isDisplay ? 'display' : 'inline';
  return `<span data-tex="${escaped(tex)}" data-kind="${kind}">${escaped(raw.trim())}</span>`;
}

const inlineFormula: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start: (source) => /\$|\\\(/.exec(source)?.index,
  tokenizer(source) {
    // `\[` is how other programs escape a bracket of Markdown, so it counts in lines of its own only.
    const found = /^(?:\$|\\\()/.test(source) ? formulaIn(source) : undefined;
    if (!found) return undefined;
    const { tex, isDisplay, end } = found;
    return { type: 'formula', raw: source.slice(0, end), tex, isDisplay };
  },
  renderer: place,
};

const formulaBlock: TokenizerAndRendererExtension = {
  name: 'formulaBlock',
  level: 'block',
  start(source) {
    const before = /\n {0,3}(?:\$\$|\\\[)/.exec(source);
    return before ? before.index + 1 : undefined;
  },
  tokenizer(source) {
    const [indent] = /^ {0,3}(?=\$\$|\\\[)/.exec(source) ?? [];
    const found = indent === undefined ? undefined : formulaIn(source.slice(indent.length));
    if (indent === undefined || !found) return undefined;
    const [after] = /^[ \t]*(?:\n+|$)/.exec(source.slice(indent.length + found.end)) ?? [];
    if (after === undefined) return undefined;
    const raw = source.slice(0, indent.length + found.end + after.length);
    return { type: 'formulaBlock', raw, tex: found.tex, isDisplay: true };
  },
  renderer: (token) => `<p>${place(token)}</p>`,
};

/** Pictures within a link are its words: links do not nest. */
function withoutPictures(tokens: readonly Tokens.Generic[]): Tokens.Generic[] {
  return tokens.map((token) => {
    if (token.type !== 'image') return token;
    const words = token.text || token.href;
    return { type: 'text', raw: token.raw, text: words, escaped: false };
  });
}

const marked = new Marked({
  async: false,
  gfm: true,
  breaks: true,
  extensions: [inlineFormula, formulaBlock],
  // A note is Markdown and not HTML: tags are words.
  tokenizer: { html: () => undefined, tag: () => undefined },
  renderer: {
    html: ({ text }) => escaped(text),
    heading({ tokens, depth }) {
      const level = Math.min(depth + 3, 6);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
    },
    code: ({ text }) => `<pre><code>${escaped(text)}</code></pre>`,
    // A picture from the web would tell its server that the note was opened.
    image: ({ href, text }) => `<a href="${escaped(href)}">${escaped(text || href)}</a>`,
    link({ href, tokens }) {
      const words = this.parser.parseInline(withoutPictures(tokens));
      return `<a href="${escaped(href)}">${words}</a>`;
    },
  },
});

/**
 * Turns Markdown into HTML: GitHub's flavour, line ends kept, headings below an h3, tags shown as
 * words, pictures as links, formulas as `<span data-tex data-kind="inline | display">`. The result
 * is not sanitised.
 * @throws RangeError when the text is nested too deeply.
 */
export function markdownHtml(text: string): string {
  return marked.parse(text, { async: false });
}
