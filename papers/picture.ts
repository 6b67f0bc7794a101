import type { Paper } from './paper';

/**
 * The address of a paper's picture, if it is one of the site's own: whatever else a page or a backup
 * names may be anybody's, who would learn of the reader.
 */
export function pictureOf({ thumbnailUrl }: Pick<Paper, 'thumbnailUrl'>): string | undefined {
  if (thumbnailUrl === undefined || !URL.canParse(thumbnailUrl)) return undefined;
  const { protocol, hostname } = new URL(thumbnailUrl);
  const isOwn = protocol === 'https:' && /(^|\.)huggingface\.co$/.test(hostname);
  return isOwn ? thumbnailUrl : undefined;
}
