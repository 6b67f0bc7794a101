import type { Migration } from './index';

/**
 * The search texts become a journal before chunks. They are derived, so the old ones go and
 * `maintainSearch` prepares everything anew, in slices, instead of holding the upgrade up.
 */
export const search: Migration = {
  version: 2,
  name: 'search',
  up(database) {
    database.deleteObjectStore('texts');
    database.createObjectStore('texts', { keyPath: 'id' });
    database.createObjectStore('heads', { keyPath: 'first' });
    database.createObjectStore('bodies', { keyPath: 'first' });
    database.createObjectStore('preparation');
  },
};
