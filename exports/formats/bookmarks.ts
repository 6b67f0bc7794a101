import { type ExportFormat, onePerPaper } from '../format';
import { block, extraOf, line, type OutgoingPaper, urlOf } from '../outgoing';
import { escapeHtml } from '../share';

/**
 * Bookmarks as every browser reads them
 * (https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)).
 * A paper without an address has no place there.
 */
export const bookmarks: ExportFormat = {
  id: 'bookmarks',
  extension: 'html',
  mediaType: 'text/html',
  carries: ['notes', 'tags', 'status', 'rest'],
  write: (papers, { title }) => {
    const name = escapeHtml(line(title));
    return onePerPaper(papers, {
      before: `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>${name}</TITLE>\n<H1>${name}</H1>\n<DL><p>\n`,
      after: '</DL><p>\n',
      paper: bookmark,
    });
  },
};

function bookmark(paper: OutgoingPaper): string | undefined {
  const url = urlOf(paper);
  if (!url) return undefined;
  const bag = extraOf(paper, 'bookmarks');
  const names = [
    ...(paper.tags?.map((tag) => line(tag).replace(/,/g, ' ').replace(/ +/g, ' ')) ?? []),
    ...(typeof bag.archived === 'string' && paper.status === 'read' ? [bag.archived] : []),
  ];
  const toRead = paper.status === 'unread' ? '1' : bag.toread;
  const attributes = [
    ['HREF', url],
    ['ADD_DATE', paper.savedAt === undefined ? '' : String(Math.trunc(paper.savedAt / 1000))],
    ['TOREAD', typeof toRead === 'string' ? toRead : ''],
    ['TAGS', names.join(',')],
    ...Object.entries(bag).flatMap(([name, value]) => ownAttribute(name, value)),
  ].flatMap(([name, value = '']) => (value ? `${name}="${escapeHtml(value)}"` : []));
  const title = escapeHtml(line(paper.title ?? '') || paper.id);
  const words = wordsOf(paper, bag.description);
  const note = words ? `<DD>${escapeHtml(words)}\n` : '';
  return `<DT><A ${attributes.join(' ')}>${title}</A>\n${note}`;
}

/** What a file said of a bookmark beside that: `PRIVATE`, `LAST_MODIFIED`, `SHORTCUTURL`. */
function ownAttribute(name: string, value: unknown): readonly (readonly [string, string])[] {
  const isOwn = /^[a-z][a-z_-]{1,40}$/.test(name) && !/^(?:on.*|href|style)$/.test(name);
  const isTold = ['archived', 'toread', 'description'].includes(name);
  return isOwn && !isTold && typeof value === 'string' ? [[name.toUpperCase(), line(value)]] : [];
}

/** The note; where linkding told it apart from what the page says of itself, as it does. */
function wordsOf({ note }: OutgoingPaper, description: unknown): string {
  const own = note ? block(note) : '';
  if (typeof description !== 'string') return own;
  return `${block(description)}\n\n[linkding-notes]\n${own}\n[/linkding-notes]`;
}
