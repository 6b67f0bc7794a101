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

const unseen = /\\(?:eq)?ref\s?\{([^{}\\]{1,200})\}|\\[\s\S]|%/g;

/**
 * TeX with what would leave nothing to read: a percent sign begins no comment, as a reader has written one, and a
 * reference to what is not at hand reads as its name.
 */
function readable(tex: string): string {
  return tex.replace(unseen, (found, name?: string) => {
    if (name !== undefined) return `\\text{[${name.replace(/[%_#&$^~]/g, '\\$&')}]}`;
    return found === '%' ? '\\%' : found;
  });
}

function draw(tex: string, displayMode: boolean): DocumentFragment | undefined {
  try {
    const markup = toMathml(readable(tex), {
      displayMode,
      throwOnError: true,
      trust: false,
      maxExpand: 200,
      maxSize: [20, 500],
    });
    const fragment = sanitiser.sanitize(markup, policy);
    const isMath = fragment.childNodes.length === 1 && fragment.firstChild?.nodeName === 'math';
    return isMath ? fragment : undefined;
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
