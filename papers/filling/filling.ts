import { exactArxivId, exactDoi } from '../ids';
import { isSaved } from '../paper';
import type { PaperRecord } from '../record';

/** How often all of them are asked in vain before nobody is asked any more. */
export const mostTries = 5;

/** A paper by its ids. */
export type Named = Pick<PaperRecord, 'id' | 'aliases'>;

/**
 * Tells whether too little is known of a saved paper, and there is an id by which others may know more: one that came as
 * a bare link has no title, or no author and nothing but what the link said.
 */
export function isToBeFilled(
  paper: Named & Pick<PaperRecord, 'state' | 'title' | 'authorCount'>,
): boolean {
  return isSaved(paper.state) && !(paper.title && paper.authorCount) && isAskable(paper);
}

function isAskable({ id, aliases = [] }: Named): boolean {
  return [id, ...aliases].some((one) => /^(?:arxiv|doi|acl):/.test(one));
}

/** The first id of arXiv that a paper has, without its scheme; `undefined` where it has none that is well formed. */
export function arxivOf({ id, aliases = [] }: Named): string | undefined {
  for (const one of [id, ...aliases]) {
    const [, value = ''] = /^arxiv:(.+)$/.exec(one) ?? [];
    const exact = exactArxivId(value)?.id;
    if (exact) return exact.slice('arxiv:'.length);
  }
  return undefined;
}

/**
 * The DOI that publishers gave a paper, in lower case. The ACL Anthology's are made of its ids, and given since 2012 and to
 * all before: https://aclanthology.org/info/development/
 */
export function publishedDoiOf({ id, aliases = [] }: Named): string | undefined {
  for (const one of [id, ...aliases]) {
    const [, scheme, value = ''] = /^(doi|acl):(.+)$/.exec(one) ?? [];
    const doi = scheme === 'acl' ? `10.18653/v1/${value.toLowerCase()}` : value;
    if (scheme && exactDoi(doi)?.id === `doi:${doi}`) return doi;
  }
  return undefined;
}

/** The DOI of a paper, else the one that arXiv gave it; https://info.arxiv.org/help/doi.html */
export function doiOf(paper: Named): string | undefined {
  const arxiv = arxivOf(paper);
  return publishedDoiOf(paper) ?? (arxiv && `10.48550/arxiv.${arxiv.toLowerCase()}`);
}

/** A repository that is named in running words: `Code is available at https://github.com/owner/name.` */
export function codeIn(abstract: string | undefined): string | undefined {
  const [, host, owner, name] =
    /(?<![\w.-])(?:https?:\/\/)?(?:www\.)?(git(?:hub|lab)\.com)\/([\w-]{1,60})\/([\w.-]{1,100})/i.exec(
      abstract ?? '',
    ) ?? [];
  const bare = name?.replace(/\.git$/i, '').replace(/[.-]+$/, '');
  return bare ? `https://${host?.toLowerCase()}/${owner}/${bare}` : undefined;
}
