import type { Migration } from './index';

/** An index of the keys that papers have in bibliographies, so that none is given out twice; see papers/facts/extra.ts. */
export const citationKeys: Migration = {
  version: 11,
  name: 'citation keys',
  up(_database, transaction) {
    transaction
      .objectStore('details')
      .createIndex('citationKey', 'extra.citationKey.fields.folded');
  },
};
