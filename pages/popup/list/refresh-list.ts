import { isSaved, isUndecided } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import { recordsOf } from '../../../store/records/queries';
import { withChanged } from '../new-papers/for-you';
import { holds } from '../search/found-papers';
import type { SearchCache } from '../search/search-cache';
import type { Listing, Shown, Source } from './sources';

/**
 * Reads again what a list shows. Where the changed papers keep their places, only they are read.
 * The opened paper stays in its place while it is open, even if it has left the list, so that nobody loses the
 * paper they are working on.
 * @param search Knows where a search finds something else now.
 */
export async function refreshList(
  { source, listing: shown, changed, size, open }: Shown,
  search: Pick<SearchCache, 'isOutdated'>,
): Promise<Listing> {
  const patched = changed === 'all' ? undefined : await patch(source, shown, changed, search);
  const fresh = patched ?? (await source.read(Math.max(size, shown.papers.length)));
  const place = shown.papers.findIndex(({ id }) => id === open);
  if (!open || place === -1 || fresh.papers.some(({ id }) => id === open)) return fresh;
  const [kept] = await recordsOf([open]);
  if (!kept || !(isSaved(kept.state) || isUndecided(kept.state))) return fresh;
  return { ...fresh, papers: fresh.papers.toSpliced(place, 0, kept) };
}

async function patch(
  source: Source,
  shown: Listing,
  changed: ReadonlySet<string>,
  search: Pick<SearchCache, 'isOutdated'>,
): Promise<Listing | undefined> {
  if (changed.size === 0) return shown;
  const isSearch = source.kind === 'found';
  if (isSearch && (await search.isOutdated())) return undefined;
  const records = new Map((await recordsOf([...changed])).map((record) => [record.id, record]));
  if (shown.widening) return withChanged(source, shown, changed, records);
  const places = new Map(shown.papers.map((paper) => [paper.id, placeOf(paper)]));
  for (const id of isSearch ? [] : changed) {
    const record = records.get(id);
    const place = record && holds(source, record) ? placeOf(record) : undefined;
    const isSame = places.get(id) === place;
    if (!isSame && !(record && !places.has(id) && isBelow(record, shown))) return undefined;
  }
  return { ...shown, papers: shown.papers.map((paper) => records.get(paper.id) ?? paper) };
}

/** Whether a paper of a list stands below what of it was read. */
function isBelow(paper: PaperRecord, { papers, next }: Listing): boolean {
  const last = papers.at(-1);
  if (next === undefined || !last) return false;
  const isSeen = (one: PaperRecord) => (one.state === 'seen' ? 1 : 0);
  const order =
    isSeen(paper) - isSeen(last) || last.sortAt - paper.sortAt || (paper.id < last.id ? 1 : -1);
  return order > 0;
}

function placeOf({ state, sortAt }: PaperRecord): string {
  return `${isUndecided(state) ? state : 'saved'} ${sortAt}`;
}
