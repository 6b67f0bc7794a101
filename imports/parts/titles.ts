import { tidy } from '../../papers/text';
import { plainText } from './html';

/** What sites put around the titles of their pages. */
const before = /^(?:\[[\w.\-/]+\]\s+|\([\w.]+\)\s+|Paper page - |PDF\s+)+/;
const after =
  /\s+(?:-|–|\||·)\s+(?:ScienceDirect|OpenReview|arXiv(?:\.org)?|ACL Anthology|Hugging Face|alphaXiv|SpringerLink|IEEE Xplore|PubMed|Semantic Scholar|PMC|Nature|ACM Digital Library)$/i;

/** What links are called by what they lead to, and not by what is there. */
const label =
  /^(?:\W*(?:arxiv|pdf|link|paper|abs(?:tract)?|html|doi|here|url|openreview|acl|code|web ?page|ref(?:erence)?s?|source|preprint)\W*|(?:doi:\s*)?10\.\d{4,9}\/\S+)$/i;

/**
 * The title of a page as that of the paper on it: without the id in front and the site's name behind.
 * @param address Where it is; a title that only says that is none.
 * @returns `undefined` where nothing of a title is left, or a mere number or site's name.
 */
export function titleOfPage(title: string | undefined, address = ''): string | undefined {
  const plain = tidy(title ?? '');
  if (/^https?:\/\//i.test(plain) || plain === address || /<\p{L}+>$/u.test(plain))
    return undefined;
  const bare = tidy(plain.replace(before, '').replace(after, ''));
  if (/^[\d\s.v/_-]*$/.test(bare) || /^(?:arxiv[:\s]*)?\d{4}\.\d{4,5}/i.test(bare))
    return undefined;
  return /^[\w-]+\.(?:pdf|html?)$/i.test(bare) || label.test(bare) ? undefined : bare;
}

/** A title that may be HTML, as Zotero and Paperpile have them: markup goes, what it stands around stays. */
export function titleText(title: string | undefined): string | undefined {
  if (!title) return undefined;
  const plain = /<\/?(?:i|b|em|strong|sub|sup|span|sc)\b|&(?:\w+|#\d+);/i.test(title)
    ? plainText(title)
    : title;
  return tidy(plain) || undefined;
}

/** What two spellings of one title have in common. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\p{M}$\\{}_^]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
