import type { DBSchema } from 'idb';
import type { PaperId, PaperState } from '../papers/paper';
import type { PaperDetails, PaperRecord } from '../papers/record';
import type { Head } from '../papers/search/entry';

/** The reader's note on one paper. */
export interface Note {
  readonly id: PaperId;
  readonly text: string;
  /** ms since the epoch; also the revision an editor builds on. */
  readonly updatedAt: number;
}

/** That a paper was seen on a digest. */
export interface Sighting {
  readonly digest: string;
  readonly id: PaperId;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** A tag that at least one saved paper has. */
export interface Tag {
  /** See `tagKey`. */
  readonly key: string;
  /** The spelling shown. */
  readonly name: string;
  readonly count: number;
}

/**
 * What changed of a saved paper since the chunks were written; it stands before them.
 * See docs/decisions/0004-search.md.
 */
export interface JournalEntry {
  readonly id: PaperId;
  /** Absent when the paper has left the list. */
  readonly head?: Head;
  /** Absent when the chunk's body still stands. */
  readonly body?: string;
}

/** The heads of some papers, column by column, in the order of their ids. */
export type HeadChunk = { readonly [Field in keyof Head]: readonly Head[Field][] } & {
  /** The chunk holds the ids from this one up to the first of the next chunk. */
  readonly first: PaperId;
};

/** The bodies of the head chunk with the same first id, in the same order. */
export interface BodyChunk {
  readonly first: PaperId;
  readonly ids: readonly PaperId[];
  readonly texts: readonly string[];
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

/** The database `offprint` at its newest version; older shapes live in the migrations. */
export interface OffprintSchema extends DBSchema {
  papers: {
    key: PaperId;
    value: PaperRecord;
    indexes: {
      state: [PaperState, number];
      list: number;
      tag: string;
      alias: string;
    };
  };
  details: { key: PaperId; value: PaperDetails };
  notes: { key: PaperId; value: Note };
  texts: { key: PaperId; value: JournalEntry };
  heads: { key: PaperId; value: HeadChunk };
  bodies: { key: PaperId; value: BodyChunk };
  preparation: { key: 'search'; value: Preparation };
  sightings: { key: [string, PaperId]; value: Sighting; indexes: { paper: PaperId } };
  tags: { key: string; value: Tag };
  counters: { key: PaperState | 'starred'; value: number };
}

/** The stores that a change of papers writes to; never the chunks, which are large. */
export const writtenStores = [
  'papers',
  'details',
  'notes',
  'texts',
  'sightings',
  'tags',
  'counters',
] as const satisfies readonly (keyof OffprintSchema)[];

/** Every object store, in one place for whoever reads or empties all of them. */
export const storeNames = [
  ...writtenStores,
  'heads',
  'bodies',
  'preparation',
] as const satisfies readonly (keyof OffprintSchema)[];
