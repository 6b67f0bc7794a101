import createSanitiser, { type Config } from 'dompurify';
import temml, { type renderToString } from 'temml';

const { renderToString: toMathml } = temml as typeof temml & {
  readonly renderToString: typeof renderToString;
};

const sanitiser = createSanitiser(window);

/** MathML and nothing else: no links, no names that a page could find, no colours and no styles. */
const policy = {
  USE_PROFILES: { mathMl: true },
  FORBID_ATTR: ['style', 'href', 'xlink:href', 'id', 'xml:id', 'mathcolor', 'mathbackground'],
  ADD_ATTR: ['class'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
} as const satisfies Config;

/** So many drawn formulas are kept, as a list that is scrolled draws the same ones again. */
const mostKept = 500;
const kept = new Map<string, DocumentFragment | undefined>();

const name = /\\(?:(?:eq|page|auto|[cC])?ref|cite[a-z]*)\s?\{([^{}\\]{1,200})\}/;
const tag = /\\tag\*?\{([^{}\\]{1,100})\}/;
const words = /\\(?:text[a-z]{0,6}|mbox|hbox)\s?\{[^{}$]*\}/;
const unseen = new RegExp(
  `${name.source}|${tag.source}|${words.source}|\\\\[a-zA-Z]+|\\\\[^]|%|&(?:lt|gt|amp);`,
  'g',
);

/** Commands of texts and of other packages, and what is as good. */
const otherwise: Record<string, string> = {
  '%': '\\%',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '\\textless': '<',
  '\\textgreater': '>',
  '\\textasciitilde': '\\sim',
  '\\mathds': '\\mathbb',
  '\\mathbbm': '\\mathbb',
  '\\nicefrac': '\\tfrac',
  '\\xspace': '',
  '\\llap': '',
  '\\rlap': '',
  '\\mathllap': '',
  '\\mathrlap': '',
  '\\mathclap': '',
};

const asText = (plain: string) => plain.replace(/[%_#&$^~]/g, '\\$&');

/** Words between spaces in a formula that is no TeX: `$n log n$`, `$a if b$`. */
const bareWords = /(?<![^\s])(?:\p{L}{3,}|if|is|in|of|or|to|for|and)(?![^\s,])/gu;

/**
 * TeX with what would leave nothing to read, or be run together: a percent sign begins no comment, as a reader has
 * written one, a reference to what is not at hand reads as its name, and words are words.
 * @param displayMode Where a number of an equation may stand.
 */
function readable(tex: string, displayMode: boolean): string {
  const isTyped = /\p{L}\s|\s\p{L}/u.test(tex) && !/[\\{}]/.test(tex);
  const seen = tex.replace(unseen, (found: string, name?: string, number?: string) => {
    if (name !== undefined) return `\\text{[${asText(name)}]}`;
    if (number !== undefined) return displayMode ? found : `\\quad\\text{(${asText(number)})}`;
    if (Object.hasOwn(otherwise, found)) return otherwise[found] ?? '';
    if (!found.endsWith('}')) return found;
    return found
      .replace('\\mbox', '\\text')
      .replace(/\\?[%_#&](?![^{]*\{)/g, (sign) => `\\${sign.slice(-1)}`);
  });
  return isTyped ? seen.replace(bareWords, '\\text{ $& }') : seen;
}

/** Nothing but space, as in `5$\,$GHz`. */
const onlySpace = /^(?:\\[,;:!> ]|~|\s|\\q?quad)+$/;
/** What would be read and leave nothing in view. */
const definition = /\\(?:[gex]?def|let|(?:re)?newcommand|providecommand)(?![a-zA-Z])/;

function draw(tex: string, displayMode: boolean): DocumentFragment | undefined {
  if (definition.test(tex)) return undefined;
  try {
    const markup = toMathml(readable(tex, displayMode), {
      displayMode,
      throwOnError: true,
      trust: false,
      maxExpand: 200,
      maxSize: [20, 500],
    });
    const fragment = sanitiser.sanitize(markup, policy);
    const isMath = fragment.childNodes.length === 1 && fragment.firstChild?.nodeName === 'math';
    const isSeen = /\S/.test(fragment.textContent) || onlySpace.test(tex);
    return isMath && isSeen ? fragment : undefined;
  } catch {
    // Broken TeX, or nested too deeply: the caller shows it as it is written.
    return undefined;
  }
}

/**
 * A formula as MathML.
 * @param tex Without its delimiters; untrusted.
 * @param isDisplay Whether it stands in a line of its own.
 * @returns A copy of its own for each call, sanitised; nothing when the TeX is broken.
 */
export function formulaNode(tex: string, isDisplay: boolean): Node | undefined {
  const key = `${isDisplay ? 'display' : 'inline'} ${tex}`;
  if (!kept.has(key)) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, draw(tex, isDisplay));
  }
  return kept.get(key)?.cloneNode(true);
}
