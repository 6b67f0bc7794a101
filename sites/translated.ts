import { textOf, tidy } from './text';

/** What a reader's translator has put in the place of the page's own words, element by element. */
const replaced = '[_msttexthash],[_mstmutation],[data-dl-translated="true"]';

/** What a translator has put beside the page's own words, or around its translation. */
const inserted =
  'font,ya-tr-span,.notranslate,[class*="translated"],[class*="translation"],[class*="translator"],[class*="bilingual"],[id*="translate-target"]';

/** What no heading of these sites has in it of itself, and known or unknown translators put there. */
const foreign = `${inserted},[lang],[translate="no"]`;

/** A letter of a script that titles are not written in: not one of 2569 was. */
const otherScript = /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Common}]/u;

/**
 * Tells whether a translator has been at an element's words: those of the page as a whole, or its own.
 *
 * Marks on the page: Chrome's class `translated-ltr` or `-rtl` on `html`, and a language other than English, which both
 * sites are written in (Chrome, Safari and Firefox set `lang`, and Firefox sets nothing else that stays). On elements:
 * Chrome's and many extensions' `font` (Immersive Translate's is `.notranslate` as well), Edge's `_mst…` attributes,
 * DeepL's `data-dl-translated`, Yandex' `ya-tr-span`, and the classes or ids of Read Frog, FluentRead, older versions of
 * Immersive Translate and others.
 */
export function isTranslated(element: Element): boolean {
  const marks = `${replaced},${inserted}`;
  return isReplaced(element) || element.matches(inserted) || element.querySelector(marks) !== null;
}

/** A text as the page itself has it, in spite of translators. */
export interface OwnWords {
  /** On one line; absent where only a translation is left of it. */
  readonly text?: string | undefined;
  /** Whether nobody has been at it, as far as marks and script tell. */
  readonly isSure: boolean;
}

/** Takes a heading, or the link in one; gives its own words, without translations beside them, cut to `max`. */
export function ownWords(heading: Element, max: number): OwnWords {
  if (isReplaced(heading) || heading.querySelector(replaced)) return { isSure: false };
  const isForeign = (element: Element) =>
    element.matches(foreign) || (element.localName.includes('-') && !isOurs(element));
  if (![...heading.querySelectorAll('*')].some(isForeign)) {
    const text = textOf(heading, max);
    return { text, isSure: !otherScript.test(text ?? '') };
  }
  const copy = heading.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll('*')) if (isForeign(element)) element.remove();
  return { text: tidy(copy.textContent, max), isSure: false };
}

function isReplaced(element: Element): boolean {
  return element.closest(replaced) !== null || isPageTranslated(element.ownerDocument);
}

function isPageTranslated({ documentElement: { className, lang } }: Document): boolean {
  return /\btranslated-(?:ltr|rtl)\b/.test(className) || /^(?!en\b)./i.test(lang);
}

function isOurs(element: Element): boolean {
  return element.localName.startsWith('offprint-');
}
