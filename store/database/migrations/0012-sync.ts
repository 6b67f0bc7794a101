import type { Migration } from './index';

/** Stores for what is shared with the reader's other devices; see store/sync/. */
export const sync: Migration = {
  version: 12,
  name: 'sync',
  up(database) {
    database.createObjectStore('dirty', { keyPath: ['kind', 'id'] });
  },
};
