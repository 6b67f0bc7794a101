import { inSlices } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { leastAlike, likenessTo } from '../../papers/ranking/alike';
import { TraitReader } from '../../papers/ranking/features';
import type { PaperRecord } from '../../papers/record';
import { withDatabase } from '../database/with-database';
import { listWaitingIds } from '../deck/waiting-papers';
import { recordsOf } from '../records/queries';
import { readKnowledge } from './learned';
import { readRanked, type StoredPaper } from './ranked-papers';

/** How many of each kind are told. */
const most = 5;
/** How many papers are read at once. */
const atOnce = 40;

/** The papers that are most like another one, the likest first. */
export interface AlikePapers {
  /** Of those that wait for a decision. */
  readonly fresh: readonly PaperRecord[];
  /** Of the reader's own list. */
  readonly own: readonly PaperRecord[];
  /** Whether all was looked through. */
  readonly isDone: boolean;
}

/**
 * Looks through what waits for a decision and then through the reader's own list for papers like one. All of it is
 * read, in slices, so that nothing that is kept prepared has to grow for it.
 * @param now ms since the epoch.
 * @param tell Told of the likest so far, whenever others are.
 * @throws StoreError
 */
export async function findAlike(
  id: PaperId,
  now: number,
  tell: (found: AlikePapers) => void,
  signal?: AbortSignal,
): Promise<void> {
  const [{ weights }, papers] = await Promise.all([readKnowledge(), readRanked([id])]);
  const paper = papers.get(id);
  if (!paper) return tell({ fresh: [], own: [], isDone: true });
  const reader = new TraitReader();
  // Two papers are not alike for having been met on one site.
  const traitsOf = (one: StoredPaper) => reader.read({ ...one, sites: [] });
  const likeness = likenessTo(weights, traitsOf(paper));
  const look = async (ids: readonly PaperId[], found: (best: PaperId[]) => Promise<void>) => {
    let best: { readonly id: PaperId; readonly is: number }[] = [];
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = [...(await readRanked(ids.slice(from, from + atOnce))).values()];
      const before = best;
      const work = (at: number) => {
        const other = some[at];
        if (!other || other.id === paper.id) return;
        const is = likeness(traitsOf(other));
        if (is < leastAlike || is <= (best[most - 1]?.is ?? 0)) return;
        best = [...best, { id: other.id, is }].sort((x, y) => y.is - x.is).slice(0, most);
      };
      if (!(await inSlices(some.length, work, [signal], 1))) return false;
      if (best !== before) await found(best.map((one) => one.id));
    }
    return true;
  };
  let found: AlikePapers = { fresh: [], own: [], isDone: false };
  const show = async (more: Partial<AlikePapers>) => {
    found = { ...found, ...more };
    if (!signal?.aborted) tell(found);
  };
  const isFresh = await look(await listWaitingIds(now), async (ids) =>
    show({ fresh: await recordsOf(ids) }),
  );
  const isOwn =
    isFresh &&
    (await look(await listSavedIds(), async (ids) => show({ own: await recordsOf(ids) })));
  if (isOwn) await show({ isDone: true });
}

/** The newest first. */
async function listSavedIds(): Promise<PaperId[]> {
  return (
    await withDatabase((database) => database.getAllKeysFromIndex('papers', 'list'))
  ).reverse();
}
