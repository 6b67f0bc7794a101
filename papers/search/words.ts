import { type Gap, gaps, type Sink } from './emitter';
import { Scanner } from './scanner';

/**
 * The words of a text, or of several, as they are compared: letters, digits and the signs of names, folded,
 * one after the other with nothing between, so that a hyphen or blank more or less hides no word.
 * What does stand between them is told by the shape.
 */
export interface PreparedText {
  /** A line break stands before each zone, a tab between the items of a list. */
  readonly text: string;
  /** The gap before each character, two bits for each, four in one character. See `gapAt`. */
  readonly shape: string;
}

export { type Gap, gaps } from './emitter';

/** The words of an empty text. */
export const noWords: PreparedText = { text: '', shape: '' };

/** Between the zones of a paper, and between the items of a list. */
export const [zoneBreak, itemBreak] = ['\n', '\t'];

/** What stands between the character at a place and the one before it. */
export function gapAt({ text, shape }: PreparedText, at: number): Gap {
  if (at <= 0 || at >= text.length) return gaps.hard;
  return ((shape.charCodeAt(at >> 2) >> ((at & 3) << 1)) & 3) as Gap;
}

/** Tells whether a word, or a part of one, begins at a place, or ends before it. */
export function isEdge(words: PreparedText, at: number): boolean {
  return gapAt(words, at) !== gaps.none;
}

/**
 * The words of a text as it is drawn: LaTeX and HTML accents are letters, formulas their letters, Greek
 * letters go by their names. See `PreparedText`.
 * @returns Empty for a text without words.
 */
export function wordsOf(text: string): PreparedText {
  shared ??= new WordWriter();
  shared.clear();
  shared.write(text);
  return shared.words();
}

/** One for all single texts, since a search makes many small ones. */
let shared: WordWriter | undefined;

/** A zone's texts, and how long it may become. */
export type ZoneTexts = readonly [texts: readonly string[], most?: number | undefined];

/** The words of several zones, each by itself; see `WordWriter`. */
export function zonedWords(zones: readonly ZoneTexts[]): PreparedText {
  zoned ??= new WordWriter();
  zoned.clear();
  for (const [texts, most] of zones) zoned.zone(texts, most);
  return zoned.words();
}

/** One for all papers: room that is made for each anew is a tenth of what preparing many takes. */
let zoned: WordWriter | undefined;

/** For how many characters room is kept from one text to the next. */
const mostRoom = 65_536;

/** Writes words of several texts, which no word or phrase crosses. */
export class WordWriter implements Sink {
  #codes = new Uint16Array(256);
  #gaps = new Uint8Array(256);
  #length = 0;
  readonly #scanner = new Scanner(this);

  /** The words of a text after what was written before. */
  write(text: string): void {
    this.#scanner.read(text);
  }

  /**
   * A zone of its own, of one text or of the items of a list.
   * @param most How long it may become; it is cut where a word ends.
   */
  zone(texts: readonly string[], most = Number.POSITIVE_INFINITY): void {
    this.take(10, gaps.hard);
    const start = this.#length;
    texts.forEach((text, index) => {
      if (index > 0) this.take(9, gaps.hard);
      this.write(text);
    });
    let end = start + most;
    if (end >= this.#length) return;
    while (end > start && this.#gaps[end] === gaps.none) end -= 1;
    this.#length = end;
  }

  /** Begins anew, and lets go of the room that a long text took. */
  clear(): void {
    this.#length = 0;
    if (this.#codes.length <= mostRoom) return;
    this.#codes = new Uint16Array(256);
    this.#gaps = new Uint8Array(256);
  }

  words(): PreparedText {
    return { text: characters(this.#codes.subarray(0, this.#length)), shape: this.#shape() };
  }

  take(code: number, gap: Gap): void {
    if (this.#length === this.#codes.length) this.#grow();
    this.#codes[this.#length] = code;
    this.#gaps[this.#length] = gap;
    this.#length += 1;
  }

  extend(): void {}

  #grow(): void {
    const [codes, gapsBefore] = [this.#codes, this.#gaps];
    this.#codes = new Uint16Array(codes.length * 2);
    this.#codes.set(codes);
    this.#gaps = new Uint8Array(codes.length * 2);
    this.#gaps.set(gapsBefore);
  }

  #shape(): string {
    const packed = new Uint16Array((this.#length + 3) >> 2);
    for (let at = 0; at < this.#length; at += 1) {
      const index = at >> 2;
      packed[index] = (packed[index] ?? 0) | ((this.#gaps[at] ?? 0) << ((at & 3) << 1));
    }
    return characters(packed);
  }
}

/** Spreading the codes would take seven times as long. */
const fromCodes = (codes: ArrayLike<number>): string =>
  Reflect.apply(String.fromCharCode, undefined, codes);
/** So many arguments a call takes at once in every browser. */
const most = 8192;

function characters(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += most) text += fromCodes(codes.subarray(at, at + most));
  return text;
}
