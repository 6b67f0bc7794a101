const hosts = /^(?:www\.)?(?:github|gitlab)\.com$/;

/**
 * Who the code of a paper belongs to: the first part of a repository's path, in small letters.
 * @returns `undefined` for an address of no known host of code.
 */
export function codeOwnerOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { hostname, pathname } = new URL(address);
  const [owner] = pathname.split('/').filter(Boolean);
  return hosts.test(hostname) && owner ? owner.toLowerCase() : undefined;
}

/**
 * A code owner as the reader may write it: `pytorch`, `@pytorch`, `pytorch/vision`, `github.com/pytorch`, an
 * address.
 * @returns `undefined` for what can be no owner's name.
 */
export function codeOwnerIn(written: string): string | undefined {
  const words = written.trim();
  const address = words.includes('://') ? words : `https://${words}`;
  const name = words.replace(/^@/, '').replace(/^([^/.]+)\/[^/]+$/, '$1');
  const owner = codeOwnerOf(address) ?? name.toLowerCase();
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}])?$/u.test(owner) ? owner : undefined;
}
