import { readMarkup } from './markup';

/** Texts between the tags, entities decoded. */
export function plainText(html: string): string {
  let text = '';
  const ontext = (part: string) => {
    text += part;
  };
  readMarkup(html.slice(0, mostHtml), { ontext });
  return text;
}

/** The longest piece of HTML that is read, in characters: longer than any note. */
const mostHtml = 1_000_000;

const marks: Readonly<Record<string, string>> = {
  strong: '**',
  b: '**',
  em: '*',
  i: '*',
  code: '`',
  del: '~~',
  s: '~~',
};
const blocks = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'table', 'tr']);

/**
 * A note that is HTML, as Zotero keeps them, as Markdown: paragraphs, headings, lists, quotes, bold, italics,
 * code, links to web pages. Other markup goes, its text stays; nothing of it is run or loaded.
 */
export function htmlToMarkdown(html: string): string {
  const writer = new MarkdownWriter();
  readMarkup(html.slice(0, mostHtml), {
    onopentag: (name, attributes) => writer.open(name, attributes),
    ontext: (text) => writer.text(text),
    onclosetag: (name) => writer.close(name),
  });
  return writer.result();
}

class MarkdownWriter {
  #lines: string[] = [];
  #line = '';
  /** What each line begins with: of quotes and of items of lists. */
  #quotes = 0;
  readonly #lists: { count: number; isOrdered: boolean }[] = [];
  /** The address that was written last, where it stands for itself. */
  #bare = '';
  readonly #links: string[] = [];
  #preformatted = 0;
  #isItem = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'br') this.#break();
    else if (marks[name] && !this.#preformatted) this.#line += marks[name];
    else if (name === 'a') this.#openLink(attributes.href ?? '');
    else if (name === 'ul' || name === 'ol') this.#openList(name === 'ol');
    else if (name === 'li') this.#openItem();
    else if (name === 'blockquote') {
      this.#block();
      this.#quotes += 1;
    } else if (blocks.has(name)) this.#openBlock(name);
  }

  text(text: string): void {
    if (this.#preformatted) {
      const [first = '', ...rest] = text.split('\n');
      this.#line += first;
      for (const line of rest) {
        this.#break();
        this.#line = line;
      }
      return;
    }
    const flat = text.replace(/\s+/g, ' ');
    if (this.#bare && /^[^\s.,;:!?)"']/.test(flat) && this.#line.endsWith(this.#bare))
      this.#line = `${this.#line.slice(0, -this.#bare.length)}[${this.#bare}](${this.#bare})`;
    this.#bare = '';
    this.#line += this.#line === '' ? flat.trimStart() : flat;
  }

  close(name: string): void {
    if (marks[name] && !this.#preformatted) this.#line += marks[name];
    else if (name === 'a') this.#closeLink();
    else if (name === 'ul' || name === 'ol') {
      this.#break();
      this.#lists.pop();
      if (!this.#lists.length) this.#block();
    } else if (name === 'li') this.#break();
    else if (name === 'blockquote') {
      this.#block();
      this.#quotes = Math.max(0, this.#quotes - 1);
    } else if (name === 'pre') {
      this.#break();
      this.#preformatted = Math.max(0, this.#preformatted - 1);
      this.#lines.push('```');
      this.#block();
    } else if (blocks.has(name) && !this.#isItem) this.#block();
  }

  result(): string {
    this.#block();
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  #openLink(href: string): void {
    const isPage = /^https?:\/\//i.test(href);
    this.#links.push(isPage ? href : '');
    if (isPage) this.#line += '[';
  }

  #closeLink(): void {
    const href = this.#links.pop();
    if (!href) return;
    const from = this.#line.lastIndexOf('[');
    // An address that stands for itself is a link in Markdown as it is, unless words go on from it.
    this.#bare = this.#line.slice(from + 1) === href ? href : '';
    if (this.#bare) this.#line = this.#line.slice(0, from) + href;
    else this.#line += `](${href})`;
  }

  #openList(isOrdered: boolean): void {
    if (this.#lists.length) this.#break();
    else this.#block();
    this.#lists.push({ count: 0, isOrdered });
  }

  #openItem(): void {
    this.#break();
    const list = this.#lists.at(-1) ?? { count: 0, isOrdered: false };
    list.count += 1;
    const depth = '  '.repeat(Math.max(0, this.#lists.length - 1));
    this.#line = `${depth}${list.isOrdered ? `${list.count}.` : '-'} `;
    this.#isItem = true;
  }

  #openBlock(name: string): void {
    if (this.#isItem && /^\s*(?:-|\d+\.) $/.test(this.#line)) return;
    this.#block();
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) this.#line = `${'#'.repeat(Number(level))} `;
    if (name === 'pre') {
      this.#lines.push('```');
      this.#preformatted += 1;
    }
  }

  /** Ends a line. */
  #break(): void {
    const line = this.#preformatted ? this.#line : this.#line.trimEnd();
    if (line !== '' || this.#preformatted) this.#lines.push(this.#quoted(line));
    this.#line = '';
    this.#isItem = false;
  }

  /** Ends a block: a blank line follows. */
  #block(): void {
    this.#break();
    if (this.#lines.length && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  #quoted(line: string): string {
    return `${'> '.repeat(this.#quotes)}${line}`;
  }
}
