import { latexText } from './latex';

/** A title of BibTeX with what BibLaTeX has as its second half. */
export function bibTitle(
  title: string | undefined,
  subtitle: string | undefined,
): string | undefined {
  const [first, second] = [title, subtitle].map((raw) => raw && latexText(raw));
  if (!first || !second) return first ?? second;
  return /[?!:.]$/.test(first) ? `${first} ${second}` : `${first}: ${second}`;
}
