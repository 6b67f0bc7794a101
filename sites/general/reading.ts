import type { Paper } from '../../papers/paper';
import type { Card } from '../site';

/** What a page of any site turned out to be, and which reader says so. */
export interface GeneralReading {
  /**
   * `paper` is one paper's page, `digest` one that lists five or more. `mentions` has some in its text, `nothing` none: a
   * bot's challenge is always that.
   */
  readonly shows: 'paper' | 'digest' | 'mentions' | 'nothing';
  /** In page order, each once. */
  readonly papers: readonly Paper[];
  /** In page order; of a paper's page its heading, where there is one. */
  readonly cards: readonly Card[];
  /** The name of the reader that found them. */
  readonly reader?: string;
  /** Names of readers that threw; the others went on. */
  readonly failed: readonly string[];
}

/** What a reader found. */
export type Found = Pick<GeneralReading, 'shows' | 'papers' | 'cards'>;

/** A reader for pages of one site, where the general ones fall short. */
export interface OwnReader {
  /** The site's name, which is that of its file in own/. */
  readonly name: string;
  /** Why the general readers are not enough there. */
  readonly reason: string;
  matches(url: URL): boolean;
  /**
   * Pure, as `readPage`.
   * @returns `undefined` for a page that the general readers are to read.
   */
  read(document: Document, url: URL): Found | undefined;
}
