import type { PaperId } from '../../papers/paper';
import { recordOf } from '../../papers/past';
import type { PaperRecord } from '../../papers/record';
import { connection } from '../database/connection';

/** What is left of some papers that have shrunk, as records, by the ids or aliases asked. */
export async function pastRecords(
  ids: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, PaperRecord>> {
  const { store } = (await connection()).transaction('past');
  const rows = await Promise.all(
    ids.map(async (id) => (await store.get(id)) ?? (await store.index('alias').get(id))),
  );
  return new Map(
    ids.flatMap((id, at) => {
      const past = rows[at];
      return past ? [[id, recordOf(past)] as const] : [];
    }),
  );
}
