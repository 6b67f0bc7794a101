import type { PaperId } from '../paper';
import type { PaperRecord } from '../record';

/** A paper by its ids, and which of them the reader chose. */
export type Named = Pick<PaperRecord, 'id' | 'aliases' | 'lead'>;

/** The id that leads: the reader's choice, as long as it is one of the paper's; else the one it is kept under. */
export function leadOf({ id, aliases, lead }: Named): PaperId {
  return lead !== undefined && aliases?.includes(lead) ? lead : id;
}

/** The day and the journal of the face that leads, as far as they are known. */
export function leadFace(record: Named & Pick<PaperRecord, 'publishedAt' | 'faces'>): {
  readonly publishedAt: string | undefined;
  readonly venue: string | undefined;
} {
  const { publishedAt, venue } = record.faces?.[leadOf(record)] ?? {};
  return { publishedAt: publishedAt?.value ?? record.publishedAt, venue: venue?.value };
}
