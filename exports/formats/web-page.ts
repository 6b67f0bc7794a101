import { type ExportFormat, onePerPaper } from '../format';
import { block, givenFirst, line, type OutgoingPaper, personsOf, urlOf, yearOf } from '../outgoing';
import { escapeHtml } from '../share';
import { noteHtml } from './note-html';

/** A page to print or to share: no script, nothing loaded from anywhere. */
export const webPage: ExportFormat = {
  id: 'web-page',
  extension: 'html',
  mediaType: 'text/html',
  carries: ['notes', 'tags', 'status', 'abstract'],
  write: (papers, { title }) => {
    const name = escapeHtml(line(title));
    return onePerPaper(papers, { before: head(name), after: '</main>\n</html>\n', paper: article });
  },
};

const style = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem}
article{border-top:1px solid;padding:.75rem 0;break-inside:avoid}h1{font-size:1.5rem}h2{font-size:1.1rem;margin:0}p{margin:.25rem 0}
a{color:inherit}.tags{font-size:.875rem}blockquote,.note{margin:.5rem 0;padding-inline-start:1rem;border-inline-start:2px solid}`;

function head(title: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!DOCTYPE html>
<html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
<main>
<h1>${title}</h1>
`;
}

function article(paper: OutgoingPaper): string {
  const title = escapeHtml(line(paper.title ?? '') || paper.id);
  const url = urlOf(paper);
  const names = personsOf(paper).map(givenFirst).join(', ');
  const source = [names, paper.venue && line(paper.venue), yearOf(paper)]
    .filter(Boolean)
    .join('. ');
  const parts = [
    `<h2 dir="auto">${url ? `<a href="${escapeHtml(url)}">${title}</a>` : title}${paper.starred ? ' ★' : ''}</h2>`,
    source && `<p dir="auto">${escapeHtml(source)}</p>`,
    paper.tags?.length &&
      `<p class="tags">${paper.tags.map((tag) => escapeHtml(`#${line(tag)}`)).join(' ')}</p>`,
    paper.abstract && `<p dir="auto">${escapeHtml(block(paper.abstract))}</p>`,
    paper.note && `<div class="note" dir="auto">${noteHtml(block(paper.note))}</div>`,
  ];
  return `<article>\n${parts.filter(Boolean).join('\n')}\n</article>\n`;
}
