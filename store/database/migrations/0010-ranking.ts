import type { Migration } from './index';

/** Stores for what is learned of the reader's decisions; see docs/decisions/0026-ranker.md. */
export const ranking: Migration = {
  version: 10,
  name: 'ranking',
  up(database) {
    database.createObjectStore('ranking');
    database.createObjectStore('scores', { keyPath: 'id' });
  },
};
