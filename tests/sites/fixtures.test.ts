import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../papers/paper';
import { sites } from '../../sites/registry';
import type { Digest } from '../../sites/site';
import { copyOf, documentOf, kindAt, ownPages, pagesIn, readPage, textIn } from './pages';

/** A new page's has its address alone; the rest is written by the test, once. */
interface Expected {
  readonly address: string;
  readonly digest: Digest;
  readonly saysEmpty?: boolean;
  readonly papers: readonly Paper[];
  readonly cards: readonly string[];
  /** What the page's own markup gives, once the data made for machines is gone. */
  readonly withoutData: readonly Paper[];
}

const names = sites.flatMap(({ name: site }) =>
  pagesIn(new URL(`${site}/`, ownPages)).map((page) => `${site}/${page}`),
);

/** A copy of a page without the data made for machines. */
function withoutDataOf(page: Document): Document {
  const bare = copyOf(page);
  for (const element of bare.querySelectorAll('[data-props]'))
    element.removeAttribute('data-props');
  for (const tag of bare.querySelectorAll('meta[name^="citation_"]')) tag.remove();
  return bare;
}

describe.each(names)('page %s', (name) => {
  const page = documentOf(textIn(ownPages, `${name}.html`));
  const file = `${name}.expected.json`;
  const expected = JSON.parse(textIn(ownPages, file)) as Expected;
  if (!expected.papers) {
    it('has nothing that is expected of it', () => {
      const { digest, papers, cards, saysEmpty } = readPage(page, expected.address);
      const ids = cards.map(({ id }) => id);
      const withoutData = readPage(withoutDataOf(page), expected.address).papers;
      const { address } = expected;
      const read = { address, digest, saysEmpty, papers, cards: ids, withoutData };
      writeFileSync(new URL(file, ownPages), `${JSON.stringify(read, null, 2)}\n`);
      expect.fail(
        `Written what was read into ${file}: see whether it is right, and run this again`,
      );
    });
    return;
  }

  it('is read as expected', () => {
    const reading = readPage(page, expected.address);
    expect(reading.digest).toEqual(expected.digest);
    expect(reading.papers).toEqual(expected.papers);
    expect(reading.cards.map(({ id }) => id)).toEqual(expected.cards);
    expect(reading.saysEmpty).toBe(expected.saysEmpty);
  });

  it('is read from its markup when its data is gone', () => {
    const reading = readPage(withoutDataOf(page), expected.address);
    expect(reading.digest).toEqual(expected.digest);
    expect(reading.papers).toEqual(expected.withoutData);
    expect(reading.cards.map(({ id }) => id)).toEqual(expected.cards);
  });

  it('is not changed by being read', () => {
    const before = page.documentElement.outerHTML;
    readPage(page, expected.address);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('has its control on a card, or on the title', () => {
    const { cards } = readPage(page, expected.address);
    const isDigest = kindAt(expected.address).shows === 'digest';
    for (const { element } of cards)
      expect(element.tagName).toMatch(isDigest ? /^(?:ARTICLE|DIV|DD|LI|SECTION|TR)$/ : /^H[12]$/);
  });
});
