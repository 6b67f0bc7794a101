import { describe, expect, it } from 'vitest';
import { digestMatches } from '../../sites/digest-matches';
import { contentMatches, pageKindOf, requiredHosts, sites } from '../../sites/registry';
import type { Examples, PageKind } from '../../sites/site';
import { takes } from '../support/match-pattern';
import { ownPages, pagesIn } from './pages';

const kinds = sites.flatMap((site) => site.kinds);

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

  it('needs exactly the two hosts', () => {
    expect(requiredHosts).toEqual(['https://huggingface.co/*', 'https://arxiv.org/*']);
    const withDigests = sites.filter(({ kinds }) => kinds.some(({ shows }) => shows === 'digest'));
    expect(digestMatches).toEqual(withDigests.flatMap(({ matches }) => matches));
    expect(contentMatches).toEqual(['https://huggingface.co/papers*', 'https://arxiv.org/abs/*']);
  });
});
