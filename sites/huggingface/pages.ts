import { decoded, exactArxivId, type Identity } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Digest, PageAddress } from '../site';
import { tidy } from '../text';
import { digestOf, pathUnderPapers, periodOf } from './period';

/** A kind of digest, by the beginning of its periods. */
function digest(
  kind: string,
  label: PageAddress['label'],
  start: string,
  others: (url: URL) => boolean = () => false,
): PageAddress {
  return {
    name: `huggingface/${kind}`,
    label,
    shows: 'digest',
    matches: (url) => periodOf(url)?.startsWith(start) ?? others(url),
    digest: (url) => {
      const period = periodOf(url);
      return period ? digestOf(period) : undefined;
    },
  };
}

/** One day's list. `/papers` alone goes to the period last viewed, so what it shows is known only once it is read. */
export const dayPage: PageAddress = {
  ...digest('day', 'kindHuggingfaceDay', 'day:', (url) => pathUnderPapers(url) === ''),
  dated: () => 'huggingface:day',
};

/** One ISO week's list. */
export const weekPage = digest('week', 'kindHuggingfaceWeek', 'week:');

/** One month's list. */
export const monthPage = digest('month', 'kindHuggingfaceMonth', 'month:');

/** The papers talked about most at the moment. */
export const trendingPage = digest('trending', 'kindHuggingfaceTrending', 'trending');

/** What the site's own search finds, everywhere or in a period. */
export const searchPage = digest('search', 'kindHuggingfaceSearch', 'search:');

/** One paper's own page. */
export const paperPage: PageAddress = {
  name: 'huggingface/paper',
  label: 'kindHuggingfacePaper',
  shows: 'paper',
  matches: (url) => namedPaper(url) !== undefined,
  digest: (url) => paperDigest(namedPaper(url)),
};

/** The paper that the address of its page names: by an id and nothing behind it. */
export function namedPaper(url: URL): Identity | undefined {
  return exactArxivId(decoded(pathUnderPapers(url) ?? ''));
}

/** The digest of a paper's own page. */
export function paperDigest(identity: Identity | undefined): Digest | undefined {
  if (!identity) return undefined;
  const { id } = identity;
  return { id: `huggingface:paper:${tidy(id.slice(id.indexOf(':') + 1), limits.name)}` };
}
