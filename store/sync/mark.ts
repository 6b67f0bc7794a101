import type { RowKind } from '../../sync/local';

/**
 * That the reader said something that is in no document of the sync yet; `card` of a paper that the other devices
 * cannot have, or not with all of its ids.
 */
export interface Mark {
  readonly kind: 'paper' | 'card' | RowKind;
  /** Of a look its tag's key. */
  readonly id: string;
  /** Another number whenever it is marked again, and a greater one as a rule. */
  readonly mark: number;
}
