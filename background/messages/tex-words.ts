import { isFormula } from '../../components/rich-text/is-formula';

/** A formula between its delimiters, not too long to be a line's. */
const formula =
  /\$\$([^$]{1,400})\$\$|\$([^$]{1,400})\$|\\\(([\s\S]{1,400}?)\\\)|\\\[([\s\S]{1,400}?)\\\]/g;
/** Commands of text that have no more to say than their words do. */
const ofText = /\\(?:text(?:bf|it|tt|sc|sf|rm|sl|md|up)?|emph|underline|mbox|url)\s?\{([^{}]*)\}/g;
const ofMath =
  /\\(?:math[a-z]*|operatorname\*?|boldsymbol|bm|[mh]box|overline|hat|tilde|bar|vec)\s?\{([^{}]*)\}/g;

const names =
  'alphaα betaβ gammaγ deltaδ epsilonε varepsilonε zetaζ etaη thetaθ iotaι kappaκ lambdaλ muμ nuν xiξ piπ rhoρ sigmaσ ' +
  'tauτ phiφ varphiφ chiχ psiψ omegaω GammaΓ DeltaΔ ThetaΘ LambdaΛ XiΞ PiΠ SigmaΣ PhiΦ PsiΨ OmegaΩ times× cdot· pm± ' +
  'sim∼ approx≈ neq≠ ne≠ le≤ leq≤ ge≥ geq≥ ll≪ gg≫ infty∞ to→ rightarrow→ leftarrow← leftrightarrow↔ Rightarrow⇒ in∈ ' +
  'notin∉ subset⊂ cup∪ cap∩ forall∀ exists∃ nabla∇ partial∂ sum∑ prod∏ int∫ ldots… dots… cdots⋯ star⋆ circ∘ odot⊙ ' +
  'oplus⊕ otimes⊗ propto∝ langle⟨ rangle⟩ log¯ min¯ max¯ exp¯ left¯ right¯ quad¯';
/** What a command of formulas is in a line of text; `¯` stands for one that says its name, or nothing. */
const signs = new Map(names.split(' ').map((word) => [word.slice(0, -1), word.slice(-1)] as const));
const unsaid = ['left', 'right', 'quad'];
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵏᵈ';
const below = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ';
const [plainAbove, plainBelow] = ['0123456789+-=()niTkd', '0123456789+-=()ni'];

/**
 * A text with its LaTeX as far as it can be said in a line of plain words: `$\alpha$-NeRF` is `α-NeRF`, `10$\times$` is
 * `10×`. What cannot stays as it is written. For the bar, which has no room for what draws formulas, nor for this.
 */
export function texWords(text: string): string {
  if (!/[$\\~]|``|--/.test(text)) return text;
  return text
    .replace(formula, (source, ...found) => {
      const tex = found.slice(0, 4).find((one) => one !== undefined) as string;
      const at = found[4] as number;
      const beside = { before: text[at - 1] ?? '', after: text[at + source.length] ?? '' };
      if (source.startsWith('$') && !isFormula({ tex, ...beside })) return source;
      return mathWords(tex) ?? source;
    })
    .replace(ofText, '$1')
    .replace(/\\([%&#_{}$])/g, '$1')
    .replace(/(\S)~(?=\S)/g, '$1\u00a0')
    .replace(/``([^`']{1,200})''/g, '“$1”')
    .replace(/(\w)--(?=\w)/g, '$1–');
}

/** @returns `undefined` where a command is left that is not known. */
function mathWords(tex: string): string | undefined {
  const said = tex
    .replace(ofText, '$1')
    .replace(ofMath, '$1')
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/\\([a-zA-Z]+)\s?/g, (source, name: string) => {
      const sign = signs.get(name);
      if (sign === undefined) return source;
      return sign === '¯' ? (unsaid.includes(name) ? '' : `${name} `) : sign;
    })
    .replace(/\^(?:\{([^{}]*)\}|(\S))/g, (_, long = '', short = '') =>
      raised(long || short, plainAbove, above, '^'),
    )
    .replace(/_(?:\{([^{}]*)\}|(\S))/g, (_, long = '', short = '') =>
      raised(long || short, plainBelow, below, '_'),
    )
    .replace(/\\([%&#_$])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
  return said.includes('\\') ? undefined : said;
}

/** Above or below the line where each sign can be; else as it is written. */
function raised(words: string, plain: string, small: string, sign: string): string {
  const isSmall = [...words].every((one) => plain.includes(one));
  if (isSmall) return [...words].map((one) => [...small][plain.indexOf(one)] ?? one).join('');
  return words.length > 1 ? `${sign}(${words})` : `${sign}${words}`;
}
