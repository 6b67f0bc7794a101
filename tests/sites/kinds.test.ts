import { describe, expect, it } from 'vitest';
import { digestMatches } from '../../sites/digest-matches';
import { contentMatches, pageKindOf, requiredHosts, sites } from '../../sites/registry';
import { takes } from '../support/match-pattern';
import { ownPages, pagesIn } from './pages';

const kinds = sites.flatMap((site) => site.kinds);
const examples = kinds.flatMap((kind) => kind.examples.map((address) => [kind.name, address]));

describe('page kinds', () => {
  it.each(examples)('%s and no other kind matches %s', (name, address) => {
    const url = new URL(String(address));
    expect(kinds.filter((kind) => kind.matches(url)).map((kind) => kind.name)).toEqual([name]);
    expect(pageKindOf(url)?.name).toBe(name);
  });

  it.each(examples)('%s runs on %s by the manifest, within the hosts', (_, address) => {
    expect(contentMatches.some((pattern) => takes(pattern, String(address)))).toBe(true);
    expect(requiredHosts.some((pattern) => takes(pattern, String(address)))).toBe(true);
  });

  it.each(examples)('%s takes no form of %s that the manifest leaves out', (_, address) => {
    const forms = ['www.', 'export.', 'm.', ''].flatMap((host) =>
      ['http', 'https'].map((scheme) =>
        String(address).replace(/^https:\/\//, `${scheme}://${host}`),
      ),
    );
    for (const form of forms)
      for (const kind of kinds)
        if (kind.matches(new URL(form)))
          expect(
            contentMatches.some((pattern) => takes(pattern, form)),
            form,
          ).toBe(true);
  });

  it.each(kinds.flatMap((kind) => kind.counterexamples.map((address) => ({ kind, address }))))(
    '$kind.name does not match $address',
    ({ kind, address }) => {
      expect(kind.matches(new URL(address))).toBe(false);
    },
  );

  it.each(kinds)(
    '$name has examples, counterexamples and a page in tests/fixtures/pages',
    (kind) => {
      const [folder, page] = kind.name.split('/');
      expect(kind.examples).not.toHaveLength(0);
      expect(kind.counterexamples).not.toHaveLength(0);
      expect(pagesIn(new URL(`${folder}/`, ownPages), page)).not.toHaveLength(0);
    },
  );

  it('puts the control in the corner of a card, or at the title of a paper', () => {
    for (const kind of kinds)
      expect(kind.placement).toBe(kind.shows === 'digest' ? 'corner' : 'title');
  });

  it('needs exactly the two hosts', () => {
    expect(requiredHosts).toEqual(['https://huggingface.co/*', 'https://arxiv.org/*']);
    const withDigests = sites.filter(({ kinds }) => kinds.some(({ shows }) => shows === 'digest'));
    expect(digestMatches).toEqual(withDigests.flatMap(({ matches }) => matches));
    expect(contentMatches).toEqual(['https://huggingface.co/papers*', 'https://arxiv.org/abs/*']);
  });
});
