import { Marked, type RendererObject, type Tokens } from 'marked';
import { linkAddress } from './address';
import { extensions, tokenizer, withoutFormulas } from './markdown-syntax';
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

/** Addresses have a scheme, a path, a place in a page or the ending of a file: `f[x](y)` and `[MASK](0.5)` lead nowhere. */
const mayLead = /^[a-z][a-z\d+.-]+:|[/#?\\]|\.[a-z]/i;

/** What looks like a link and is none, its words formatted. */
function asTyped(raw: string, words: string): string {
  const opening = raw.startsWith('!') ? '![' : '[';
  return `${opening}${words}](${escaped(raw.slice(raw.lastIndexOf('](') + 2))}`;
}

/** Where a link leads, in words, when it does not lead there; and its title, which else only a mouse could find. */
function linkHtml(link: Tokens.Link | Tokens.Image, words: string): string {
  const { href, text, raw } = link;
  const title = link.title && raw.endsWith(')') ? ` (${escaped(link.title)})` : '';
  if (!mayLead.test(href) && raw.endsWith(')')) return asTyped(raw, words);
  if (linkAddress(href)) return `<a href="${escaped(href)}">${words}</a>${title}`;
  if (!words.trim()) return escaped(href) + title;
  return words + (href && href !== text ? ` (${escaped(href)})` : '') + title;
}

/** The numbers of a list's items, as they were typed. */
const numbersOf = ({ items }: Tokens.List) => items.map(({ raw }) => /\d+/.exec(raw)?.[0] ?? '');

/**
 * How an item says the number it was given, where counting does not; a list of one number throughout asks for counting.
 * @returns What to write in the item's tag.
 */
function numberFor(typed: readonly string[], index: number): string {
  const isCounted = typed.every((number) => number === typed[0]);
  const isNext = index === 0 || Number(typed[index]) === Number(typed[index - 1]) + 1;
  return isCounted || isNext ? '' : ` value="${typed[index]}"`;
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
    if (depth === 0) return `<p>${words}</p>`;
    return `<h${level}>${words}</h${level}>`;
  },
  blockquote: ({ raw }) => (/[^>\s]/.test(raw) ? false : `<p>${escaped(raw.trim())}</p>`),
  list(token) {
    if (!token.ordered) return false;
    const typed = numbersOf(token);
    // A list counts without zeros: these numbers are words.
    const isTyped = typed.some((number) => /^0\d/.test(number));
    const items = token.items.map(({ tokens }, index) => {
      const words = this.parser.parse(tokens);
      return isTyped
        ? `<li>${typed[index]}. ${words}</li>`
        : `<li${numberFor(typed, index)}>${words}</li>`;
    });
    if (isTyped) return `<ul data-kind="typed">${items.join('')}</ul>`;
    return `<ol${token.start === 1 ? '' : ` start="${token.start}"`}>${items.join('')}</ol>`;
  },
  code({ text, lang, raw }) {
    if (!text && !lang) return `<p>${escaped(raw.trim())}</p>`;
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
  hooks: { emStrongMask: withoutFormulas },
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
