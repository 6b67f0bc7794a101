import { accents, looks, symbols } from './latex-symbols';

/** How a field's text is read. */
export interface LatexReading {
  /** A note: line ends and every sign in it are the reader's, since Markdown is written in them. */
  readonly isNote?: boolean;
}

/** What a text is made of: a command, maths, a brace, white space, a ligature, or other signs. */
const token =
  /\\([A-Za-z]+)\*?[ \t]*|\\([\s\S])|(\$\$?)|([{}])|(~)|(---?|``|'')|([^\\${}~`'-]+|[\s\S])/gu;

/**
 * A field of BibTeX as plain text: accents and symbols are characters, braces and looks are gone, and maths
 * stays between its dollar signs as it is, since Offprint shows it. Commands that nobody knows stay, too.
 */
export function latexText(raw: string, { isNote = false }: LatexReading = {}): string {
  if (!/[\\${}~]|--|``|''/.test(raw)) return tidied(raw, isNote);
  return tidied(new Reader(raw, isNote).text(), isNote);
}

/** Line ends of a field were often put there by a program, at the width of a screen. */
function tidied(text: string, isNote: boolean): string {
  const composed = text.normalize('NFC');
  if (!isNote) return composed.replace(/\s+/g, ' ').trim();
  return composed
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

/** Reads a text once from its beginning to its end. */
class Reader {
  readonly #token = new RegExp(token);
  #accent = '';
  #out = '';

  constructor(
    readonly raw: string,
    readonly isNote: boolean,
  ) {}

  text(): string {
    for (;;) {
      const found = this.#token.exec(this.raw);
      if (!found) return this.#out;
      this.#read(found);
    }
  }

  #read(found: RegExpExecArray): void {
    const [, word, sign, dollar, brace, tie, ligature, other = ''] = found;
    if (word !== undefined) this.#command(word, found[0]);
    else if (sign !== undefined) this.#sign(sign);
    else if (dollar) this.#maths(dollar);
    else if (brace) {
      // Braces say what an accent is on and what belongs together; as text they are `\{` and `\}`.
    } else if (tie) this.#put(this.isNote ? '~' : ' ');
    else if (ligature) this.#put(this.isNote ? ligature : (ligatures.get(ligature) ?? ligature));
    else this.#put(other);
  }

  #command(word: string, whole: string): void {
    const accent = accents.get(word);
    const symbol = symbols.get(word);
    if (accent !== undefined && this.#hasLetterNext()) this.#accent = accent;
    else if (symbol !== undefined) {
      this.#put(this.#accent && (word === 'i' || word === 'j') ? word : symbol);
      this.#skipEmptyGroup();
    } else if (word === 'par' || word === 'newline') this.#put('\n');
    else if (word === 'href') this.#link();
    else if (!looks.has(word)) this.#put(whole);
  }

  #sign(sign: string): void {
    const accent = accents.get(sign);
    if (accent !== undefined && this.#hasLetterNext()) this.#accent = accent;
    else if (/[&%$#_{}]/.test(sign)) this.#put(sign);
    else if (sign === '\\') this.#put('\n');
    else if (/[\s,;:!/@-]/.test(sign)) this.#put(/\s/.test(sign) ? ' ' : '');
    else this.#put(`\\${sign}`);
  }

  /** Mendeley writes maths as text, sign by sign: `{\$}$\backslash$pi{\_}0{\$}`. */
  #maths(dollar: string): void {
    const from = this.#token.lastIndex;
    const to = endOfMaths(this.raw, dollar, from);
    if (to < 0) {
      this.#put(dollar);
      return;
    }
    const inner = this.raw.slice(from, to);
    this.#token.lastIndex = to + dollar.length;
    const sign = /^\s*\\?(backslash|<|>|\||_|sim|cdot|\{|\})\s*$/.exec(inner)?.[1];
    const plain = sign && (plainMaths.get(sign) ?? sign);
    this.#put(plain ?? `${dollar}${inner}${dollar}`);
  }

  #link(): void {
    const found = /^\s*\{([^{}]*)\}\s*\{([^{}]*)\}/.exec(
      this.raw.slice(this.#token.lastIndex, this.#token.lastIndex + 4000),
    );
    if (!found) return;
    this.#token.lastIndex += found[0].length;
    const [, address = '', label = ''] = found;
    this.#put(this.isNote ? `[${label}](${address})` : label);
  }

  #hasLetterNext(): boolean {
    const rest = this.raw.slice(this.#token.lastIndex, this.#token.lastIndex + 8);
    return /^[\s{]*(?:\\[a-zA-Z'"`^~=.]|\p{L})/u.test(rest);
  }

  #skipEmptyGroup(): void {
    if (this.raw.startsWith('{}', this.#token.lastIndex)) this.#token.lastIndex += 2;
  }

  #put(text: string): void {
    if (!this.#accent) {
      this.#out += text;
      return;
    }
    const letter = /^\s*(\p{L})\p{M}*/u.exec(text);
    if (!letter) return;
    this.#out += letter[0].trimStart() + this.#accent + text.slice(letter[0].length);
    this.#accent = '';
  }
}

const ligatures = new Map([
  ['--', '–'],
  ['---', '—'],
  ['``', '“'],
  ["''", '”'],
]);

const plainMaths = new Map([
  ['backslash', '\\'],
  ['sim', '~'],
  ['cdot', '·'],
]);

function endOfMaths(raw: string, dollar: string, from: number): number {
  for (let at = raw.indexOf(dollar, from); at >= 0; at = raw.indexOf(dollar, at + 1)) {
    if (at - from > 500) return -1;
    if (raw[at - 1] !== '\\' || raw[at - 2] === '\\') return at === from ? -1 : at;
  }
  return -1;
}

/** The parts of a text between separators that stand outside of braces. */
export function splitOutsideBraces(raw: string, separator: RegExp): string[] {
  const parts: string[] = [];
  const found = new RegExp(`([{}])|${separator.source}`, `${separator.flags.replace('g', '')}g`);
  let [depth, from] = [0, 0];
  for (const match of raw.matchAll(found)) {
    if (raw[match.index - 1] === '\\') continue;
    if (match[1] === '{') depth += 1;
    else if (match[1] === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(raw.slice(from, match.index));
      from = match.index + match[0].length;
    }
  }
  return [...parts, raw.slice(from)];
}
