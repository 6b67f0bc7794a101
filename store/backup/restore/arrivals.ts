import { copyOf, merge, rowsOf } from '../../../papers/merge';
import type { PaperId } from '../../../papers/paper';
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
