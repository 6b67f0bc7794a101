const schemes = ['https:', 'http:', 'mailto:'];

/**
 * The address that a link of a text may lead to.
 * @returns It as it was written, spaces around it aside; nothing when it is relative, broken, or neither web nor mail.
 */
export function linkAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  return schemes.includes(new URL(href).protocol) ? href.trim() : undefined;
}
