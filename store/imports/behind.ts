import type { Here } from '../../imports/plan/fate';
import { idsIn } from '../../imports/plan/groups';
import type { ImportedPaper } from '../../imports/types';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { mayJoin } from '../records/join';

/** The records that the ids of a paper of a file lead to. */
export interface Behind extends Required<Pick<Here, 'refused'>> {
  /** Mostly one or none, the first to be kept. */
  readonly own: readonly PaperRecord[];
}

/**
 * Finds what is here of a paper of a file, by any of its ids. A paper that it cannot be keeps its id: see `mayJoin`.
 * @param find The record of an id or an alias.
 */
export async function recordsOfImported(
  entry: ImportedPaper,
  find: (id: PaperId) => Promise<PaperRecord | undefined>,
): Promise<Behind> {
  const own: PaperRecord[] = [];
  const refused: PaperId[] = [];
  const { paper } = entry;
  for (const id of idsIn(entry)) {
    const record = await find(id);
    if (!record || own.some((one) => one.id === record.id)) continue;
    const claiming = own[0] ?? { ...paper, aliases: [] };
    if (id === paper.id || mayJoin(claiming, record)) own.push(record);
    else refused.push(id);
  }
  return { own, refused };
}
