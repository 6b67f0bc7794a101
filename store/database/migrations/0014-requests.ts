import type { Migration } from './index';

/**
 * An index of the requests that actions came of, so that each click does not read every action (see
 * store/actions/requests.ts), and room for scores, which lie by the beginning of ids from here on and are worked out anew.
 */
export const requests: Migration = {
  version: 14,
  name: 'requests',
  async up(_database, transaction) {
    transaction.objectStore('actions').createIndex('request', 'request');
    await transaction.objectStore('scores').clear();
  },
};
