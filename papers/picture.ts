import { pictureHosts } from '../sites/links';
import { isOn } from './hosts';
import type { Paper } from './paper';

/**
 * The address of a paper's picture, if it is one of a site's own: whatever else a page or a backup
 * names may be anybody's, who would learn of the reader.
 */
export function pictureOf({ thumbnailUrl }: Pick<Paper, 'thumbnailUrl'>): string | undefined {
  if (thumbnailUrl === undefined || !URL.canParse(thumbnailUrl)) return undefined;
  const url = new URL(thumbnailUrl);
  return url.protocol === 'https:' && isOn(pictureHosts, url) ? thumbnailUrl : undefined;
}
