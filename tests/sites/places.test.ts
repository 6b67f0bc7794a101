import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { contentMatches } from '../../sites/hosts';
import { placeOf, siteOf } from '../../sites/places';
import { sites } from '../../sites/registry';
import type { Examples } from '../../sites/site';
import { kinds } from './readers';

async function examplesOf(name: string): Promise<Examples> {
  const [site, page] = name.split('/');
  const { examples } = await import(`../../sites/${site}/${page}.ts`);
  return examples as Examples;
}

it('an address says the same of its page as the reader of the page, where it says anything', async () => {
  for (const kind of kinds) {
    const { examples } = await examplesOf(kind.name);
    for (const address of examples) {
      const url = new URL(address);
      const place = placeOf(url);
      expect(place, address).toMatchObject({ site: kind.name.split('/')[0], shows: kind.shows });
      const { document } = new JSDOM('<p>', { url: address }).window;
      const { digest } = kind.read(document, url, new Date(0));
      if (place?.digest) expect(place.digest, address).toEqual(digest);
      else expect(digest.id, address).toBe(`${place?.dated}:unknown`);
    }
  }
});

it('an address of no page that is read says nothing', async () => {
  for (const kind of kinds) {
    const { counterexamples } = await examplesOf(kind.name);
    for (const address of counterexamples) {
      const url = new URL(address);
      const isRead = kinds.some((one) => one.matches(url));
      expect(placeOf(url) !== undefined, address).toBe(isRead);
    }
  }
});

it('every site whose pages are read has a name', () => {
  for (const pattern of contentMatches)
    expect(sites.map(({ name }) => name)).toContain(siteOf(new URL(pattern.replace('*', ''))));
});
