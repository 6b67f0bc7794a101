/**
 * Tells whether a content script with these match patterns runs on an address, so that a page kind takes
 * no page that it would never see.
 * @param patterns Each a beginning of addresses and `*`: `https://huggingface.co/papers*`.
 */
export function isMatched(patterns: readonly string[], url: URL): boolean {
  const { protocol, hostname, pathname, search } = url;
  const address = `${protocol}//${hostname}${pathname}${search}`;
  return patterns.some((pattern) => address.startsWith(pattern.slice(0, -1)));
}
