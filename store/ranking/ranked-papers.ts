import type { PaperId } from '../../papers/paper';
import type { RankedPaper } from '../../papers/ranking/features';
import { byIds, byIdsOrAliases } from '../database/by-id';
import { withDatabase } from '../database/with-database';

/** What is looked at of a stored paper, and how it stands. */
export interface StoredPaper extends RankedPaper {
  readonly id: PaperId;
  readonly day: string;
}

/**
 * What the ranker looks at of some papers.
 * @returns By the ids asked, aliases among them; those not stored are left out.
 * @throws StoreError
 */
export function readRanked(ids: readonly PaperId[]): Promise<Map<PaperId, StoredPaper>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['papers', 'details']);
    const records = await byIdsOrAliases(transaction.objectStore('papers'), ids);
    const own = [...records.values()].map(({ id }) => id);
    const details = await byIds(transaction.objectStore('details'), own);
    return new Map(
      [...records].map(([asked, record]) => {
        const { id, day, title, authors, organization, codeUrl, codeStars, sites, upvotes } =
          record;
        const of = { title, authors, organization, codeUrl, codeStars, sites, upvotes };
        return [asked, { id, day, ...of, abstract: details.get(id)?.abstract }];
      }),
    );
  });
}
