import type { MessageKey } from '../../lib/text';
import { addressOf, pageOf } from '../../papers/identity';
import type { PaperDetails, PaperRecord } from '../../papers/record';

/** A link to something of a paper's. */
export interface PaperLink {
  readonly name: MessageKey;
  readonly href: string;
}

/** Where the paper can be read, in the order of use; http(s) addresses only. */
export function linksOf(paper: PaperRecord, details: PaperDetails | undefined): PaperLink[] {
  const arxiv = /^arxiv:(.+)$/.exec(paper.id)?.[1];
  const pdf = details?.pdfUrl ?? (arxiv && `https://arxiv.org/pdf/${arxiv}`);
  const links: [MessageKey, string | undefined][] = [
    ['linkPage', pageOf(paper.id)],
    ['linkArxiv', arxiv && addressOf(paper.id)],
    ['linkPdf', pdf],
    ['linkCode', paper.codeUrl],
    ['linkProject', details?.projectUrl],
  ];
  return links.flatMap(([name, href]) => (href && isWeb(href) ? [{ name, href }] : []));
}

function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
