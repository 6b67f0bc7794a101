import type { Local } from '../local';
import type { Remote } from '../remotes/remote';

/** What a round needs from outside: it has no clock, no chance and no network of its own. */
export interface Tools {
  readonly local: Local;
  readonly remote: Remote;
  /** ms since the epoch. */
  now(): number;
  /** Random bytes, as many as are asked for. */
  random(count: number): Uint8Array;
  /** Resolves after so many ms. */
  wait(ms: number): Promise<void>;
  readonly signal: AbortSignal;
  /** The version of Offprint. */
  readonly app: string;
  /** Told after each head that was written: how many papers' cards are left to publish. */
  progress?(cardsLeft: number): void;
}

/** So many random bytes in hexadecimal. */
export function randomName({ random }: Pick<Tools, 'random'>, bytes: number): string {
  return [...random(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
