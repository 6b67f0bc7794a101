import { lexer, type Token, type Tokens } from 'marked';
import type { Status } from '../../papers/paper';
import { entryOfMention } from '../formats/text';
import type { Parsed, Steps } from '../types';
import { entryOf } from './entry';
import { linkedPaper } from './ids';
import { type MarkdownPiece, markdownPieces } from './markdown-pieces';
import { mentionsIn, piecesOf } from './mentions';
import { titleOfPage } from './titles';

/** Where in a document something stands. */
interface Spot {
  readonly line: number;
  /** The nearest heading. */
  readonly heading: string;
  /** Whether what is mentioned in passing counts. */
  readonly takesMentions: boolean;
}

/**
 * Finds the papers of a Markdown list: an item that links to one is an entry, with the box before it as the status,
 * hash tags behind it as tags, and the rest of the item as the note; so is a row of a table. Elsewhere links and
 * ids count by themselves, unless the text is one note of many. Nothing in code or comments counts.
 */
export function* markdownEntries(text: string, firstLine: number, isInVault: boolean): Steps {
  let heading = '';
  let isTitled = false;
  for (const piece of markdownPieces(text)) {
    let line = firstLine + piece.line - 1;
    for (const token of tokensOf(piece)) {
      if (token.type === 'heading') {
        const isTitle = token.depth === 1 && !isTitled;
        isTitled ||= token.depth === 1;
        heading = isTitle ? '' : plainOf(token.tokens ?? []);
      } else yield* entriesOf(token, { line, heading, takesMentions: !isInVault });
      line += token.raw.split('\n').length - 1;
    }
    yield undefined;
  }
}

/** A piece that the parser cannot take is a mere text. */
function tokensOf({ text, definitions, isPlain }: MarkdownPiece): Token[] {
  if (isPlain) return [{ type: 'text', raw: text, text }];
  try {
    return lexer(`${text}\n\n${definitions}`);
  } catch {
    return [{ type: 'text', raw: text, text }];
  }
}

function* entriesOf(token: Token, spot: Spot): Generator<Parsed, void> {
  if (token.type === 'list') {
    let { line } = spot;
    for (const item of (token as Tokens.List).items) {
      yield* ofItem(item, { ...spot, line });
      line += item.raw.split('\n').length - 1;
    }
  } else if (token.type === 'table') yield* ofTable(token as Tokens.Table, spot);
  else if (
    spot.takesMentions &&
    (token.type === 'paragraph' || token.type === 'text' || token.type === 'blockquote')
  )
    yield* mentionedIn(token, spot);
}

/** Boxes, and the words that Logseq has for them. */
const boxes: readonly (readonly [RegExp, Status])[] = [
  [/^(?:\[ \]|TODO|LATER)\s/, 'unread'],
  [/^(?:\[[/-]\]|DOING|NOW)\s/, 'reading'],
  [/^(?:\[[xX]\]|DONE)\s/, 'read'],
];

/** An item whose first lines link to a paper is that paper's; else those in it may be. */
function* ofItem(item: Tokens.ListItem, spot: Spot): Generator<Parsed, void> {
  const parts = item.tokens.filter(({ type }) => type !== 'checkbox' && type !== 'space');
  const [first, ...rest] = parts;
  const inline = first && 'tokens' in first ? ((first as Tokens.Text).tokens ?? []) : [];
  const found = linkIn(inline);
  if (!first || first.type === 'list' || !found) {
    if (first && first.type !== 'list') yield* mentionedIn(first, { ...spot, takesMentions: true });
    for (const part of first?.type === 'list' ? parts : rest) yield* entriesOf(part, spot);
    return;
  }
  const { link, before, behind } = found;
  const { tags, text } = takenFrom(behind);
  const below = rest
    .map(({ raw }) => raw)
    .join('')
    .trim();
  yield* entryOf({
    line: spot.line,
    key: link.text.slice(0, 200),
    isLink: true,
    claims: { addresses: [link.href] },
    title: titleOfPage(labelOf(link), link.href),
    tags,
    folders: [spot.heading],
    note: withoutLogseqs(
      [wordsBefore(before), text, withoutIndent(below, item.raw)].filter(Boolean).join('\n\n'),
    ),
    status: statusOf(item),
  });
}

function statusOf({ task, checked, raw }: Tokens.ListItem): Status | undefined {
  if (task) return checked ? 'read' : 'unread';
  const text = raw.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '');
  return boxes.find(([box]) => box.test(text))?.[1];
}

function isPaperLink(token: Token): token is Tokens.Link {
  return token.type === 'link' && linkedPaper((token as Tokens.Link).href) !== undefined;
}

