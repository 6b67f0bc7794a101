import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { first } from './0001-first';
import { search } from './0002-search';
import { library } from './0003-library';
import { news } from './0004-news';
import { tags } from './0005-tags';
import { halves } from './0006-halves';
import { decisions } from './0007-decisions';
import { rows } from './0008-rows';
import { growth } from './0009-growth';
import { ranking } from './0010-ranking';
import { citationKeys } from './0011-citation-keys';
import { sync } from './0012-sync';
import { filling } from './0013-filling';
import { requests } from './0014-requests';

/**
 * One step from a version to the next. Append-only: a released migration never changes, and its
 * types are its own, since the newest schema is not what it met.
 */
export interface Migration {
  readonly version: number;
  readonly name: string;
  up(
    database: IDBPDatabase<unknown>,
    transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
    /** When the database is opened, in ms since the epoch. */
    now: number,
  ): void | Promise<void>;
}

/** In the order of their versions, without a gap. */
export const migrations: readonly Migration[] = [
  first,
  search,
  library,
  news,
  tags,
  halves,
  decisions,
  rows,
  growth,
  ranking,
  citationKeys,
  sync,
  filling,
  requests,
];
