import { inSlices } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { TraitReader } from '../../papers/ranking/features';
import { hintsOf } from '../../papers/ranking/hints';
import { teachingOf } from '../../papers/ranking/lessons';
import { Evidence, type Reason } from '../../papers/ranking/reasons';
import { withDatabase } from '../database/with-database';
import { readKnowledge } from './learned';
import { readRanked } from './ranked-papers';

/** How many of the papers decided on last are looked through for examples. */
const mostExamples = 1000;
/** How many rows of the log, and papers, are read at once. */
const atOnce = 100;

/**
 * Why a paper is likely for the reader, in examples of the reader's own. For one paper that is looked at: it reads the
 * papers decided on last.
 * @returns Nothing where there is no reason, or no such paper.
 * @throws StoreError
 */
export async function reasonsFor(id: PaperId, signal?: AbortSignal): Promise<Reason[]> {
  const [{ weights }, papers] = await Promise.all([readKnowledge(), readRanked([id])]);
  const paper = papers.get(id);
  if (!paper) return [];
  const hints = hintsOf(weights, paper, new TraitReader().read(paper));
  if (!hints.length) return [];
  const evidence = new Evidence(hints);
  const decided = [...(await decidedLast(paper.id))];
  for (let at = 0; at < decided.length; at += atOnce) {
    const some = decided.slice(at, at + atOnce);
    const read = await readRanked(some.map(([one]) => one));
    const work = (from: number) => {
      const [one, likes] = some[from] ?? [];
      const example = one === undefined ? undefined : read.get(one);
      if (one !== undefined && example && likes !== undefined)
        evidence.add({ id: one, paper: example, likes });
    };
    if (!(await inSlices(some.length, work, [signal], 1))) return [];
  }
  return evidence.reasonsFor(hints);
}

/** The papers decided on last, the newest first, and whether the reader liked them; without the one that is asked about. */
function decidedLast(besides: PaperId): Promise<Map<PaperId, boolean>> {
  return withDatabase(async (database) => {
    const found = new Map<PaperId, boolean>();
    let cursor = await database.transaction('decisions').store.openCursor(null, 'prev');
    while (cursor && found.size < mostExamples) {
      const { ids, undone = [] } = cursor.value;
      const teaching = teachingOf(cursor.value);
      if (teaching?.isDecision)
        for (const id of ids)
          if (id !== besides && !undone.includes(id) && !found.has(id))
            found.set(id, teaching.likes);
      cursor = await cursor.continue();
    }
    return found;
  });
}
