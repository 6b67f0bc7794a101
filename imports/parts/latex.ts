import { accents, looks, phantoms, quoting, symbols, verbatim } from './latex-symbols';

/** How a field's text is read. */
export interface LatexReading {
  /** A note: line ends and every sign in it are the reader's, since Markdown is written in them. */
  readonly isNote?: boolean;
  /** A tag: two hyphens between subject and subdivision are the library's, and no dash. */
  readonly isTag?: boolean;
}

/** What a text is made of: a command, maths, a brace, white space, a ligature, or other signs. */
const token =
  /\\([A-Za-z]+)\*?[ \t]*|\\([\s\S])|(\$\$?)|([{}])|(~)|(---?|``|'')|([^\\${}~`'-]+|[\s\S])/gu;

/**
 * A field of BibTeX as plain text: accents and symbols are characters, braces and looks are gone, and maths
 * stays between its dollar signs as it is, since Offprint shows it. Commands that nobody knows stay, too.
 */
export function latexText(raw: string, reading: LatexReading = {}): string {
  const { isNote = false } = reading;
  if (!/[\\${}~]|--|``|''/.test(raw)) return tidied(raw, isNote);
  return tidied(new Reader(raw, reading).text(), isNote);
}

/** Line ends of a field were often put there by a program, at the width of a screen. */
function tidied(text: string, isNote: boolean): string {
  const composed = text.normalize('NFC');
  if (!isNote) return composed.replace(/\s+/g, ' ').trim();
  return composed
    .replace(/\r\n?/g, '\n')
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .trim();
}

/** Reads a text once from its beginning to its end. */
class Reader {
  readonly #token = new RegExp(token);
  #accent = '';
  #out = '';

  constructor(
    readonly raw: string,
    readonly reading: LatexReading,
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
    } else if (tie) this.#put(this.reading.isNote ? '~' : ' ');
    else if (ligature) this.#put(this.#ligature(ligature));
    else this.#put(other);
  }

  #ligature(signs: string): string {
    const { isNote, isTag } = this.reading;
    return isNote || (isTag && signs.startsWith('-')) ? signs : (ligatures.get(signs) ?? signs);
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
    else if (!looks.has(word)) this.#withArgument(word, whole);
  }

  /** What nobody knows stays as it is written. */
  #withArgument(word: string, whole: string): void {
    const from = this.#token.lastIndex;
    const group = groupAt(this.raw, from);
    this.#token.lastIndex += group.length;
    const inner = group.slice(1, -1);
    if (phantoms.has(word)) return;
    if (verbatim.has(word)) this.#put(inner.replace(/\\([%#&_~{}])/g, '$1'));
    else if (quoting.has(word)) this.#put(`“${new Reader(inner, this.reading).text()}”`);
    else this.#put(whole + group);
  }

  #sign(sign: string): void {
    const accent = accents.get(sign);
    if (accent !== undefined && this.#hasLetterNext(sign)) this.#accent = accent;
    else if (/[&%$#_{}~^]/.test(sign)) {
      this.#put(sign);
      if (accent !== undefined) this.#skipEmptyGroup();
    } else if (sign === '\\') this.#break();
    else if (/[\s,;:!/@-]/.test(sign)) this.#put(/[\s,;:]/.test(sign) ? ' ' : '');
    else if (sign === '(') this.#formula();
    else this.#put(`\\${sign}`);
  }

  /** A line that LaTeX ends is mostly ended in the file, too. */
  #break(): void {
    const rest = this.raw.slice(this.#token.lastIndex, this.#token.lastIndex + 100);
    this.#token.lastIndex += /^[ \t]*\r?\n/.exec(rest)?.[0].length ?? 0;
    this.#put('\n');
  }

  /** `\(…\)` is what `$…$` is. */
  #formula(): void {
    const from = this.#token.lastIndex;
    const to = this.raw.indexOf('\\)', from);
    if (to < 0 || to - from > mostMaths) this.#put('\\(');
    else {
      this.#put(`$${this.raw.slice(from, to).trim()}$`);
      this.#token.lastIndex = to + 2;
    }
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
    this.#put(this.reading.isNote ? `[${label}](${address})` : label);
  }

  /** A stroke above stands on digits, too: those of a crystal's faces. */
  #hasLetterNext(sign = ''): boolean {
    const rest = this.raw.slice(this.#token.lastIndex, this.#token.lastIndex + 8);
    if (sign === '=' && /^[\s{]*\d/.test(rest)) return true;
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
    const letter = /^\s*[\p{L}\d]\p{M}*/u.exec(text);
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

/** The longest formula, in characters. */
const mostMaths = 500;

/** The group in braces that begins there, with them; empty where there is none. */
function groupAt(raw: string, from: number): string {
  if (raw[from] !== '{') return '';
  let depth = 0;
  for (let at = from; at < Math.min(raw.length, from + mostGroup); at += 1) {
    if (raw[at] === '\\') at += 1;
    else if (raw[at] === '{') depth += 1;
    else if (raw[at] === '}') depth -= 1;
    if (depth === 0) return raw.slice(from, at + 1);
  }
  return '';
}

/** The longest argument of a command that is looked at, in characters. */
const mostGroup = 4000;

function endOfMaths(raw: string, dollar: string, from: number): number {
  for (let at = raw.indexOf(dollar, from); at >= 0; at = raw.indexOf(dollar, at + 1)) {
    if (at - from > mostMaths) return -1;
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
