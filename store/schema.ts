import type { DBSchema } from 'idb';
import type { PaperId, PaperState } from '../papers/paper';
import type { PaperDetails, PaperRecord } from '../papers/record';

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

/** What a search needs of a saved paper. */
export interface SearchEntry {
  readonly id: PaperId;
  readonly savedAt: number;
  readonly text: string;
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
  texts: { key: PaperId; value: SearchEntry };
  sightings: { key: [string, PaperId]; value: Sighting; indexes: { paper: PaperId } };
  tags: { key: string; value: Tag };
  counters: { key: PaperState; value: number };
}

/** Every object store, in one place for whoever reads or empties all of them. */
export const storeNames = [
  'papers',
  'details',
  'notes',
  'texts',
  'sightings',
  'tags',
  'counters',
] as const satisfies readonly (keyof OffprintSchema)[];
