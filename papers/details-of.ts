import type { Paper } from './paper';
import { defined, listedAuthors, type PaperDetails } from './record';

/** The part of a paper that the record does not hold. */
export function detailsOf(paper: Pick<Paper, 'id'> & Partial<Paper>): PaperDetails {
  const authors = paper.authors ?? [];
  return defined({
    id: paper.id,
    authors: authors.length > listedAuthors ? authors : undefined,
    abstract: paper.abstract,
    aiSummary: paper.aiSummary,
    aiKeywords: paper.aiKeywords,
    submittedBy: paper.submittedBy,
    projectUrl: paper.projectUrl,
    pdfUrl: paper.pdfUrl,
    venue: paper.venue,
    authorsComment: paper.authorsComment,
    categories: paper.categories,
    url: paper.url,
  });
}
