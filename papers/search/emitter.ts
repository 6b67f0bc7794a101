import { type Kind, kinds } from './characters';

/** What stands between a character and the one before: nothing, parts of one word, a blank, or more. */
export const gaps = { none: 0, tight: 1, loose: 2, hard: 3 } as const;
export type Gap = (typeof gaps)[keyof typeof gaps];

/** Takes the characters of the words of a text as they are found. */
export interface Sink {
  /**
   * @param code A UTF-16 unit, folded.
   * @param start Where its original begins, and where that ends.
   */
  take(code: number, gap: Gap, start: number, end: number): void;
  /** What is nothing by itself, such as a combining mark, follows the last character. */
  extend(end: number): void;
}

/** What was passed since the last character of a word, in bits. */
const passed = { tight: 1, space: 2, hard: 4, stop: 8, implied: 16 } as const;

/** More letters than any word has that a sign belongs to; also said of what holds a digit. */
const tooLong = 99;

/** Puts the characters of a text into words: knows what stands between a character and the last one. */
export class Emitter {
  #passed = 0;
  /** The kind of the last character; 0 at the beginning of a text, `special` for a sign. */
  #last: Kind | 0 = 0;
  #letters = 0;
  #isStarPassed = false;
  #isStarred = false;
  /** Where the sign stands that belongs to the next character, such as an opening brace. */
  #opened = -1;

  constructor(private readonly sink: Sink) {}

  /** Nothing goes on from what came before. */
  begin(): void {
    this.#passed = 0;
    this.#last = 0;
    this.#letters = 0;
    this.#opened = -1;
    this.#isStarPassed = false;
  }

  /** A character of a word. */
  word(code: number, kind: Kind, start: number, end: number): void {
    const isInner = this.#passed === 0 && this.#last === kind && kind !== kinds.unspaced;
    const gap = isInner ? gaps.none : this.#gapTo(kind);
    if (kind === kinds.digit) this.#letters = tooLong;
    else if (gap === gaps.none) this.#letters += 1;
    else {
      const goesOn = this.#passed === 0 && this.#last === kinds.digit;
      this.#letters = goesOn ? tooLong : 1;
      this.#isStarred = this.#isStarPassed;
    }
    this.sink.take(code, gap, this.#opened === -1 ? start : this.#opened, end);
    this.#last = kind;
    this.#passed = 0;
    this.#opened = -1;
    this.#isStarPassed = false;
  }

  /** A letter of ASCII right after another one. */
  letter(code: number, at: number): void {
    this.#letters += 1;
    this.sink.take(code, gaps.none, at, at + 1);
  }

  /** The second unit of a character beyond the first plane. */
  secondUnit(code: number, start: number, end: number): void {
    this.sink.take(code, gaps.none, start, end);
  }

  /** A word of its own, whatever stands around it: the name of a Greek letter. */
  named(name: string, start: number, end: number): void {
    this.imply();
    for (let at = 0; at < name.length; at += 1)
      this.word(name.charCodeAt(at), kinds.letter, start, end);
    this.imply();
    this.#letters = 1;
  }

  /** A new part of the word begins here, though nothing is written between. */
  imply(): void {
    if (this.#last !== 0) this.#passed |= passed.implied;
  }

  /** A character that belongs to no word. */
  pass(kind: Kind): void {
    this.#opened = -1;
    this.#isStarPassed = false;
    if (kind === kinds.space) this.#passed |= passed.space;
    else if (kind === kinds.hard) this.#passed |= passed.hard;
    else if (kind === kinds.stop) this.#passed |= passed.stop;
    else this.#passed |= passed.tight;
  }

  /** A star that belongs to no name, as Markdown has them. */
  passStar(): void {
    this.pass(kinds.tight);
    this.#isStarPassed = true;
  }

  /** What is nothing, and belongs to what comes next. */
  open(at: number): void {
    if (this.#opened === -1) this.#opened = at;
  }

  /** What is nothing, and belongs to what came before. */
  close(end: number): void {
    if (this.isAfterWord) this.sink.extend(end);
  }

  /** Whether nothing stands between here and the last character of a word. */
  get isAfterWord(): boolean {
    return (this.#passed & ~passed.implied) === 0 && this.#last !== 0;
  }

  get isAfterDigit(): boolean {
    return this.isAfterWord && this.#last === kinds.digit;
  }

  /** Whether the last character of a word was a digit, whatever stands between. */
  get isBehindDigit(): boolean {
    return this.#last === kinds.digit;
  }

  get isAfterSign(): boolean {
    return this.isAfterWord && this.#last === kinds.special;
  }

  /** How many letters stand right before, where nothing but letters does; 0 for none, and many for too many. */
  get letters(): number {
    const isAfterLetter = this.isAfterWord && this.#last === kinds.letter;
    return isAfterLetter ? this.#letters : 0;
  }

  /** Whether what stands right before has a star before it, as in Markdown. */
  get isStarred(): boolean {
    return this.#isStarred;
  }

  #gapTo(kind: Kind): Gap {
    const now = this.#passed;
    if (this.#last === 0 || now & passed.hard) return gaps.hard;
    if (now & passed.space) return now & passed.stop ? gaps.hard : gaps.loose;
    if (kind === kinds.special) return this.isAfterWord ? gaps.none : gaps.tight;
    if (now !== 0 || kind === kinds.unspaced || kind !== this.#last) return gaps.tight;
    return gaps.none;
  }
}
