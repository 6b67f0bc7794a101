import { homeChoice } from '../../components/paper/home-choice';
import { openedAt } from '../../papers/homes';
import type { PaperRecord } from '../../papers/record';

/** Where a paper opens, as the reader chose; `undefined` when no page of it is known. */
export function addressFor(paper: PaperRecord): string | undefined {
  return openedAt(paper, homeChoice.value);
}
