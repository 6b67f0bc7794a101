import type { MessageKey } from '../../lib/text';
import { type Home, type HomeChoice, homesOf, opensFirst } from '../../papers/homes';
import type { PaperDetails, PaperRecord } from '../../papers/record';

/** A link to something of a paper's. */
export interface PaperLink {
  readonly name: MessageKey;
  readonly href: string;
}

/** What each place is called. */
export const homeNames: Readonly<Record<Home, MessageKey>> = {
  huggingface: 'linkHuggingFace',
  abs: 'linkArxiv',
  html: 'linkHtml',
  pdf: 'linkPdf',
  publisher: 'linkPublisher',
  alphaxiv: 'linkAlphaxiv',
  semanticScholar: 'linkSemanticScholar',
  scholar: 'linkScholar',
};

/**
 * Where the paper can be read: the one that opens first, then what the reader chose for the row, code and project, and apart from
 * those where else it is. http(s) addresses only.
 */
export function linksOf(
  paper: PaperRecord,
  details: PaperDetails | undefined,
  { homes, opensAt }: HomeChoice,
): { readonly row: readonly PaperLink[]; readonly elsewhere: readonly PaperLink[] } {
  const found = homesOf(paper, details);
  const opens = opensFirst(paper, found, opensAt);
  const link = (home: Home) => ({ name: homeNames[home], href: found.get(home) ?? '' });
  const inRow = [...found.keys()].filter((home) => home !== opens && homes.includes(home));
  const left = [...found.keys()].filter((home) => home !== opens && !homes.includes(home));
  const more: [MessageKey, string | undefined][] = [
    ['linkCode', paper.codeUrl],
    ['linkProject', details?.projectUrl],
  ];
  const own = more.flatMap(([name, href]) => (href && isWeb(href) ? [{ name, href }] : []));
  return {
    row: [...[...(opens ? [opens] : []), ...inRow].map(link), ...own],
    elsewhere: left.map(link),
  };
}

function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
