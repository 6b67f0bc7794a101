import type { Digest } from './digest';
import { asMarkdown, markdownText } from './share';

/** A digest as Markdown: a heading, and for each part a heading with a list. Empty parts are left out. */
export function digestAsMarkdown({ title, parts }: Pick<Digest, 'title' | 'parts'>): string {
  const written = parts
    .filter(({ papers }) => papers.length > 0)
    .map(({ heading, papers, more }) => {
      const list = [asMarkdown(papers), ...(more ? [`- ${markdownText(more)}`] : [])].join('\n');
      return `## ${markdownText(heading)}\n\n${list}\n`;
    });
  return [`# ${markdownText(title)}\n`, ...written].join('\n');
}
