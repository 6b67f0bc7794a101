/** Signs of which TeX makes another one where they stand together: a dash, quotation marks. */
const joined = /-(?=-)|`(?=`)|'(?=')/g;

/**
 * Text as BibTeX and BibLaTeX read it back: what TeX would take for a command becomes the sign itself, letters of
 * other scripts stay (biber, Zotero and JabRef read UTF-8).
 * @param isNote Of Markdown, which nobody sets in type: signs that TeX would join stay as they are.
 */
export function latexText(value: string, isNote = false): string {
  if (!special.test(value)) return value;
  const braces = isBalanced(value) ? signs : { ...signs, ...unpairedBraces };
  const text = value.replace(/[\\{}&%$#_~^]/g, (sign) => braces[sign] ?? sign);
  return isNote ? text : text.replace(joined, '$&{}');
}

const special = /[\\{}&%$#_~^]|--|``|''/;

/** A title: formulas between dollars stay, and words with capitals that a style could lower stand in braces. */
export function latexTitle(value: string): string {
  return value
    .split(/(\$[^$\n]+\$)/)
    .map((part) => (isFormula(part) ? part : latexText(part).replace(wordWithCapitals, '{$&}')))
    .join('');
}

/** Text that is no TeX, as an address or an identifier, without what would end the field. */
export function latexRaw(value: string): string {
  return value.replace(isBalanced(value) ? /\\/g : /[\\{}]/g, encodeURIComponent);
}

/** Tells whether TeX code can stand in a field as it is, for readers that count escaped braces and for those that do not. */
export function isClosed(code: string): boolean {
  const rest = code.replace(/\\./gs, '');
  return !rest.includes('\\') && isBalanced(rest) && isBalanced(code);
}

/** Tells whether each brace has its other one, as BibTeX counts them: with a backslash or without. */
function isBalanced(value: string): boolean {
  if (!/[{}]/.test(value)) return true;
  let depth = 0;
  for (const sign of value) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const wordWithCapitals = /(?<![\p{L}\p{N}\\])[\p{L}\p{N}]*(?<=[\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu;

const signs: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};

/** BibTeX counts a brace even behind a backslash. */
const unpairedBraces = { '{': '{\\textbraceleft}', '}': '{\\textbraceright}' };

function isFormula(part: string): boolean {
  return /^\$[^$]*[^$\\]\$$/.test(part) && isBalanced(part) && !/^\$\s|\s\$$/.test(part);
}
