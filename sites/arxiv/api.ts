import { exactArxivId, exactDoi } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import { present, tidy } from '../text';
import { eachWithin, feedParts, termsIn, within } from './atom';

/** The origin of arXiv's API, which is a permission of its own. https://info.arxiv.org/help/api/user-manual.html */
export const arxivApiPermission = 'https://export.arxiv.org/*';

/**
 * The address that tells of some papers.
 * @param ids Well formed and without a version: one that is not makes the whole answer an error.
 */
export function arxivApiAddress(ids: readonly string[]): string {
  const list = ids.map(encodeURIComponent).join(',');
  return `https://export.arxiv.org/api/query?id_list=${list}&max_results=${ids.length}`;
}

/**
 * Reads the answer of that address, newest versions with their numbers. What arXiv cannot answer it answers with an
 * entry whose title is "Error" and whose id is no paper's.
 * @returns `error` for that one; `undefined` where the answer is no feed.
 */
export function readArxivApi(xml: string): readonly Paper[] | 'error' | undefined {
  const parts = feedParts(xml);
  if (!parts) return undefined;
  const isError = (entry: string) => /\/api\/errors\b/.test(within(entry, 'id') ?? '');
  if (parts.entries.some(isError)) return 'error';
  return parts.entries.flatMap((entry) => paperOf(entry) ?? []);
}

/** An id that arXiv does not know has, if any, an entry without a title. */
function paperOf(entry: string): Paper | undefined {
  const [, id = ''] = /\/abs\/(\S+)$/.exec((within(entry, 'id') ?? '').trim()) ?? [];
  const identity = exactArxivId(id);
  const title = tidy(within(entry, 'title'), limits.title);
  if (!identity || !title) return undefined;
  const authors = eachWithin(entry, 'name', limits.names).flatMap(
    (name) => tidy(name, limits.name) ?? [],
  );
  const doi = exactDoi((within(entry, 'arxiv:doi') ?? '').trim().split(/\s/)[0] ?? '')?.id;
  const [publishedAt, revisedAt] = [dayIn(entry, 'published'), dayIn(entry, 'updated')];
  return present<Paper>({
    ...identity,
    aliases: doi && doi !== identity.id ? [doi] : undefined,
    title,
    authors: authors.length ? authors : undefined,
    abstract: tidy(within(entry, 'summary'), limits.abstract),
    publishedAt,
    revisedAt: revisedAt && publishedAt && revisedAt > publishedAt ? revisedAt : undefined,
    pdfUrl: `https://arxiv.org/pdf/${identity.id.slice('arxiv:'.length)}`,
    venue: tidy(within(entry, 'arxiv:journal_ref'), limits.title),
    authorsComment: tidy(within(entry, 'arxiv:comment'), limits.abstract),
    categories: categoriesIn(entry),
  });
}

/** The primary one first, whatever their order. */
function categoriesIn(entry: string): string[] | undefined {
  const terms = termsIn(entry);
  const primary = /<arxiv:primary_category\s[^>]*term=["']([^"']{2,20})["']/.exec(entry)?.[1];
  return primary && terms ? [...new Set([primary, ...terms])] : terms;
}

function dayIn(entry: string, tag: string): string | undefined {
  return /^\s*(\d{4}-\d\d-\d\d)T/.exec(within(entry, tag) ?? '')?.[1];
}
