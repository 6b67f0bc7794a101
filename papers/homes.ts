import { addressOf } from './identity';
import { exactArxivId } from './ids';
import type { PaperId } from './paper';
import type { PaperDetails, PaperRecord } from './record';
import { leadOf, type Named } from './same/lead';

/** What is known of a paper that its addresses are made of. */
export type Housed = Named & Pick<PaperRecord, 'title'>;

interface Ids {
  /** The value of the first id of a scheme that the paper has. */
  readonly value: (scheme: string) => string | undefined;
  readonly all: readonly string[];
  readonly title: string | undefined;
  readonly pdf: string | undefined;
}

const asked = (address: string, words: string) => `${address}${encodeURIComponent(words)}`;

/** When arXiv began to make a page of HTML of each submission: https://info.arxiv.org/about/accessible_HTML.html */
const firstHtml = 2312;

/**
 * Where a paper is, by what it is called there, in the order in which it is shown. Each gives an address from the paper's ids
 * alone, without asking whether there is a page.
 *
 * Of arXiv: https://info.arxiv.org/help/arxiv_identifier_for_services.html; of Semantic Scholar: "Linking to Semantic Scholar" in
 * https://api.semanticscholar.org/api-docs/; of Google Scholar what arXiv's own pages link to.
 */
const table = {
  huggingface: ({ value }) => under('https://huggingface.co/papers/', value('arxiv')),
  abs: ({ value }) => under('https://arxiv.org/abs/', value('arxiv')),
  html: ({ value }) => {
    const id = value('arxiv') ?? '';
    return Number(/^(\d{4})\./.exec(id)?.[1]) >= firstHtml
      ? `https://arxiv.org/html/${id}`
      : undefined;
  },
  pdf: ({ value, pdf }) =>
    pdf ??
    under('https://arxiv.org/pdf/', value('arxiv')) ??
    under('https://openreview.net/pdf?id=', value('openreview')) ??
    under('https://aclanthology.org/', value('acl'), '.pdf'),
  publisher: ({ all }) => {
    const [published] = all.filter((id) => !id.startsWith('arxiv:'));
    return published && addressOf(published);
  },
  alphaxiv: ({ value }) => under('https://www.alphaxiv.org/abs/', value('arxiv')),
  semanticScholar: ({ value, title }) => {
    const [arxiv, doi, acl, pmid] = ['arxiv', 'doi', 'acl', 'pmid'].map(value);
    const known = under('arXiv:', arxiv) ?? doi ?? under('ACL:', acl) ?? under('PMID:', pmid);
    // `#` and `?` occur in DOIs and would end the path.
    if (known)
      return `https://api.semanticscholar.org/${encodeURI(known.toWellFormed()).replace(/[#?]/g, encodeURIComponent)}`;
    return title && asked('https://www.semanticscholar.org/search?q=', title);
  },
  scholar: ({ value, title }) => {
    const arxiv = value('arxiv');
    if (arxiv) return `https://scholar.google.com/scholar_lookup?arxiv_id=${arxiv}`;
    const words = title ? `"${title}"` : value('doi');
    return words && asked('https://scholar.google.com/scholar?q=', words);
  },
} satisfies Record<string, (ids: Ids) => string | undefined>;

/** A place where papers are. */
export type Home = keyof typeof table;
/** All of them, in the order in which they are shown. */
export const homes = Object.keys(table) as Home[];

/** What the reader chose of them. */
export interface HomeChoice {
  /** Which stand in the row of a paper's links. */
  readonly homes: readonly Home[];
  /** Which one opens; a paper that is not there opens at the first one that has it. */
  readonly opensAt: Home;
}

/** What is chosen as long as the reader has chosen nothing. */
export const usualHomes: HomeChoice = {
  homes: ['huggingface', 'abs', 'pdf', 'publisher'],
  opensAt: 'huggingface',
};

/**
 * Where a paper is. Web addresses only, each once, in the table's order.
 * @param details With what a page said of the PDF.
 */
export function homesOf(
  paper: Housed,
  details?: Pick<PaperDetails, 'pdfUrl'>,
): ReadonlyMap<Home, string> {
  const { id, aliases = [], title } = paper;
  const all = [...new Set([leadOf(paper), id, ...aliases])];
  const pdf = details?.pdfUrl;
  const ids: Ids = {
    all,
    title,
    pdf: pdf && /^https?:\/\//i.test(pdf) ? pdf : undefined,
    value: (scheme) => valueIn(all, scheme),
  };
  const found = new Map<Home, string>();
  for (const home of homes) {
    const address = table[home](ids);
    if (address && ![...found.values()].includes(address)) found.set(home, address);
  }
  return found;
}

/** The address that opens for a paper; `undefined` where nothing of it names one. */
export function openedAt(
  paper: Housed,
  { opensAt }: Pick<HomeChoice, 'opensAt'>,
): string | undefined {
  const found = homesOf(paper);
  const first = opensFirst(paper, found, opensAt);
  return first && found.get(first);
}

/**
 * The place that opens for a paper: where the copy is that the reader lets lead, else where papers are to open, else
 * the first that has it, a page before a PDF.
 * @param found What `homesOf` says of the paper.
 */
export function opensFirst(
  paper: Housed,
  found: ReadonlyMap<Home, string>,
  opensAt: Home,
): Home | undefined {
  const wanted = wantedPlace(paper, opensAt);
  const all = [...found.keys()];
  // A page says more of a paper than its PDF.
  return found.has(wanted) ? wanted : (all.find((home) => home !== 'pdf') ?? all[0]);
}

function wantedPlace(paper: Housed, opensAt: Home): Home {
  if (!paper.lead || leadOf(paper) !== paper.lead) return opensAt;
  if (!leadOf(paper).startsWith('arxiv:')) return 'publisher';
  return opensAt === 'publisher' ? 'abs' : opensAt;
}

const onArxiv: readonly (Home | undefined)[] = ['huggingface', 'abs', 'html', 'alphaxiv'];

/** Which of a paper's ids it opens as: the one that the reader lets lead, else the one whose place opens. */
export function opensAs(paper: Housed, { opensAt }: Pick<HomeChoice, 'opensAt'>): PaperId {
  const { id, aliases = [] } = paper;
  const isChosen = paper.lead !== undefined && leadOf(paper) === paper.lead;
  const first = opensFirst(paper, homesOf(paper), opensAt);
  if (isChosen || (first !== 'publisher' && !onArxiv.includes(first))) return leadOf(paper);
  const isArxiv = first !== 'publisher';
  return [id, ...aliases].find((one) => one.startsWith('arxiv:') === isArxiv) ?? id;
}

/** An id that came from a file may say anything behind its scheme: what is no id of arXiv's makes no address there. */
function valueIn(ids: readonly string[], scheme: string): string | undefined {
  const values = ids.flatMap((id) =>
    id.startsWith(`${scheme}:`) ? [id.slice(scheme.length + 1)] : [],
  );
  if (scheme === 'arxiv') return values.find((value) => exactArxivId(value));
  return values.find((value) => /^\S+$/.test(value));
}

function under(start: string, value: string | undefined, end = ''): string | undefined {
  return value && `${start}${value}${end}`;
}
