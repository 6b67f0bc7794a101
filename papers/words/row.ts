import type { Stamp } from './stamp';

/**
 * A row that the reader made (a rule, a list, the look of a tag) as a register: all that it says, under
 * one stamp.
 */
export interface Stamped {
  readonly stamp: Stamp;
}

/** What is left of a row that the reader deleted: that it is gone, and since when. */
export interface GoneRow extends Stamped {
  readonly id: string;
  readonly isGone: true;
}

/** A row as it is kept, or what is left of it. */
export type Row<Words extends { readonly id: string }> = (Words & Stamped) | GoneRow;

/** What the rows say that are not gone. */
export function standing<Words extends { readonly id: string }>(
  rows: readonly Row<Words>[],
): Words[] {
  const all = rows as readonly Partial<GoneRow>[];
  return all.flatMap(({ stamp: _stamp, isGone, ...words }) => (isGone ? [] : (words as Words)));
}
