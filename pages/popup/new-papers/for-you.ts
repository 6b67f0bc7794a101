import type { PaperId } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import { listForYou } from '../../../store/ranking/for-you';
import { recordsOf } from '../../../store/records/queries';
import type { Likely } from '../../shared/likely/likely';
import type { Listing, Source } from '../list/sources';
import { readUndecided } from '../list/undecided';
import { holds } from '../search/found-papers';

/** Where a list in the order "for you" goes on: all of it was put in order with its first page. */
class Rest {
  constructor(
    readonly ids: readonly PaperId[],
    readonly widening: ReadonlySet<PaperId>,
  ) {}
}

/** Reads a page of the undecided papers, in the order that the reader has chosen. */
export async function readNew(likely: Likely, size: number, after?: unknown): Promise<Listing> {
  await likely.ready;
  const isForYou = after === undefined ? likely.newOrder === 'forYou' : after instanceof Rest;
  if (!isForYou) return readUndecided(size, after);
  const widens = likely.options.value?.widens !== false;
  const { ids, widening } = after instanceof Rest ? after : await listForYou(Date.now(), widens);
  const rest = ids.slice(size);
  const papers = await recordsOf(ids.slice(0, size));
  return {
    // What was decided on since it was put in order is not new.
    papers: papers.filter(isListed),
    widening,
    ...(rest.length && { next: new Rest(rest, widening) }),
  };
}

function isListed({ state, sortAt }: PaperRecord): boolean {
  return (state === 'new' || state === 'seen') && sortAt >= 0;
}

/**
 * Such a list after some papers have changed: each stays in its place until it is decided on.
 * @returns `undefined` where the whole list, or one that it lacks, has to be read.
 */
export function withChanged(
  source: Source,
  { papers, ...rest }: Listing,
  changed: ReadonlySet<string>,
  records: ReadonlyMap<string, PaperRecord>,
): Listing | undefined {
  const isHeld = (id: string) => {
    const record = records.get(id);
    return record !== undefined && holds(source, record);
  };
  const known = new Set(papers.map(({ id }) => id));
  const isWhole = rest.next === undefined;
  if (isWhole && [...changed].some((id) => !known.has(id) && isHeld(id))) return undefined;
  const left = papers.filter(({ id }) => !changed.has(id) || isHeld(id));
  return { ...rest, papers: left.map((paper) => records.get(paper.id) ?? paper) };
}
