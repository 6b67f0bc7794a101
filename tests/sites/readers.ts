import { sites } from '../../sites/registry';
import type { PageKind } from '../../sites/site';

/** The readers of every site, which are in a content script of each. */
const bySite = await Promise.all(
  sites.map(async ({ name }) => {
    const { readers } = (await import(/* @vite-ignore */ `../../sites/${name}/readers.ts`)) as {
      readonly readers: readonly PageKind[];
    };
    return readers;
  }),
);

/** How every page kind is read. */
export const kinds: readonly PageKind[] = bySite.flat();

/** Finds the reader of an address; `undefined` when it is no page that Offprint reads. */
export function pageKindOf(url: URL): PageKind | undefined {
  return kinds.find((kind) => kind.matches(url));
}
