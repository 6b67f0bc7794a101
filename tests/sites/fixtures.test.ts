import { describe, expect, it } from 'vitest';
import type { Paper } from '../../papers/paper';
import { sites } from '../../sites/registry';
import type { Digest } from '../../sites/site';
import { copyOf, documentOf, kindAt, ownPages, pagesIn, readPage, textIn } from './pages';

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

describe.each(names)('page %s', (name) => {
  const page = documentOf(textIn(ownPages, `${name}.html`));
  const expected = JSON.parse(textIn(ownPages, `${name}.expected.json`)) as Expected;

  it('is read as expected', () => {
    const reading = readPage(page, expected.address);
    expect(reading.digest).toEqual(expected.digest);
    expect(reading.papers).toEqual(expected.papers);
    expect(reading.cards.map(({ id }) => id)).toEqual(expected.cards);
    expect(reading.saysEmpty).toBe(expected.saysEmpty);
  });

  it('is read from its markup when its data is gone', () => {
    const bare = copyOf(page);
    for (const element of bare.querySelectorAll('[data-props]'))
      element.removeAttribute('data-props');
    for (const tag of bare.querySelectorAll('meta[name^="citation_"]')) tag.remove();
    const reading = readPage(bare, expected.address);
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
      expect(element.tagName).toMatch(isDigest ? /^(?:ARTICLE|DIV|DD|LI|SECTION|TR)$/ : /^H1$/);
  });
});
