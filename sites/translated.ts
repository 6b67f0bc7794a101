import { textOf, tidy } from './text';

/** What a reader's translator has put in the place of the page's own words, element by element. */
const replaced =
  '[_msttexthash],[_msthash],[_mstmutation],[_istranslated],[data-dl-translated="true"],[data-moz-translations-id]';

/** What a translator has put beside the page's own words, or around its translation. */
const inserted = [
  'font',
  '.notranslate',
  '[class*="immersive-translate"]',
  '[data-immersive-translate-translation-element-mark]',
  '[class*="translated"]',
  '[class*="translation"]',
  '[class*="translator"]',
  'ya-tr-span',
  'kiss-translator',
].join();

/** What no heading of these sites has in it of itself, and known or unknown translators put there. */
const foreign = `${inserted},[lang],[translate="no"]`;

/** A letter of a script that titles are not written in: not one of 2569 was. */
const otherScript = /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Common}]/u;

/**
 * Tells whether a translator has been at an element's words: those of the page as a whole, or its own.
 *
 * Marks on the page: Chrome's class `translated-ltr` or `-rtl` on `html`, Google's `X-Translated-By`, and a language
 * other than English, which both sites are written in (Chrome, Safari and Firefox set `lang`, and Firefox sets nothing
 * else). On elements: Chrome's and many extensions' `font`, Edge's `_mst…` attributes, DeepL's `data-dl-translated`,
 * Yandex' `ya-tr-span`, and the classes of Immersive Translate, Read Frog and others.
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

function isPageTranslated({ documentElement: root, body, head }: Document): boolean {
  const isClassed = [root, body].some((one) => /\btranslated-(?:ltr|rtl)\b/.test(one.className));
  const language = root.lang.toLowerCase().split('-')[0];
  const isOther = !!language && language !== 'en';
  return isClassed || isOther || !!head.querySelector('meta[http-equiv="X-Translated-By" i]');
}

function isOurs(element: Element): boolean {
  return element.localName.startsWith('offprint-');
}
