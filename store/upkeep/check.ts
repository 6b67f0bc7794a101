import type { PaperRecord } from '../../papers/record';
import type { Transaction } from '../search/step';

/** Something in the store that is not as it should be. */
export interface Disagreement {
  /** What it is about, for a report. */
  readonly about: string;
  /** What it is and what it should be, in a sentence each. */
  readonly told: readonly string[];
  /** Puts it right within the transaction in which it was found; absent where that cannot be done. */
  readonly mend?: (() => Promise<unknown>) | undefined;
}

/** Something that always holds in the store, looked at part by part. */
export interface Check {
  /**
   * @param after `next` of the part before; '' for the first one.
   * @returns What was found, and where the next part begins; absent of the last one.
   */
  find(
    transaction: Transaction,
    after: string,
  ): Promise<{ readonly found: readonly Disagreement[]; readonly next?: string | undefined }>;
  /** Given where a part cannot be mended by itself: makes all of it anew, in transactions of its own. */
  readonly rebuild?: {
    readonly about: string;
    run(signal: AbortSignal | undefined): Promise<void>;
  };
  /** Given of what holds of all papers together: how they are added one by one, in place of `find`. */
  readonly sum?: {
    begin(): Sum;
    /** What may not change while they are added, as text. */
    stored(transaction: Transaction): Promise<string>;
  };
}

/** What some papers come to. */
export interface Sum {
  add(paper: PaperRecord): void;
  /** Compares it with what is stored. */
  find(transaction: Transaction): Promise<readonly Disagreement[]>;
}

/** How many records are looked at in one transaction. */
export const pageSize = 500;

/** Adds every paper to a sum, page by page. */
export async function addPapers(
  sum: Sum,
  read: (range: IDBKeyRange, most: number) => Promise<readonly PaperRecord[]>,
): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = await read(IDBKeyRange.lowerBound(after, true), pageSize);
    for (const paper of page) sum.add(paper);
    after = nextAfter(page.map(({ id }) => id));
  }
}

/** The key of the last one of a page that is not the last. */
export function nextAfter(keys: readonly (string | number)[]): string | undefined {
  return keys.length === pageSize ? String(keys.at(-1)) : undefined;
}

/** The sentence on a difference; none when there is none. */
export function differing(what: string, actual: unknown, expected: unknown): string[] {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
  return is === should ? [] : [`${what} is ${is}, not ${should}`];
}

/** A disagreement, where there is anything to tell of it. */
export function disagreement(
  about: string,
  told: readonly string[],
  mend?: () => Promise<unknown>,
): Disagreement[] {
  return told.length ? [{ about, told, mend }] : [];
}
