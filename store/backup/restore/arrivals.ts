import { copyOf, merge, rowsOf } from '../../../papers/merge';
import type { PaperId } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import { mayJoin } from '../../records/join';
import type { Contents } from '../contents';
import type { Arrival } from './fate';

/** The papers of a backup, each once, with all that it says of them. */
export function arrivalsOf(contents: Contents, divider: string): Arrival[] {
  const notes = new Map(contents.notes.map((note) => [note.id, note]));
  const details = new Map(contents.details.map((detail) => [detail.id, detail]));
  const entries = new Map<PaperId, Arrival>();
  for (const record of contents.papers) {
    const [detail, note] = [details.get(record.id), notes.get(record.id)];
    const entry = { record, ...(detail ? { details: detail } : {}), ...(note ? { note } : {}) };
    const twin = entries.get(record.id);
    entries.set(record.id, twin ? mergedTwins(twin, entry, divider) : entry);
  }
  return [...entries.values()];
}

function mergedTwins(one: Arrival, other: Arrival, divider: string): Arrival {
  const [mine, theirs] = [one, other].map(({ record, details, note }) =>
    copyOf(record, details, note),
  );
  return mine && theirs ? rowsOf(merge(mine, theirs), one.record, divider) : one;
}

/** The records that a paper's ids lead to. */
export interface Records {
  /** Those that are this paper: mostly one or none, the first to be kept. */
  readonly own: readonly PaperRecord[];
  /** Ids that are another paper's here. */
  readonly refused: readonly PaperId[];
  /** Those other papers. */
  readonly suggested: readonly PaperId[];
}

/**
 * Finds what is here of a paper, by any of its ids; a claim that it is one with a paper which it cannot
 * be is kept as a suggestion. See `mayJoin`.
 */
export async function recordsBehind(
  paper: PaperRecord,
  find: (id: PaperId) => Promise<PaperRecord | undefined>,
): Promise<Records> {
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
