import { linkKinds } from '../sites/links';

/**
 * Match patterns of the addresses that `identify` knows, for the context menu of links. An address whose
 * scheme was typed twice has `https` for a host.
 */
export const paperLinkPatterns: readonly string[] = Object.values(linkKinds).flatMap(
  ({ hosts, globs }) =>
    hosts.flatMap((host) => [
      ...globs.map((glob) => `*://*.${host}${glob}`),
      ...['http', 'https'].map((scheme) => `*://${scheme}/*${host}/*`),
    ]),
);
