import type { Roundup } from './roundup';
import { asMarkdown, markdownText } from './share';

/** A roundup as Markdown: a heading, and for each part a heading with a list. Empty parts are left out. */
export function roundupAsMarkdown({ title, parts }: Pick<Roundup, 'title' | 'parts'>): string {
  const written = parts
    .filter(({ papers }) => papers.length > 0)
    .map(({ heading, papers, more }) => {
      const list = [asMarkdown(papers), ...(more ? [`- ${markdownText(more)}`] : [])].join('\n');
      return `## ${markdownText(heading)}\n\n${list}\n`;
    });
  return [`# ${markdownText(title)}\n`, ...written].join('\n');
}