/** The first link to a paper, be it emphasised, with what stands before and behind it. */
function linkIn(
  tokens: readonly Token[],
): { readonly link: Tokens.Link; readonly before: string; readonly behind: string } | undefined {
  for (const [at, token] of tokens.entries()) {
    const isWrapped = ['strong', 'em', 'del'].includes(token.type) && 'tokens' in token;
    const inner = isWrapped ? linkIn(token.tokens ?? []) : undefined;
    const found = isPaperLink(token) ? { link: token, before: '', behind: '' } : inner;
    if (!found) continue;
    const raw = (list: readonly Token[]) => list.map((one) => one.raw).join('');
    return {
      link: found.link,
      before: raw(tokens.slice(0, at)) + found.before,
      behind: found.behind + raw(tokens.slice(at + 1)),
    };
  }
  return undefined;
}

/** What an item says before its link, without box and what leads to the link. */
function wordsBefore(before: string): string {
  return before
    .replace(/^\s*(?:\[[ xX/-]\]|TODO|LATER|DOING|NOW|DONE)\s+/, '')
    .replace(/(?<![\s([:;,–—-])[\s([:;,–—-]+$/, '')
    .replace(/^[\s([:;,–—-]+$/, '')
    .trim();
}

/** Logseq's own lines about a block are no words of the reader's. */
function withoutLogseqs(note: string): string | undefined {
  return (
    note.replace(/^[ \t]*(?:collapsed|id|heading|background-color):: .*(?:\n|$)/gm, '').trim() ||
    undefined
  );
}

/** A label in which maths and signs stand as they were written. */
function labelOf({ raw, text, tokens }: Tokens.Link): string {
  const label = /^\[((?:\\.|[^\\\]])*)\]/s.exec(raw)?.[1];
  if (label === undefined) return text;
  return /\$/.test(label) ? label : plainOf(tokens);
}

/** What stands behind a link: who and when in parentheses, hash tags, and words. */
function takenFrom(behind: string): { readonly tags: string[]; readonly text: string } {
  const found = behind.matchAll(
    /(?<=^|\s)#(?:\[\[([^\]\n]{1,100})\]\]|([\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*))/gu,
  );
  const tags = [...found].map(([, page, tag]) => page ?? tag ?? '');
  const text = behind
    .replace(/(?<=^|\s)#\[\[[^\]\n]{1,100}\]\]/g, '')
    .replace(/(?<=^|\s)#[\p{L}\p{N}_/-]+/gu, '')
    .replace(/^\s*\([^()]*(?:1[89]|20)\d\d[a-z]?\)/, '')
    .replace(/^[\s:;,.)\]–—-]+/, '');
  return { tags, text: text.trim() };
}

/** The lines below an item stand under its text. */
function withoutIndent(text: string, raw: string): string {
  const width = /^(\s*(?:[-*+]|\d+[.)])\s+)/.exec(raw)?.[1]?.length ?? 2;
  const lines = text.split('\n');
  const isIndented = lines.slice(1).every((line) => !line.trim() || /^\s{2}/.test(line));
  return (isIndented ? lines.map((line) => line.replace(new RegExp(`^ {0,${width}}`), '')) : lines)
    .join('\n')
    .trim();
}

function* ofTable({ rows }: Tokens.Table, spot: Spot): Generator<Parsed, void> {
  for (const [number, cells] of rows.entries()) {
    const at = cells.findIndex(({ tokens }) => tokens.some(isPaperLink));
    const link = cells[at]?.tokens.find(isPaperLink);
    const line = spot.line + number + 2;
    const others = cells.filter((_, place) => place !== at).map(({ text }) => text.trim());
    if (!link) {
      for (const { text } of cells)
        for (const mention of mentionsIn(text))
          yield* entryOfMention(mention, line, { folders: [spot.heading] });
      continue;
    }
    yield* entryOf({
      line,
      key: link.text.slice(0, 200),
      isLink: true,
      claims: { addresses: [link.href] },
      title: titleOfPage(labelOf(link), link.href),
      folders: [spot.heading],
      note: others.filter(Boolean).join('\n\n').replace(/\\\|/g, '|') || undefined,
    });
  }
}

/** Links and ids in running text, those in code left out. */
function* mentionedIn(token: Token, spot: Spot): Generator<Parsed, void> {
  const more = { folders: [spot.heading] };
  if (token.type === 'code' || token.type === 'codespan' || token.type === 'html') return;
  if (token.type === 'link') {
    const { href } = token as Tokens.Link;
    const title = titleOfPage(labelOf(token as Tokens.Link), href);
    const [mention] = mentionsIn(href);
    if (mention)
      yield* entryOfMention(mention, spot.line, { ...more, ...(title ? { title } : {}) });
  } else if ('tokens' in token && token.tokens)
    for (const part of token.tokens) yield* mentionedIn(part, spot);
  else
    for (const piece of piecesOf(token.raw))
      for (const mention of mentionsIn(piece)) yield* entryOfMention(mention, spot.line, more);
}

function plainOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens
        ? plainOf(token.tokens)
        : 'text' in token
          ? String(token.text)
          : token.raw,
    )
    .join('');
}
