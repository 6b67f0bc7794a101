/*
 * How lists of publications and references are written: what in an entry is the title, and what only stands out beside it.
 */

/** A title in quotes, the comma within or behind. */
const quoted = /[“"„«]([^“”"„«»]{8,400}?)[.,]?[”"“»]/;
/** "Lovelace, A., & Turing, A. (2020). Folding by machine. Journal …", as https://apastyle.apa.org and its like have it. */
const dated = /^.{3,600}?\((?:1[5-9]|20)\d\d[a-z]?(?:,[^()]{0,20})?\)\s*[.:,]?\s+(.+)$/s;
/** Behind a sentence that does not end in an initial. */
const nextSentence = /(?<=[\p{Ll}\p{N})]{2}[.?!])\s+(?=[\p{Lu}\p{N}])/u;

/**
 * The title in an entry of references, where its form says which part that is.
 * @returns `undefined` of any other text.
 */
export function citedTitle(text: string): string | undefined {
  const start = text.slice(0, 2000);
  const inQuotes = quoted.exec(start)?.[1];
  if (inQuotes) return inQuotes;
  return dated.exec(start)?.[1]?.split(nextSentence)[0];
}

/** The sentences of a text; initials end none. */
export function sentences(text: string): string[] {
  return text.split(nextSentence);
}

const nameParts =
  /^(?:\p{Lu}[\p{L}'’-]*\.?|van|von|de|der|den|di|da|la|le|el|al|bin|ibn|dos|du|del|y|e)$/u;

/** Tells whether an element is one of the names in a line of them ("**Ada Lovelace**, Alan Turing"). */
export function isPersonIn(element: Element): boolean {
  const words = (element.textContent ?? '')
    .slice(0, 200)
    .replace(/[*†‡\d]+/g, '')
    .trim()
    .split(/\s+/);
  if (words.length < 2 || words.length > 5 || !words.every((word) => nameParts.test(word)))
    return false;
  const behind = element.nextSibling?.textContent ?? '';
  const ahead = element.previousSibling?.textContent ?? '';
  return /^\s*[*†‡\d]*\s*(?:[,;&]|and\b)/.test(behind) || /(?:[,;&]|\band)\s*$/.test(ahead);
}

const venues =
  /^in\s+\p{Lu}|\b(?:proceedings|proc\.|conference|journal|transactions|symposium|workshop|lecture notes|advances in|letters|annals|bulletin|magazine|arxiv preprint|corr|press)\b/iu;

/** Tells whether what stands out in an entry is where the paper appeared. */
export function isVenue(element: Element): boolean {
  const text = (element.textContent ?? '').slice(0, 300).trim();
  const ahead = (element.previousSibling?.textContent ?? '').slice(-10);
  return venues.test(text) || /\bin:?\s*$/i.test(ahead);
}
