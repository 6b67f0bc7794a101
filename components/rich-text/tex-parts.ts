import { Closings } from './formula-at';
import type { Emphasis } from './tex-commands';
import { TexScanner } from './tex-scanner';

/**
 * A piece of a text that holds LaTeX: `source` is what was written, `at` where in the text it
 * stands. In a `text` both are the same characters, or `text` stands for `source` as a whole.
 */
export type TexPart = { readonly at: number; readonly source: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'math'; readonly tex: string; readonly isDisplay: boolean }
  | { readonly kind: Emphasis; readonly parts: readonly TexPart[] }
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly TexPart[] }
);

/**
 * Takes apart a text that holds LaTeX or a little HTML: formulas, emphasis, links, and characters
 * that are written as commands. The sources of the parts, one after the other, are the text. What is not understood
 * stays text. Linear in the text's length.
 */
export function texParts(text: string): readonly TexPart[] {
  return new TexScanner(new Closings(text)).parts(0, text.length, 0);
}
