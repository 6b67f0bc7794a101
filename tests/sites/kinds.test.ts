import { describe, expect, it } from 'vitest';
import { contentMatches, digestMatches, optionalHosts, requiredHosts } from '../../sites/hosts';
import { matchesOf } from '../../sites/matches';
import { sites } from '../../sites/registry';
import type { Examples, PageKind } from '../../sites/site';
import { takes } from '../support/match-pattern';
import { ownPages, pagesIn } from './pages';
import { kinds, pageKindOf } from './readers';

/** Where content scripts run once every host is granted. */
const everywhere = sites.flatMap(({ hosts: { required, optional, paths } }) =>
  matchesOf([...required, ...optional], paths),
);

/** What a kind's file exports beside the kind. */
async function examplesOf(kind: PageKind): Promise<Examples & { readonly kind: PageKind }> {
  const file = (await import(/* @vite-ignore */ `../../sites/${kind.name}.ts`)) as {
    readonly examples: Examples;
  };
  return { ...file.examples, kind };
}

const told = await Promise.all(kinds.map(examplesOf));
const examples = told.flatMap(({ kind, examples }) =>
  examples.map((address) => [kind.name, address]),
);

describe('page kinds', () => {
  it.each(examples)('%s and no other kind matches %s', (name, address) => {
    const url = new URL(String(address));
    expect(kinds.filter((kind) => kind.matches(url)).map((kind) => kind.name)).toEqual([name]);
    expect(pageKindOf(url)?.name).toBe(name);
  });

  it.each(examples)('%s runs on %s where it is granted, within the hosts', (_, address) => {
    const hosts = [...requiredHosts, ...optionalHosts];
    expect(everywhere.some((pattern) => takes(pattern, String(address)))).toBe(true);
    expect(hosts.some((pattern) => takes(pattern, String(address)))).toBe(true);
  });

  it.each(examples)('%s takes no form of %s that no content script runs on', (_, address) => {
    const forms = ['www.', 'export.', 'm.', ''].flatMap((host) =>
      ['http', 'https'].map((scheme) =>
        String(address).replace(/^https:\/\//, `${scheme}://${host}`),
      ),
    );
    for (const form of forms)
      for (const kind of kinds)
        if (kind.matches(new URL(form)))
          expect(
            everywhere.some((pattern) => takes(pattern, form)),
            form,
          ).toBe(true);
  });

  it.each(
    told.flatMap(({ kind, counterexamples }) =>
      counterexamples.map((address) => ({ kind, address })),
    ),
  )('$kind.name does not match $address', ({ kind, address }) => {
    expect(kind.matches(new URL(address))).toBe(false);
  });

  it.each(told)(
    '$kind.name has examples, counterexamples and a page in tests/fixtures/pages',
    ({ kind, examples, counterexamples }) => {
      const [folder, page] = kind.name.split('/');
      expect(examples).not.toHaveLength(0);
      expect(counterexamples).not.toHaveLength(0);
      expect(pagesIn(new URL(`${folder}/`, ownPages), page)).not.toHaveLength(0);
    },
  );

  it('puts the control in the corner of a card, or at the title of a paper', () => {
    for (const kind of kinds)
      expect(kind.placement).toBe(kind.shows === 'digest' ? 'corner' : 'title');
  });

  it('are known by their addresses, in the order in which they are read', () => {
    const known = sites.flatMap(({ pages }) => pages.map(({ name }) => name));
    expect(known).toEqual(kinds.map(({ name }) => name));
  });

  it('need exactly the two hosts, and the page bar where there are digests', () => {
    expect(requiredHosts).toEqual(['https://huggingface.co/*', 'https://arxiv.org/*']);
    for (const kind of kinds) {
      const own = told.find((one) => one.kind === kind)?.examples ?? [];
      const inBar = own.map((address) => digestMatches.some((pattern) => takes(pattern, address)));
      const isHere = own.map((address) =>
        contentMatches.some((pattern) => takes(pattern, address)),
      );
      if (kind.shows === 'digest') expect(inBar).toEqual(isHere);
    }
  });
});
