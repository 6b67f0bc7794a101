import { linksOf } from '../../components/paper/links';
import type { PaperRecord } from '../../papers/record';

/** Where a paper can be read; `undefined` when that is not known. */
export function addressFor(paper: PaperRecord): string | undefined {
  return linksOf(paper, undefined)[0]?.href;
}
