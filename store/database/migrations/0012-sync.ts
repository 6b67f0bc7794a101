import type { Migration } from './index';

/** Stores for what is shared with the reader's other devices; see store/sync/. */
export const sync: Migration = {
  version: 12,
  name: 'sync',
  up(database) {
    const dirty = database.createObjectStore('dirty', { keyPath: ['kind', 'id'] });
    dirty.createIndex('mark', 'mark');
    database.createObjectStore('documents');
    const outbox = database.createObjectStore('outbox', { autoIncrement: true });
    outbox.createIndex('path', 'path');
    database.createObjectStore('peers', { keyPath: 'device' });
  },
};
