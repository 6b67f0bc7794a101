/** Accents by the command that sets them on a letter, as the characters that join one before them. */
export const accents: Record<string, string> = {
  "'": '\u0301',
  '`': '\u0300',
  '"': '\u0308',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
  b: '\u0331',
  d: '\u0323',
  h: '\u0309',
};

/** Letters of their own, and what leaves none; LaTeX takes the space after such a command for its end. */
export const letters: Record<string, string> = {
  ss: 'ß',
  SS: 'ẞ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
  i: 'ı',
  j: 'ȷ',
  noindent: '',
  protect: '',
  centering: '',
};

/** Signs, the space after them kept: abstracts hold them as words, between spaces. */
const signs: Record<string, string> = {
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  BibTeX: 'BibTeX',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textendash: '–',
  textemdash: '—',
  textasciitilde: '~',
  textasciicircum: '^',
  textbackslash: '\\',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textunderscore: '_',
  textquotesingle: "'",
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textdegree: '°',
  textregistered: '®',
  texttrademark: '™',
  textcopyright: '©',
  textbullet: '•',
  textperiodcentered: '·',
  textmu: 'µ',
  texttimes: '×',
  textpm: '±',
  textonehalf: '½',
  texteuro: '€',
  euro: '€',
  copyright: '©',
  pounds: '£',
  dag: '†',
  ddag: '‡',
  S: '§',
  P: '¶',
  quad: ' ',
  qquad: ' ',
  newline: ' ',
  linebreak: ' ',
  par: ' ',
  xspace: '',
  smallskip: ' ',
  medskip: ' ',
  bigskip: ' ',
  hfill: ' ',
  textdagger: '†',
  textdaggerdbl: '‡',
  textasteriskcentered: '*',
  textsection: '§',
  textparagraph: '¶',
  texttildelow: '~',
  textohm: 'Ω',
  textlangle: '⟨',
  textrangle: '⟩',
  textrightarrow: '→',
  textleftarrow: '←',
  textquotedbl: '"',
  eg: 'e.g.',
  ie: 'i.e.',
  etal: 'et al.',
};

/** Commands of formulas that abstracts hold outside of them too. */
const ofFormulas: Record<string, string> = {
  times: '×',
  cdot: '·',
  pm: '±',
  sim: '∼',
  approx: '≈',
  neq: '≠',
  ne: '≠',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  ll: '≪',
  gg: '≫',
  infty: '∞',
  circ: '∘',
  degree: '°',
  to: '→',
  rightarrow: '→',
  leftarrow: '←',
  leftrightarrow: '↔',
  Rightarrow: '⇒',
  ell: 'ℓ',
  cdots: '⋯',
  simeq: '≃',
  cong: '≅',
  equiv: '≡',
  propto: '∝',
  lesssim: '≲',
  gtrsim: '≳',
  mp: '∓',
  div: '÷',
  ast: '∗',
  star: '⋆',
  bullet: '•',
  dagger: '†',
  ddagger: '‡',
  checkmark: '✓',
  odot: '⊙',
  oplus: '⊕',
  otimes: '⊗',
  partial: '∂',
  nabla: '∇',
  sum: '∑',
  prod: '∏',
  int: '∫',
  forall: '∀',
  exists: '∃',
  in: '∈',
  notin: '∉',
  subset: '⊂',
  subseteq: '⊆',
  cup: '∪',
  cap: '∩',
  emptyset: '∅',
  mapsto: '↦',
  Leftarrow: '⇐',
  Leftrightarrow: '⇔',
  iff: '⇔',
  implies: '⇒',
  uparrow: '↑',
  downarrow: '↓',
  longrightarrow: '⟶',
  langle: '⟨',
  rangle: '⟩',
  lvert: '|',
  rvert: '|',
  lVert: '‖',
  rVert: '‖',
  mid: '|',
  hbar: 'ℏ',
};

const greekNames =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega';

/** `\alpha` to `\omega` and `\Alpha` to `\Omega`; the final sigma stands between rho and sigma. */
function greekLetters(): Record<string, string> {
  const found: Record<string, string> = {};
  let code = 0x3b1;
  for (const name of greekNames.split(' ')) {
    if (name === 'sigma') code += 1;
    const letter = String.fromCharCode(code);
    found[name] = letter;
    found[name.charAt(0).toUpperCase() + name.slice(1)] = letter.toUpperCase();
    code += 1;
  }
  return { ...found, varepsilon: 'ε', varphi: 'φ', vartheta: 'ϑ', varsigma: 'ς' };
}

/** Greek letters by name, as LaTeX and HTML both have them. */
export const greek = greekLetters();

/** Functions that are written by their name. */
const functions = Object.fromEntries(
  'arg cos deg det dim exp inf ker lim ln log max min mod sin sup tan'
    .split(' ')
    .map((name) => [name, name]),
);

/** What a command stands for in characters, by its name. */
export const symbols: Record<string, string> = {
  ...functions,
  ...greek,
  ...ofFormulas,
  ...signs,
};

/** What a backslash before a sign stands for: the sign itself, a space, or nothing that is seen. */
export const escapes: Record<string, string> = {
  '%': '%',
  '&': '&',
  _: '_',
  '#': '#',
  $: '$',
  '{': '{',
  '}': '}',
  ' ': ' ',
  ',': '\u202f',
  ';': ' ',
  '-': '',
  '/': '',
  '@': '',
};
