const schemes = ['https:', 'http:', 'mailto:'];

/**
 * The address that a link of a text may lead to.
 * @returns It in its normal form; nothing when it is relative, broken, or neither web nor mail.
 */
export function linkAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return schemes.includes(url.protocol) ? url.href : undefined;
}
