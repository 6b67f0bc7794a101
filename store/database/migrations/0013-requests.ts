import type { Migration } from './index';

/** An index of the requests that actions came of, so that each click does not read every action; see store/actions/requests.ts. */
export const requests: Migration = {
  version: 13,
  name: 'requests',
  up(_database, transaction) {
    transaction.objectStore('actions').createIndex('request', 'request');
  },
};
