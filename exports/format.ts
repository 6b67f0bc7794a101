import type { Part } from './along';
import type { OutgoingPaper } from './outgoing';

/** Papers as they come from the store, some at a time. */
export type OutgoingPapers =
  | AsyncIterable<readonly OutgoingPaper[]>
  | Iterable<readonly OutgoingPaper[]>;

/** What a format needs beside the papers. */
export interface ExportContext {
  /** Title of the list, for formats that have one. */
  readonly title: string;
  /** When it is written, in ms. */
  readonly now: number;
  /** How new keys of BibTeX are made; see exports/citation-keys.ts. */
  readonly keyPattern?: string;
}

/** One format that papers leave in: a file of its own, and a line in exports/formats/index.ts. */
export interface ExportFormat {
  /** In lower case; also the format's name in `extra`. */
  readonly id: string;
  /** Of the file, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** What of a paper's parts has a place in it. */
  readonly carries: readonly Part[];
  /** Whether papers have keys in it. */
  readonly hasKeys?: true;
  /** Text, or bytes where the format is no text. Each piece is small, whatever the length of the list. */
  write(
    papers: OutgoingPapers,
    context: ExportContext,
  ): AsyncGenerator<string | Uint8Array<ArrayBuffer>>;
}

/**
 * The pieces of a format that writes one paper after the other.
 * @param parts `before` and `after` stand once, `between` between two papers, and `paper` writes one; where it gives
 *   `undefined` the paper has no place in the format.
 */
export async function* onePerPaper(
  papers: OutgoingPapers,
  parts: {
    readonly before?: string;
    readonly between?: string;
    readonly after?: string;
    paper(paper: OutgoingPaper): string | undefined;
  },
): AsyncGenerator<string> {
  const { before = '', between = '', after = '' } = parts;
  if (before) yield before;
  let isFirst = true;
  for await (const page of papers) {
    let piece = '';
    for (const paper of page) {
      const written = parts.paper(paper);
      if (written === undefined) continue;
      piece += isFirst ? written : between + written;
      isFirst = false;
    }
    if (piece) yield piece;
  }
  if (after) yield after;
}
