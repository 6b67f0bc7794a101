import { describe, expect, it } from 'vitest';
import { readPage } from '../../../sites/general/read';
import { labPages } from '../../fixtures/general/labs';
import { listPages } from '../../fixtures/general/lists';
import { paperPages } from '../../fixtures/general/papers';
import { publisherPages } from '../../fixtures/general/publishers';
import { taggedPages } from '../../fixtures/general/tagged';
import { documentOf } from '../pages';

describe.each([...paperPages, ...publisherPages, ...listPages, ...labPages, ...taggedPages])(
  '$site: $kind',
  (page) => {
    it('is read as expected, and is not changed', () => {
      const document = documentOf(page.html);
      const before = document.documentElement.outerHTML;
      const { shows, papers, cards, reader, failed } = readPage(document, new URL(page.address));
      expect({ shows, reader, failed }).toEqual({
        shows: page.shows,
        reader: page.reader,
        failed: [],
      });
      expect(papers.map(({ id, aliases = [] }) => [id, ...aliases])).toEqual(page.ids);
      expect(papers.map(({ title }) => title)).toEqual(page.titles);
      expect(papers[0]?.authors).toEqual(page.authors);
      expect(papers[0]?.version).toEqual(page.version);
      if (shows === 'digest') {
        expect(cards.map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
        expect(new Set(cards.map(({ element }) => element)).size).toBe(cards.length);
      }
      expect(document.documentElement.outerHTML).toBe(before);
    });
  },
);
