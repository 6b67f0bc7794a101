import type { LinkKind, SiteLinks } from '../papers/links';
import { otherLinks } from '../papers/other-links';
import { arxivLinks } from './arxiv/links';
import { huggingFaceLinks } from './huggingface/links';

/**
 * How addresses name papers, site by site. This file and the `links.ts` of each site are part of the model: they know
 * addresses and nothing of pages, so that `papers/identity.ts` may use them.
 */
export const siteLinks: readonly SiteLinks[] = [arxivLinks, huggingFaceLinks, otherLinks];

/** Every kind of link to a paper that is known, by name. */
export const linkKinds: Readonly<Record<string, LinkKind>> = Object.assign(
  {},
  ...siteLinks.map(({ kinds }) => kinds),
);

/** The page to cite of the value of an id, by its scheme. */
export const schemes: NonNullable<SiteLinks['schemes']> = Object.assign(
  {},
  ...siteLinks.map((links) => links.schemes),
);

/** Hosts of the sites' own pictures of papers. */
export const pictureHosts: readonly string[] = siteLinks.flatMap(({ pictures = [] }) => pictures);
