import { isOn } from '../../../papers/hosts';
import { urlIdentity } from '../../../papers/identity';
import { resolve } from '../../text';
import { readEmbedded } from '../embedded';
import type { Found, OwnReader } from '../reading';
import { listOf, pageOf, paperOf, textsOf } from './paper';

/** Proceedings without DOIs: each of its papers has a page and a PDF, which are one paper known by its page. */
interface Proceedings {
  readonly name: string;
  readonly reason: string;
  readonly hosts: readonly string[];
  /** The address of the page of the paper that an address is of; `undefined` of other pages. */
  readonly page: (url: URL) => URL | undefined;
  /** Links of a list that are titles, or lead to a paper's page. */
  readonly entries: string;
  /** The part of a list that is one entry. */
  readonly entry: string;
  readonly title?: string;
  readonly authors: string;
}

/** Makes the reader of proceedings. */
function reader({ name, reason, hosts, page, ...parts }: Proceedings): OwnReader {
  return {
    name,
    reason,
    matches: (url) => isOn(hosts, url),
    read: (document, url) => {
      const own = page(url);
      return own ? paperPage(document, url, own) : list(document, url, { page, ...parts });
    },
  };
}

/** What its tags say, under the id that the PDF has, too. */
function paperPage(document: Document, url: URL, own: URL): Found | undefined {
  const embedded = readEmbedded(document, url);
  if (!embedded || !('paper' in embedded)) return undefined;
  const { id } = embedded.paper.id.startsWith('url:') ? urlIdentity(own) : embedded.paper;
  return pageOf(
    { ...embedded.paper, id },
    document.querySelector<HTMLElement>('h1,h2,#papertitle,h4'),
  );
}

function list(
  document: Document,
  url: URL,
  {
    page,
    entries,
    entry,
    title,
    authors,
  }: Pick<Proceedings, 'page' | 'entries' | 'entry' | 'title' | 'authors'>,
): Found | undefined {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(entries)].slice(0, 10_000);
  return listOf(
    links.flatMap((link) => {
      const address = resolve(link.getAttribute('href'), url);
      const own = address && page(address);
      const element = link.closest<HTMLElement>(entry) ?? link;
      if (!own) return [];
      const heading = title ? element.querySelector(title) : link;
      const beside = element.nextElementSibling?.matches('dd')
        ? element.nextElementSibling
        : element;
      const people = textsOf(beside.querySelectorAll(authors)).flatMap((text) =>
        text.split(/,\s*/),
      );
      return {
        element,
        paper: paperOf(
          { ...urlIdentity(own), title: heading?.textContent ?? undefined, authors: people },
          url,
        ),
      };
    }),
  );
}

const withPath = (url: URL, pathname: string): URL =>
  Object.assign(new URL(url), { pathname, search: '', hash: '', protocol: 'https:' });

/** The Proceedings of Machine Learning Research. */
export const pmlr = reader({
  name: 'pmlr',
  reason:
    'Its lists link to pages without identifiers, and page and PDF have addresses of their own.',
  hosts: ['proceedings.mlr.press', 'jmlr.csail.mit.edu'],
  page: (url) => {
    const [, volume, paper] =
      /^\/(v\d+|r\d+)\/([\w-]+?)(?:\.html|\/[\w-]+\.pdf)$/.exec(url.pathname) ?? [];
    return paper && volume ? withPath(url, `/${volume}/${paper}.html`) : undefined;
  },
  entries: '.paper .links a, .paper a',
  entry: '.paper',
  title: '.title',
  authors: '.authors',
});

/** The Computer Vision Foundation's open access. */
export const cvf = reader({
  name: 'cvf',
  reason:
    'Its lists link to pages without identifiers, and page and PDF have addresses of their own.',
  hosts: ['openaccess.thecvf.com'],
  page: (url) => {
    const [, folder, paper] =
      /^\/(content[\w/]*)\/(?:html|papers)\/([\w.-]+?_paper)\.(?:html|pdf)$/.exec(url.pathname) ??
      [];
    return paper && folder ? withPath(url, `/${folder}/html/${paper}.html`) : undefined;
  },
  entries: 'dt.ptitle a',
  entry: 'dt.ptitle',
  authors: 'form.authsearch a',
});

const neuripsHosts = ['proceedings.neurips.cc', 'papers.nips.cc', 'papers.neurips.cc'];

/** NeurIPS' proceedings, under their three hosts, and those of ICLR and MLSys, which are built alike. */
export const neurips = reader({
  name: 'neurips',
  reason: 'Its lists link to pages without identifiers; page, PDF and three hosts have one paper.',
  hosts: [...neuripsHosts, 'proceedings.iclr.cc', 'proceedings.mlsys.org'],
  page: (url) => {
    const [, year, hash, track = ''] =
      /^\/paper(?:_files\/paper)?\/(\d{4})\/(?:hash|file)\/([\da-f]{20,40})-(?:Abstract|Paper|Supplemental|Metadata)((?:-[\w]+)*)\.(?:html|pdf|json)$/.exec(
        url.pathname,
      ) ?? [];
    if (!year || !hash) return undefined;
    const page = withPath(url, `/paper_files/paper/${year}/hash/${hash}-Abstract${track}.html`);
    if (isOn(neuripsHosts, url)) page.hostname = 'proceedings.neurips.cc';
    return page;
  },
  entries: 'li a[href*="-Abstract"]',
  entry: 'li',
  authors: 'i',
});
