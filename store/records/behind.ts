import type { Described } from '../../papers/claims';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { mayJoin } from './join';

/** The records that a paper's ids lead to. */
export interface Behind {
  /** Those that are this paper: mostly one or none, the first to be kept. */
  readonly own: readonly PaperRecord[];
  /** Ids that are another paper's here. */
  readonly refused: readonly PaperId[];
  /** Those other papers. */
  readonly suggested: readonly PaperId[];
}

/**
 * Finds what is here of a paper of a file, by any of its ids. A paper that it cannot be keeps its id; see `mayJoin`.
 * @param find The record of an id or an alias.
 */
export async function recordsBehind(
  paper: Described & Pick<PaperRecord, 'id' | 'aliases' | 'distinct'>,
  find: (id: PaperId) => Promise<PaperRecord | undefined> | PaperRecord | undefined,
): Promise<Behind> {
  const own: PaperRecord[] = [];
  const refused: PaperId[] = [];
  const suggested = new Set<PaperId>();
  for (const id of [paper.id, ...(paper.aliases ?? [])]) {
    const record = await find(id);
    if (!record || own.some((one) => one.id === record.id)) continue;
    const claiming = own[0] ?? { ...paper, aliases: [] };
    if (id === paper.id || mayJoin(claiming, record)) own.push(record);
    else {
      refused.push(id);
      suggested.add(record.id);
    }
  }
  return { own, refused, suggested: [...suggested] };
}
