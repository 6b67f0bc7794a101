import { type ExportFormat, onePerPaper } from '../format';
import { block, givenFirst, line, type OutgoingPaper, personsOf, urlOf, yearOf } from '../outgoing';
import { markdownText } from '../share';
import { tagSlug } from './tag-slug';

/** `[ ]`, `[/]` and `[x]`, as Obsidian's task plugins have them. */
const boxes = { unread: '[ ]', reading: '[/]', read: '[x]' };

/** One Markdown file: a task a paper, its note indented below it. */
export const markdown: ExportFormat = {
  id: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  carries: ['notes', 'tags', 'status'],
  write: (papers, { title }) =>
    onePerPaper(papers, { before: `# ${markdownText(line(title))}\n\n`, paper: task }),
};

function task(paper: OutgoingPaper): string {
  const title = markdownText(line(paper.title ?? '') || paper.id);
  const url = urlOf(paper)?.replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const names = personsOf(paper).map(givenFirst);
  const by = names.length > 2 ? `${names[0]} et al.` : names.join(', ');
  const source = [by, yearOf(paper)].filter(Boolean).join(', ');
  const parts = [
    `- ${boxes[paper.status ?? 'unread']} ${url ? `[${title}](${url})` : title}`,
    source && `(${markdownText(source)})`,
    ...(paper.tags ?? []).map((tag) => `#${tagSlug(tag)}`),
  ];
  const head = parts.filter(Boolean).join(' ');
  return `${[head, ...(paper.note ? indented(block(paper.note)) : [])].join('\n')}\n`;
}

function indented(note: string): readonly string[] {
  return note.split('\n').map((text) => (text.trim() ? `  ${text}` : ''));
}
