import { foldCharacter } from '../fold';
import { asciiKinds, type Kind, kindOf, kinds } from './characters';
import { drawnAt } from './drawn';
import { Emitter, type Sink } from './emitter';
import { greekNames, mostSigns } from './greek';
import { isInName, isRaisedSign, leadsName, signAliases } from './signs';

const greekRun = /(?:\p{Script=Greek}[\p{M}\p{Cf}]*)+/uy;
const isGreek = /\p{Script=Greek}/u;
/** A number that is written in thousands, up to one of its commas and from there on; a list such as "55,89,144" is none. */
const upToThousands = /(?:^|[^\d.,])[1-9]\d{0,2}(?:,\d{3}){0,4}$/;
const thousands = /(?:,\d{3})+(?!,?\d)/y;
const longestNumber = 20;
const raised = /[²³¹⁰-ₜ]/;

/** Reads texts into the words that are compared; see `wordsOf`. Linear in their length. */
export class Scanner {
  readonly #words: Emitter;
  #isMath = false;
  /** Where the last digit above or below the line ends. */
  #raisedTo = -1;

  constructor(sink: Sink) {
    this.#words = new Emitter(sink);
  }

  /** Reads one text; no word goes on from the one before. */
  read(text: string): void {
    const words = this.#words;
    words.begin();
    this.#isMath = false;
    this.#raisedTo = -1;
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      const kind = code < 128 ? (asciiKinds[code] as Kind) : 0;
      if (kind === 0) at = this.#foreign(text, at);
      else if (kind === kinds.special) at = this.#special(text, at, at + 1, text.charAt(at));
      else {
        if (kind === kinds.letter) words.word(code | 32, kind, at, at + 1);
        else if (kind === kinds.digit) words.word(code, kind, at, at + 1);
        else if (code !== 44 || !this.#groups(text, at)) words.pass(kind);
        at = kind === kinds.letter ? this.#letters(text, at + 1) : at + 1;
      }
    }
  }

  /** Whether a comma stands before the thousands of a number: "1,000" is 1000. */
  #groups(text: string, at: number): boolean {
    thousands.lastIndex = at;
    return (
      this.#words.isAfterDigit &&
      thousands.test(text) &&
      upToThousands.test(text.slice(Math.max(0, at - longestNumber), at))
    );
  }

  /** The letters of ASCII that follow a letter: most of every text. */
  #letters(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127 || asciiKinds[code] !== kinds.letter) break;
      this.#words.letter(code | 32, at);
    }
    return at;
  }

  /** A character beyond ASCII, or a run of Greek. Returns where to read on, as those below do. */
  #foreign(text: string, at: number): number {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = at + character.length;
    if (isGreek.test(character)) return this.#greek(text, at);
    const alias = Object.hasOwn(signAliases, character) ? signAliases[character] : undefined;
    if (alias !== undefined) return this.#special(text, at, end, alias);
    if (!raised.test(character)) this.#drawn(text, at, end, character);
    else {
      // "10⁶" is no 106.
      if (this.#words.isAfterDigit && this.#raisedTo !== at) this.#words.imply();
      this.#drawn(text, at, end, character);
      this.#raisedTo = end;
    }
    return end;
  }

  #greek(text: string, at: number): number {
    greekRun.lastIndex = at;
    const [run = ''] = greekRun.exec(text) ?? [];
    const isWord = run.replace(/\P{L}/gu, '').length > mostSigns;
    let from = at;
    for (const one of run) {
      const to = from + one.length;
      if (isWord) this.#folded(text, from, to, foldCharacter(one));
      else this.#drawn(text, from, to, one);
      from = to;
    }
    return from;
  }

  /** Characters that are drawn; a Greek letter goes by its name. */
  #drawn(text: string, start: number, end: number, characters: string): void {
    for (const character of characters) {
      // "8×7" and "10× faster" are written with an x as well.
      const isTimes = character === '×' && this.#words.isBehindDigit;
      const folded = isTimes ? 'x' : foldCharacter(character);
      const name = greekNames.get(folded);
      if (name) this.#words.named(name, start, end);
      else this.#folded(text, start, end, folded);
    }
  }

  #folded(text: string, start: number, end: number, folded: string): void {
    if (folded === '') this.#words.close(end);
    for (const character of folded) {
      const kind = kindOf(character);
      if (kind === kinds.special) this.#special(text, start, end, character);
      else if (kind > kinds.unspaced) this.#words.pass(kind);
      else {
        this.#words.word(character.charCodeAt(0), kind, start, end);
        if (character.length > 1) this.#words.secondUnit(character.charCodeAt(1), start, end);
      }
    }
  }

  /** A character whose meaning depends on what stands around it. */
  #special(text: string, start: number, end: number, character: string): number {
    const words = this.#words;
    if (character === '\\' || character === '&' || character === '<')
      return this.#written(text, start, end);
    if (character === '.') {
      if (!leadsName(text, start)) words.pass(kinds.stop);
      else {
        if (words.isAfterWord) words.pass(kinds.stop);
        words.word(46, kinds.special, start, end);
      }
    } else if (character === '~') words.pass(kinds.space);
    else if (character === '^') {
      if (!isRaisedSign(text, end)) words.pass(kinds.tight);
    } else if (/[{}$]/.test(character)) this.#frame(text, start, end, character);
    else if (isInName(character, text, end, words))
      words.word(character.charCodeAt(0), kinds.special, start, end);
    else if (character === '*') words.passStar();
    else words.pass(kinds.tight);
    return end;
  }

  /** Braces and dollars are nothing, but two groups are two parts. */
  #frame(text: string, start: number, end: number, character: string): void {
    if (character === '$') this.#isMath = !this.#isMath;
    const opens = character === '{' || (character === '$' && this.#isMath);
    if (opens) this.#words.open(start);
    else this.#words.close(end);
    if (character === '}' && text[end] === '{') this.#words.imply();
  }

  /** What LaTeX and HTML write in signs. */
  #written(text: string, start: number, end: number): number {
    const drawn = end - start === 1 ? drawnAt(text, start) : undefined;
    if (!drawn) {
      this.#words.pass(kinds.tight);
      return end;
    }
    const isRaised = drawn.text.startsWith('^');
    if (isRaised && !isRaisedSign(text, drawn.end)) this.#words.pass(kinds.tight);
    if (drawn.text === '') this.#words.open(start);
    this.#drawn(text, start, drawn.end, isRaised ? drawn.text.slice(1) : drawn.text);
    return drawn.end;
  }
}
