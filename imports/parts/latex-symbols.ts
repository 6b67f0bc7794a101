/** Accents by their command, as the combining character that follows the letter in Unicode. */
export const accents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '`': '\u0300',
    "'": '\u0301',
    '^': '\u0302',
    '~': '\u0303',
    '=': '\u0304',
    u: '\u0306',
    '.': '\u0307',
    '"': '\u0308',
    h: '\u0309',
    r: '\u030a',
    H: '\u030b',
    v: '\u030c',
    d: '\u0323',
    c: '\u0327',
    k: '\u0328',
    b: '\u0331',
    G: '\u030f',
    f: '\u0311',
    t: '\u0361',
  }),
);

/** Characters by the command that stands for them outside of maths. The Comprehensive LaTeX Symbol List, tables 1–12. */
export const symbols: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ss: 'ß', SS: 'ẞ', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł' },
    ...{ aa: 'å', AA: 'Å', i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ' },
    ...{ ng: 'ŋ', NG: 'Ŋ', textcommabelow: '', textbackslash: '\\', textasciitilde: '~' },
    ...{ textasciicircum: '^', textasciigrave: '`', textless: '<', textgreater: '>', textbar: '|' },
    ...{ textbraceleft: '{', textbraceright: '}', textdollar: '$', textunderscore: '_' },
    ...{
      textemdash: '—',
      textendash: '–',
      textellipsis: '…',
      ldots: '…',
      dots: '…',
      textbullet: '•',
    },
    ...{ textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”' },
    ...{ quotedblbase: '„', quotesinglbase: '‚', guillemotleft: '«', guillemotright: '»' },
    ...{ guilsinglleft: '‹', guilsinglright: '›', textquotedbl: '"', textquotesingle: "'" },
    ...{ textexclamdown: '¡', textquestiondown: '¿', textdegree: '°', textpm: '±', texttimes: '×' },
    ...{ textdiv: '÷', textmu: 'µ', texteuro: '€', euro: '€', pounds: '£', textsterling: '£' },
    ...{ textyen: '¥', textcent: '¢', copyright: '©', textcopyright: '©', textregistered: '®' },
    ...{ texttrademark: '™', S: '§', textsection: '§', P: '¶', textparagraph: '¶', dag: '†' },
    ...{
      ddag: '‡',
      textdagger: '†',
      textdaggerdbl: '‡',
      textordfeminine: 'ª',
      textordmasculine: 'º',
    },
    ...{ textonehalf: '½', textonequarter: '¼', textthreequarters: '¾', textonesuperior: '¹' },
    ...{ texttwosuperior: '²', textthreesuperior: '³', textperiodcentered: '·', slash: '/' },
    ...{ textrightarrow: '→', textleftarrow: '←', textuparrow: '↑', textdownarrow: '↓' },
    ...{ textnumero: '№', textperthousand: '‰', textmusicalnote: '♪', textasteriskcentered: '*' },
    ...{ backslash: '\\', LaTeX: 'LaTeX', TeX: 'TeX', BibTeX: 'BibTeX', hyphen: '-', quad: ' ' },
    ...{
      textvisiblespace: '␣',
      textasciimacron: '¯',
      textalpha: 'α',
      textbeta: 'β',
      textgamma: 'γ',
      textdelta: 'δ',
    },
  }),
);

/** Commands that only say how their argument looks. */
export const looks: ReadonlySet<string> = new Set(
  (
    'emph textit textbf textsl textsc textrm textsf texttt textup textmd textnormal underline uline mbox hbox text ' +
    'mkbibemph mkbibbold mkbibitalic uppercase MakeUppercase MakeLowercase lowercase noopsort noop ' +
    'bibstring ensuremath protect relax it bf sl sc rm sf tt em itshape bfseries upshape normalfont ' +
    'selectlanguage textsuperscript textsubscript'
  ).split(' '),
);

/** Commands that keep the place of their argument free, which is not to be seen. */
export const phantoms: ReadonlySet<string> = new Set(['phantom', 'hphantom', 'vphantom']);

/** Commands whose argument is an address or a path, as it stands. */
export const verbatim: ReadonlySet<string> = new Set(['url', 'nolinkurl', 'path']);

/** Commands that put their argument into quotation marks. */
export const quoting: ReadonlySet<string> = new Set(['enquote', 'mkbibquote']);
