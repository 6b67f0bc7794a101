import type { Paper } from '../../papers/paper';
import { readPage } from './read';
import type { GeneralReading } from './reading';

/** What looking at a page once gives, as it travels to the popup. */
export interface Scanned extends Pick<GeneralReading, 'shows' | 'failed'> {
  readonly papers: readonly Paper[];
}

/** The most papers that are told of a page. */
const most = 2000;

/** Looks at a page, or a frame of one, once. Nothing of it is kept. */
export function scan(document: Document): Scanned {
  const { shows, papers, failed } = readPage(document, new URL(document.URL));
  return { shows, papers: papers.slice(0, most), failed };
}
