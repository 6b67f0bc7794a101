/** Whoever writes: what its clock says, and which device it is. */
export interface Clock {
  /** ms since the epoch. */
  readonly now: number;
  /** See `Stamp`. */
  readonly device: string;
}
