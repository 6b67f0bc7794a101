import type { PaperId } from '../../papers/paper';

/** Where the reader was when something was decided. */
export const views = ['page', 'bar', 'popup', 'deck', 'library', 'menu', 'command'] as const;
export type View = (typeof views)[number];

/**
 * Something that was decided of some papers at once, for what may learn from it later: no words of papers or of
 * the reader's.
 */
export interface DecisionRow {
  /** The number of its last paper, counted over all decisions; see `DecisionLog`. */
  readonly last: number;
  /** As the action's. */
  readonly at: number;
  /** An action's kind; instead of `status` the status that was chosen. */
  readonly what: string;
  /** The reader one by one, the reader many at once, or a rule. */
  readonly by: 'reader' | 'bulk' | 'rule';
  readonly view?: View;
  /** A site, or the kind of page it was decided on. */
  readonly source?: string;
  /** The place on that page, from 0. */
  readonly rank?: number;
  readonly ids: readonly PaperId[];
  /** What each had then; `null` where it was not known. */
  readonly upvotes: readonly (number | null)[];
  /** Those of which it was taken back. */
  readonly undone?: readonly PaperId[];
}
