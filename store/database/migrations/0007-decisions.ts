import type { Migration } from './index';

/** From now on decisions are noted; see docs/decisions/0020-trust-and-decisions.md. */
export const decisions: Migration = {
  version: 7,
  name: 'decisions',
  up(database) {
    const store = database.createObjectStore('decisions', { keyPath: 'last' });
    store.createIndex('at', 'at');
  },
};
