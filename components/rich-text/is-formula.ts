/** What stands between two dollar signs, and what beside them. */
export interface BetweenDollars {
  readonly before: string;
  readonly tex: string;
  readonly after: string;
}

/** What only formulas hold: a command, but not one of text, or what stands above or below the line. */
const onlyTex = /\\(?!emph|[a-zA-Z]*cite|[a-z]*ref|url|footnote)[a-zA-Z]|[\^_]/;
/** Signs alone are no money: `$>$90%`, `$\%$`. */
const onlySigns = /^(?:[<>=+*/|±×≤≥≈-]|\\[%&#_$,;:!])+$/;
/** What TeX writes more than prose does. */
const ratherTex = /[\\^_=<>{}+]/;
/** Words that belong into a formula, and the names of commands. */
const wordsOfTex = /\\(?:text[a-z]*|math[a-z]*|operatorname\*?|[mh]box)\s?\{[^{}]*\}|\\[a-zA-Z]+/g;
/** Two words of prose after one another, or one that stands between spaces. */
const prose = /\p{L}\p{L}[,;:.]?\s+\p{L}\p{L}|\s\p{L}{3,}\s/u;

/** A dollar after a letter or digit belongs to it (US$, 10$) unless what follows can only be TeX. */
function isPriceSign({ before, tex }: BetweenDollars): boolean {
  return /[\p{L}\p{N}]/u.test(before) && !onlyTex.test(tex) && !/^\p{L}$/u.test(tex);
}

/** Whether digits begin what stands between two dollars, and then words follow, up to the sign of the next amount. */
export function isAmount(tex: string): boolean {
  return /^[\d.,]*\d/.test(tex) && prose.test(` ${tex.replace(wordsOfTex, '')} `);
}

/** Money and prose: words, and nothing that TeX writes. */
function isProse({ tex, after }: BetweenDollars): boolean {
  if (/^[,.;:!?)\]]\s/.test(tex)) return true;
  if (!/\p{L}{2}/u.test(tex)) return /^\d.*[(/-]$/s.test(tex);
  if (ratherTex.test(tex)) return !onlyTex.test(tex) && isAmount(tex);
  return /^\d/.test(tex) || /^\p{L}/u.test(after);
}

/** `$ \alpha $` and `$\alpha $`; but where words touch the sign on its outer side, it belongs to the formula there. */
function isSpaced({ before, tex, after }: BetweenDollars): boolean {
  const isClosed = /^\s/.test(tex) || !/^[\p{L}\p{N}\\]/u.test(after);
  const isOpened = /\s$/.test(tex) || !/[\p{L}\p{N})]$/u.test(before);
  const words = tex.replace(wordsOfTex, '');
  return isClosed && isOpened && !prose.test(words) && !/(?:^|\s)\p{L}{2,}\s*$/u.test(words);
}

/**
 * Tells a formula from money. The rule is pandoc's (`tex_math_dollars`: nothing but its content at
 * the inner sides, no digit after it) with two things that abstracts need: `$\sim$5` may be followed
 * by a digit, and `$ \alpha $` may stand beside spaces, as neither can be money; and
 * with prices that pandoc takes for formulas: "US$, not CA$", "$5 million (or 6$)".
 * Linear in the length of what it is given.
 */
export function isFormula(between: BetweenDollars): boolean {
  const { tex, after } = between;
  if (onlySigns.test(tex)) return true;
  const isTex = onlyTex.test(tex);
  if (/^\s|(?<!\\)\s$/.test(tex)) return isTex && isSpaced(between);
  if (/^\d/.test(after) && !(/^\p{L}$/u.test(tex) || (isTex && !isAmount(tex)))) return false;
  return !isPriceSign(between) && !isProse(between);
}
