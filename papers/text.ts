/** Collapses white space and trims. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
