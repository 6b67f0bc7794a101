import { tidy } from '../text';
import { type OwnWords, ownWords } from '../translated';

/** What MathJax puts in the place of a formula once it has run; what the author wrote is gone from the page then. */
const typeset = 'mjx-container,.MathJax,.MathJax_Preview,.MathJax_Display';

const label = /^\s*(?:title|abstract|comments|journal[- ]ref|subjects)\s?:/i;

/** The text of an element, and whether it is as its authors wrote it. */
export function written(element: Element | null | undefined, max: number): OwnWords {
  if (!element) return { isSure: true };
  const { text, isSure } = ownWords(element, max);
  return { text, isSure: isSure && !element.querySelector(typeset) };
}

/** The same of what has a label before it: "Title: …" or "Abstract: …". */
export function labelled(element: Element | null | undefined, max: number): OwnWords {
  const { text, isSure } = written(element, max);
  return { text: tidy(text?.replace(label, ''), max), isSure };
}

/** The text of an element after its label, where nobody has been at it: of a translation half would be left. */
export function surely(element: Element | null | undefined, max: number): string | undefined {
  const { text, isSure } = labelled(element, max);
  return isSure ? text : undefined;
}
