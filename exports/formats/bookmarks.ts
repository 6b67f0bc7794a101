import { type ExportFormat, onePerPaper } from '../format';
import { block, line, type OutgoingPaper, urlOf } from '../outgoing';
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
  carries: ['notes', 'tags', 'status'],
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
  const tags = paper.tags?.map((tag) => line(tag).replace(/,/g, ' ').replace(/ +/g, ' ')).join(',');
  const attributes = [
    `HREF="${escapeHtml(url)}"`,
    ...(paper.savedAt === undefined ? [] : [`ADD_DATE="${Math.trunc(paper.savedAt / 1000)}"`]),
    ...(paper.status === 'unread' ? ['TOREAD="1"'] : []),
    ...(tags ? [`TAGS="${escapeHtml(tags)}"`] : []),
  ];
  const title = escapeHtml(line(paper.title ?? '') || paper.id);
  const note = paper.note ? `<DD>${escapeHtml(block(paper.note))}\n` : '';
  return `<DT><A ${attributes.join(' ')}>${title}</A>\n${note}`;
}
