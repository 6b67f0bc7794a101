import { type ExportFormat, onePerPaper } from '../format';
import { type OutgoingPaper, urlOf } from '../outgoing';
import { tagSlug } from './tag-slug';

/** How many tags PaperMemory's own import takes (src/shared/js/utils/parsers.js, `addPaperToMemory`). */
const mostTags = 5;

/** The list that PaperMemory's options page imports: `[{url, tags?, codeLink?}]`. */
export const paperMemory: ExportFormat = {
  id: 'papermemory-list',
  extension: 'json',
  mediaType: 'application/json',
  carries: ['tags'],
  write: (papers) =>
    onePerPaper(papers, { before: '[\n', between: ',\n', after: '\n]\n', paper: entry }),
};

function entry(paper: OutgoingPaper): string | undefined {
  const url = urlOf(paper);
  if (!url) return undefined;
  const tags = [...new Set(paper.tags?.map(tagSlug))].slice(0, mostTags);
  return JSON.stringify({ url, tags: tags.length ? tags : undefined, codeLink: paper.codeUrl });
}
