import { Marked, type RendererObject, type Tokens } from 'marked';
import { linkAddress } from './address';
import { extensions, tokenizer } from './markdown-syntax';
import { escaped, wordsHtml } from './markdown-text';

/** A picture's words and its address. */
const pictureWords = ({ text, href }: Tokens.Generic) => (text ? `${text} (${href})` : href);

/** Pictures within a link are its words: links do not nest. */
function withoutPictures(tokens: readonly Tokens.Generic[]): Tokens.Generic[] {
  return tokens.map((token) => {
    if (token.type === 'image')
      return { type: 'text', raw: token.raw, text: pictureWords(token), escaped: false };
    return token.tokens ? { ...token, tokens: withoutPictures(token.tokens) } : token;
  });
}

/** Where a link leads, in words, when it does not lead there; and its title, which else only a mouse could find. */
function linkHtml(link: Tokens.Link | Tokens.Image, words: string): string {
  const { href, text, raw } = link;
  const title = link.title && raw.endsWith(')') ? ` (${escaped(link.title)})` : '';
  if (linkAddress(href)) return `<a href="${escaped(href)}">${words}</a>${title}`;
  if (!words.trim()) return escaped(href) + title;
  return words + (href && href !== text ? ` (${escaped(href)})` : '') + title;
}

/** The number that each item of a list was given; none when all have the same, which asks for counting. */
function numbers({ items }: Tokens.List): number[] {
  const typed = items.map(({ raw }) => Number(/\d+/.exec(raw)?.[0]));
  return typed.every((number) => number === typed[0]) ? [] : typed;
}

const renderer: RendererObject = {
  html: ({ text }) => escaped(text),
  text(token) {
    return 'tokens' in token && token.tokens
      ? this.parser.parseInline(token.tokens)
      : wordsHtml(token.text);
  },
  heading({ tokens, depth, raw }) {
    const level = Math.min(depth + 3, 6);
    const words = this.parser.parseInline(tokens) || escaped(raw.trim());
    return `<h${level}>${words}</h${level}>`;
  },
  blockquote: ({ raw }) => (/[^>\s]/.test(raw) ? false : `<p>${escaped(raw.trim())}</p>`),
  list(token) {
    if (!token.ordered) return false;
    const typed = numbers(token);
    const items = token.items.map(({ tokens }, index) => {
      const number = typed[index];
      const isNext = index > 0 ? number === (typed[index - 1] ?? 0) + 1 : true;
      const value = number === undefined || isNext ? '' : ` value="${number}"`;
      return `<li${value}>${this.parser.parse(tokens)}</li>`;
    });
    return `<ol${token.start === 1 ? '' : ` start="${token.start}"`}>${items.join('')}</ol>`;
  },
  code({ text, lang }) {
    const name = lang ? `<span>${escaped(lang)}\n</span>` : '';
    return `<pre>${name}<code>${escaped(text)}</code></pre>`;
  },
  // A picture from the web would tell its server that the note was opened.
  image: (token) => linkHtml(token, escaped(token.text)),
  link(token) {
    return linkHtml(token, this.parser.parseInline(withoutPictures(token.tokens)));
  },
};

const marked = new Marked({
  async: false,
  gfm: true,
  breaks: true,
  extensions,
  tokenizer,
  renderer,
});

/**
 * Turns Markdown into HTML: GitHub's flavour, line ends kept, headings below an h3, tags and footnotes shown
 * as they are written, pictures as links, formulas as `<span data-tex data-kind="inline | display">`.
 * Each word of the text is one of the result or of an address in it. The result is not sanitised.
 * @throws RangeError when the text is nested too deeply.
 */
export function markdownHtml(text: string): string {
  return marked.parse(text.replaceAll('\0', '\ufffd'), { async: false });
}
