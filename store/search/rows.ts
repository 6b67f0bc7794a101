import type { PaperId } from '../../papers/paper';
import type { Head } from '../../papers/search/entry';
import type { PreparedText } from '../../papers/search/words';

/** The heads of some papers, column by column, in the order of their ids. */
export type HeadChunk = { readonly [Field in keyof Head]: readonly Head[Field][] } & {
  /** The chunk holds the ids from this one up to the first of the next chunk. */
  readonly first: PaperId;
};

/** The bodies of the head chunk with the same first id, in the same order. */
export interface BodyChunk {
  readonly first: PaperId;
  readonly ids: readonly PaperId[];
  readonly texts: readonly PreparedText[];
}

/** How far the chunks were built, and how often something was moved into them. */
export interface Preparation {
  /** See `preparationRules`. */
  readonly rules: number;
  /** Up to which id; absent when all of it is done. */
  readonly upTo?: PaperId;
  /** Changes whenever the journal was emptied into the chunks. */
  readonly generation: number;
}
