import { text } from '../lib/text';
import { addressOf } from '../papers/identity';
import { authorNames } from '../papers/names';
import type { PaperDetails, PaperRecord } from '../papers/record';
import { leadOf } from '../papers/same/lead';
import { tidy } from '../papers/text';

/**
 * A paper for a message: its title, and on the next line its address.
 * @param details Their PDF or project stands in for a paper without a page of its own.
 */
export function titleAndLink(paper: PaperRecord, details?: PaperDetails): string {
  const link = linkOf(paper) ?? webAddress(details?.pdfUrl) ?? webAddress(details?.projectUrl);
  return link ? `${titleOf(paper)}\n${link}` : titleOf(paper);
}

/** A Markdown list with a line a paper: `- [Title](address) — First Author et al., 2025`. */
export function asMarkdown(papers: readonly PaperRecord[]): string {
  return papers
    .map((paper) => {
      const [title, link] = [markdownText(titleOf(paper)), linkOf(paper)];
      const source = sourceOf(paper);
      const named = link ? `[${title}](${markdownAddress(link)})` : title;
      return `- ${named}${source && ` — ${markdownText(source)}`}`;
    })
    .join('\n');
}

/** The addresses, one a line; papers without any are left out. */
export function asLinks(papers: readonly PaperRecord[]): string {
  return papers.flatMap((paper) => linkOf(paper) ?? []).join('\n');
}

/** For pasting into a text with formats: a link alone, or a list of several. */
export function asHtml(papers: readonly PaperRecord[]): string {
  const items = papers.map((paper) => {
    const [title, link, source] = [escapeHtml(titleOf(paper)), linkOf(paper), sourceOf(paper)];
    const named = link ? `<a href="${escapeHtml(link)}">${title}</a>` : title;
    return named + (source && ` — ${escapeHtml(source)}`);
  });
  if (items.length === 1) return items.join('');
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

/** The title in one line, or the id where there is none. */
export function titleOf({ title, id }: PaperRecord): string {
  return plain(title ?? '') || plain(id);
}

/** Where the paper can be read, or its code; http(s) only. */
export function linkOf(paper: PaperRecord): string | undefined {
  const { id, aliases = [], codeUrl } = paper;
  const [address] = [leadOf(paper), id, ...aliases].flatMap((one) => addressOf(one) ?? []);
  return webAddress(address) ?? webAddress(codeUrl);
}

/** The address as a browser writes it, so that it holds no space, quote or angle bracket. */
function webAddress(address: string | undefined): string | undefined {
  if (!address || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href.replace(/["<>\s]/g, encodeURIComponent);
}

/** Authors and year in short, as far as they are known: "First Author et al., 2025". */
export function sourceOf(paper: PaperRecord): string {
  const { authorCount, publishedAt } = paper;
  const authors = authorNames(paper).map(plain);
  const year = /^\d{4}/.exec(publishedAt ?? '')?.[0] ?? '';
  const [first = '', second = ''] = authors;
  const count = Math.max(authors.length, authorCount);
  const isPair = count === 2 && second !== '';
  const several = isPair ? text('shareTwoAuthors', first, second) : text('shareEtAl', first);
  const names = count > 1 && first ? several : first;
  return [names, year].filter(Boolean).join(', ');
}

/** One line without characters that nobody can see, which XML does not allow either. */
export function plain(value: string): string {
  return tidy(value.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' '));
}

/** As CommonMark says, a backslash makes punctuation plain; only what could mean something gets one. */
export function markdownText(value: string): string {
  return value.replace(/[\\`*_[\]<>|~&]|(?<=\])\(/g, '\\$&');
}

/** What could end the address, or begin something else, in its coded form. */
function markdownAddress(address: string): string {
  return address
    .replace(/[()[\]\\`|]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text or the value of an attribute, in HTML and in XML. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
