import type { Migration } from './index';

/** The stores of the first release. */
export const first: Migration = {
  version: 1,
  name: 'first',
  up(database) {
    const papers = database.createObjectStore('papers', { keyPath: 'id' });
    papers.createIndex('state', ['state', 'sortAt']);
    papers.createIndex('list', 'listAt');
    papers.createIndex('tag', 'tagKeys', { multiEntry: true });
    papers.createIndex('alias', 'aliases', { multiEntry: true });
    database.createObjectStore('details', { keyPath: 'id' });
    database.createObjectStore('notes', { keyPath: 'id' });
    database.createObjectStore('texts', { keyPath: 'id' });
    const sightings = database.createObjectStore('sightings', { keyPath: ['digest', 'id'] });
    sightings.createIndex('paper', 'id');
    database.createObjectStore('tags', { keyPath: 'key' });
    database.createObjectStore('counters');
  },
};
