/**
 * Folds a text for comparison: compatibility forms joined, accents and case gone.
 * "Ångström" and "angstrom", full-width "ＡＩ" and "ai" become the same.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Collapses white space and trims. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
