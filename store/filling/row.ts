import type { FillingOutcome, FillingSource } from '../../papers/filling/names';
import type { PaperId } from '../../papers/paper';

/** A saved paper of which too little is known, and how far the asking has come; this device's own, in no backup. */
export interface Filling {
  readonly id: PaperId;
  /** When sources are asked next, in ms since the epoch, 0 for at once; absent when they are asked no more. */
  readonly due?: number;
  /** How often all of them were asked in vain. */
  readonly tries: number;
  /** What came of it the last time. */
  readonly why?: readonly FillingAnswer[];
  /** Those that have been asked in this try. */
  readonly asked?: readonly FillingAnswer[];
}

/** What came of asking one source for a paper. */
export interface FillingAnswer {
  readonly source: FillingSource;
  readonly outcome: FillingOutcome;
}
