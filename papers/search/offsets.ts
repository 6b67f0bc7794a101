import { capital, foldLetters, isUnspaced, isWordCharacter } from './words';

/** The words of a text as `wordsOf` makes them, and where each of their characters came from. */
export interface MappedWords {
  readonly words: string;
  /** For each character of `words`, where its original begins and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Does what `wordsOf` does and keeps the way back, for marking what was found in what is shown. */
export function mappedWords(text: string): MappedWords {
  const mapping = new Mapping();
  let at = 0;
  for (const character of text) {
    mapping.take(character, at);
    at += character.length;
  }
  return mapping;
}

class Mapping implements MappedWords {
  words = '';
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  #pendingSpace = -1;
  #isUnspaced = false;

  take(original: string, at: number): void {
    const folded = foldLetters(original);
    if (folded === '') {
      const last = this.ends.length - 1;
      if (this.#pendingSpace === -1 && last >= 0) this.ends[last] = at + original.length;
      return;
    }
    for (const character of folded) this.#add(character, at, at + original.length);
  }

  #add(character: string, start: number, end: number): void {
    if (!isWordCharacter(character)) {
      if (this.#pendingSpace === -1) this.#pendingSpace = start;
      return;
    }
    const unspaced = isUnspaced(character);
    if (this.#pendingSpace === -1 && this.words && unspaced !== this.#isUnspaced)
      this.#pendingSpace = start;
    const isFirst = this.words === '' || this.#pendingSpace !== -1;
    if (isFirst && this.words) this.#push(' ', this.#pendingSpace, start);
    this.#push(isFirst && character.length === 1 ? capital(character) : character, start, end);
    this.#pendingSpace = -1;
    this.#isUnspaced = unspaced;
  }

  #push(characters: string, start: number, end: number): void {
    this.words += characters;
    for (let unit = 0; unit < characters.length; unit += 1) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }
}
