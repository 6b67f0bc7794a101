import type { PaperDetails, PaperRecord } from '../papers/record';

/** A part of a roundup, under a heading in the reader's language. */
export interface RoundupPart {
  readonly heading: string;
  readonly papers: readonly PaperRecord[];
  /** What it leaves out, in words: "and 12 more". */
  readonly more?: string;
}

/** Papers under headings, to be taken along: as Markdown, or as a feed. */
export interface Roundup {
  readonly title: string;
  readonly parts: readonly RoundupPart[];
  /** By the paper's id, where there are any. */
  readonly details: ReadonlyMap<string, PaperDetails>;
}
