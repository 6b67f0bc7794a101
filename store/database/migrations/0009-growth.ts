import type { Migration } from './index';

/** A store for what is left of papers that nobody said a word of; see docs/decisions/0021-growth.md. */
export const growth: Migration = {
  version: 9,
  name: 'growth',
  up(database) {
    const store = database.createObjectStore('past', { keyPath: 'id' });
    store.createIndex('alias', 'aliases', { multiEntry: true });
  },
};
