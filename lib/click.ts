/**
 * That the reader has asked for something, made where that was: told by its name from a repeat of the
 * message that carries it, and by its time from what was decided later.
 */
export interface Click {
  /** Random. */
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
}

/** Makes one, now. */
export function newClick(): Click {
  return { id: String(Math.random()), at: Date.now() };
}
