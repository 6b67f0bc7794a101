import { decoded, exactArxivId, type Identity } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Digest, PageAddress } from '../site';
import { tidy } from '../text';
import { arxivOrigins } from './hosts';

const origins = [...arxivOrigins.required, ...arxivOrigins.optional];

/** The path of an address on one of arXiv's hosts, decoded and without a `/` at its end; `undefined` elsewhere. */
function pathOf(url: URL): string | undefined {
  return origins.includes(url.origin) ? decoded(url.pathname).replace(/\/$/, '') : undefined;
}

/** A paper's abstract page. */
export const absPage: PageAddress = {
  name: 'arxiv/abs',
  label: 'kindArxivAbs',
  shows: 'paper',
  matches: (url) => namedPaper(url) !== undefined,
  digest: (url) => paperDigest('abs', namedPaper(url)),
};

/** A paper as a web page. */
export const htmlPage: PageAddress = {
  name: 'arxiv/html',
  label: 'kindArxivHtml',
  shows: 'paper',
  matches: (url) => namedPaper(url, 'html') !== undefined,
  digest: (url) => paperDigest('html', namedPaper(url, 'html')),
};

/** The paper that the page's address names; arXiv has no page under an address with more behind the id. */
export function namedPaper(url: URL, folder = 'abs'): Identity | undefined {
  const [, found, rest = ''] = /^\/(\w+)\/(.*)$/.exec(pathOf(url) ?? '') ?? [];
  return found === folder ? exactArxivId(rest) : undefined;
}

/** The digest of a paper's own page, by the folder that the page is in. */
export function paperDigest(folder: string, identity: Identity | undefined): Digest | undefined {
  return identity && { id: identity.id.replace(':', `:${folder}:`) };
}

/** An archive, a category, or a group of archives: `math`, `cs.CL`, `q-bio.NC`, `grp_physics`. */
const subject = '([a-z][\\w-]+(?:\\.[A-Za-z-]{2,})?)';
const newList = new RegExp(`^/list/${subject}/new$`);
const catchup = new RegExp(`^/catchup/${subject}/(\\d{4}-\\d\\d-\\d\\d)$`);
const list = new RegExp(`^/list/${subject}/(recent|pastweek|current|\\d{2}|\\d{4}(?:-?\\d\\d)?)$`);

/** The list of what was announced on a day, without the day. */
function announced(url: URL): string | undefined {
  const found = newList.exec(pathOf(url) ?? '')?.[1];
  return found && `arxiv:list:${found}`;
}

/** What was announced on a day: today's, which the page alone dates, or a former day's. */
export const newPage: PageAddress = {
  name: 'arxiv/new',
  label: 'kindArxivNew',
  shows: 'digest',
  matches: (url) => announced(url) !== undefined || caughtUp(url) !== undefined,
  digest: caughtUp,
  dated: announced,
};

function caughtUp(url: URL): Digest | undefined {
  const [, of, day] = catchup.exec(pathOf(url) ?? '') ?? [];
  return day ? { id: `arxiv:list:${of}:${day}` } : undefined;
}

/** A week, a month or a year of a subject, in parts; what it lists goes over many days. */
export const listPage: PageAddress = {
  name: 'arxiv/list',
  label: 'kindArxivList',
  shows: 'digest',
  matches: (url) => listed(url) !== undefined,
  digest: listed,
};

function listed(url: URL): Digest | undefined {
  const [, of, period] = list.exec(pathOf(url) ?? '') ?? [];
  return period ? { id: `arxiv:list:${of}:${period.replace('pastweek', 'recent')}` } : undefined;
}

/** What one author has on arXiv. */
export const authorPage: PageAddress = {
  name: 'arxiv/author',
  label: 'kindArxivAuthor',
  shows: 'digest',
  matches: (url) => author(url) !== undefined,
  digest: author,
};

/** An author is `smith_j_1` or an ORCID; `smith_j_1.atom` is a feed. */
function author(url: URL): Digest | undefined {
  const [, name] = /^\/a\/([\w-]+)$/.exec(pathOf(url) ?? '') ?? [];
  return name ? { id: `arxiv:author:${name}` } : undefined;
}

/** What the site's own search finds. */
export const searchPage: PageAddress = {
  name: 'arxiv/search',
  label: 'kindArxivSearch',
  shows: 'digest',
  matches: (url) => searched(url) !== undefined,
  digest: searched,
};

/** A plain search has one query, an advanced one several terms. */
function searched(url: URL): Digest | undefined {
  if (!/^\/search(?:\/[a-z-]+)?$/.test(pathOf(url) ?? '')) return undefined;
  const terms = [...url.searchParams]
    .filter(([name]) => /^(?:query|terms-\d+-term)$/.test(name))
    .map(([, value]) => value);
  const words = tidy(terms.join(' '), limits.name);
  return words ? { id: `arxiv:search:${words}` } : undefined;
}

/** What the reader would call a list by its digest's id: `cs.CL`, an author, the words of a search. */
export function listName(digest: string): string | undefined {
  return /^arxiv:(?:list:([^:]+)|(?:author|search):(.+)$)/.exec(digest)?.slice(1).find(Boolean);
}
