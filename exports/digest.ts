import type { PaperDetails, PaperRecord } from '../papers/record';

/** A part of a digest of papers, under a heading in the reader's language. */
export interface DigestPart {
  readonly heading: string;
  readonly papers: readonly PaperRecord[];
  /** What it leaves out, in words: "and 12 more". */
  readonly more?: string;
}

/** A digest of papers, to be taken along. */
export interface Digest {
  readonly title: string;
  readonly parts: readonly DigestPart[];
  /** By the paper's id, where there are any. */
  readonly details: ReadonlyMap<string, PaperDetails>;
}
