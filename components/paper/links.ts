import type { MessageKey } from '../../lib/text';
import { addressOf } from '../../papers/identity';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { pageOfPaper } from '../../papers/same/faces-of';

/** A link to something of a paper's. */
export interface PaperLink {
  readonly name: MessageKey;
  readonly href: string;
}

/** Where the paper can be read, in the order of use; http(s) addresses only. */
export function linksOf(paper: PaperRecord, details: PaperDetails | undefined): PaperLink[] {
  const { id, aliases = [] } = paper;
  const arxivId = [id, ...aliases].find((one) => one.startsWith('arxiv:'));
  const arxiv = arxivId?.slice('arxiv:'.length);
  const pdf = details?.pdfUrl ?? (arxiv && `https://arxiv.org/pdf/${arxiv}`);
  const links: [MessageKey, string | undefined][] = [
    ['linkPage', pageOfPaper(paper)],
    ['linkArxiv', arxivId && addressOf(arxivId)],
    ['linkPdf', pdf],
    ['linkCode', paper.codeUrl],
    ['linkProject', details?.projectUrl],
  ];
  return links.flatMap(([name, href]) => (href && isWeb(href) ? [{ name, href }] : []));
}

function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
