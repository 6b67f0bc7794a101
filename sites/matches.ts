/**
 * Match patterns of the pages of a site that a content script runs on. Stands alone, so that a content script carries
 * no other site's hosts.
 * @param origins Those of the site's origins that are granted.
 * @param paths All that it reads, or those of its digests.
 */
export function matchesOf(origins: readonly string[], paths: readonly string[]): string[] {
  return origins.flatMap((origin) => paths.map((path) => `${origin}${path}*`));
}
