import { isSaved } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import { tagKey } from '../../../papers/tag-key';
import { recordsOf } from '../../../store/records/queries';
import type { Filter, Listing, Source } from '../list/sources';

const chunk = 200;

/**
 * Reads a page of the papers that a search found, saved or not: it says itself which it looks among.
 * @param ids Of all of them, best match first.
 * @param after The `next` of the page before.
 * @throws StoreError
 */
export async function readFound(
  ids: readonly string[],
  filter: Filter,
  size: number,
  after: unknown = 0,
): Promise<Listing> {
  const papers: PaperRecord[] = [];
  let at = after as number;
  while (at < ids.length && papers.length < size) {
    const step = Math.min(chunk, size - papers.length);
    const records = await recordsOf(ids.slice(at, at + step));
    papers.push(...records.filter((record) => isWithin(record, filter)));
    at += step;
  }
  return at < ids.length ? { papers, next: at } : { papers };
}

/** Whether a paper is in a list; of what was searched only the search can tell. */
export function holds({ kind, filter }: Source, paper: PaperRecord): boolean {
  const { state, sortAt } = paper;
  if (kind === 'new') return (state === 'new' || state === 'seen') && sortAt >= 0;
  return isSaved(state) && isWithin(paper, filter);
}

function isWithin({ state, tags }: PaperRecord, filter: Filter): boolean {
  if (filter.state && state !== filter.state) return false;
  return filter.tag === undefined || tags.some((tag) => tagKey(tag) === filter.tag);
}
