/**
 * Tells whether a match pattern of extensions takes an address.
 * Source of the rules: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 * @throws Error for what is no pattern.
 */
export function takes(pattern: string, address: string): boolean {
  const [, scheme, host, path] = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)(\/.*)$/.exec(pattern) ?? [];
  if (!scheme || !host || !path) throw new Error(`${pattern} is no match pattern`);
  const url = new URL(address);
  const schemes = scheme === '*' ? ['http:', 'https:'] : [`${scheme}:`];
  if (!schemes.includes(url.protocol)) return false;
  const base = host.replace(/^\*\.?/, '');
  const isBelow = host.startsWith('*') && (base === '' || url.hostname.endsWith(`.${base}`));
  if (url.hostname !== base && !isBelow) return false;
  const glob = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${glob}$`, 's').test(url.pathname + url.search);
}
