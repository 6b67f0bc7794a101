import { type Letters, type Pattern, soughtOf } from './pattern';

/** So many words are kept track of; a pasted text has more, and is not typed on. */
const mostWords = 8;

/**
 * What a search learns of its words in each entry that it looks through, so that one that goes on from it
 * begins where the letters of a word were found, and passes over texts that do not hold them.
 */
export class Trail {
  /** The place of the entry that is looked at. */
  at = 0;
  readonly #words = new Map<Pattern, WordTrail>();

  /**
   * @param size How many entries are looked through.
   * @param last Of the search before, when those are what it kept.
   */
  constructor(
    private readonly size: number,
    private readonly last?: Trail,
  ) {}

  /** Whether all entries have been found before, or nearly. */
  get goesOn(): boolean {
    return this.last !== undefined;
  }

  /** What is learned of a word; nothing when there are too many words. */
  of(pattern: Pattern): WordTrail | undefined {
    const known = this.#words.get(pattern);
    if (known || this.#words.size === mostWords) return known;
    const word = new WordTrail(pattern, this.size, [
      ...(this.last ? this.last.#words.values() : []),
    ]);
    this.#words.set(pattern, word);
    return word;
  }

  /** What is left of it when only the entries at some places are looked through again. */
  keep(places: readonly number[]): Trail {
    const kept = new Trail(places.length);
    for (const [pattern, word] of this.#words)
      kept.#words.set(pattern, word.keep(places, places.length === this.size));
    return kept;
  }
}

/** A word of the search before, and where in the letters of this one its letters are. */
interface Shorter {
  readonly word: WordTrail;
  readonly offset: number;
}

/** What a search learns of one word. */
export class WordTrail {
  /** Where the letters of the word are in the entry that is looked at. */
  readonly head: Letters = { from: 0, first: 0 };
  readonly body: Letters = { from: 0, first: 0 };
  readonly #letters: string;
  /** For each entry a place before which the letters are not, in its head and in its long texts; -1 for nowhere. */
  #heads: Int32Array;
  #bodies: Int32Array;
  /** How well each entry holds the word; 0 where that is not known. */
  #scores: Int8Array;
  readonly #shorter: readonly Shorter[];
  readonly #same: WordTrail | undefined;

  constructor(
    private readonly pattern: Pattern,
    size: number,
    last: readonly WordTrail[],
  ) {
    this.#letters = soughtOf(pattern);
    this.#heads = new Int32Array(size);
    this.#bodies = new Int32Array(size);
    this.#scores = new Int8Array(size);
    this.#same = last.find((word) => word.pattern.key === pattern.key);
    this.#shorter = last.flatMap((word) => {
      const offset = this.#letters.indexOf(word.#letters);
      return offset === -1 ? [] : { word, offset };
    });
  }

  /**
   * Begins with an entry: sets from where on its texts have to be looked through.
   * @returns How well it holds the word, where the search before has told; else 0.
   */
  begin(at: number): number {
    this.head.from = this.head.first = 0;
    this.body.from = this.body.first = 0;
    for (const { word, offset } of this.#shorter) {
      advance(this.head, word.#heads[at] ?? 0, offset);
      advance(this.body, word.#bodies[at] ?? 0, offset);
    }
    return this.#same ? (this.#same.#scores[at] ?? 0) : 0;
  }

  /** Ends with an entry, and keeps what was learned of it. */
  end(at: number, score: number): void {
    this.#heads[at] = this.head.first;
    this.#bodies[at] = this.body.first;
    this.#scores[at] = score;
  }

  /** @param isAll Whether the places are all of them. */
  keep(places: readonly number[], isAll: boolean): WordTrail {
    const kept = new WordTrail(this.pattern, 0, []);
    const [heads, bodies, scores] = [this.#heads, this.#bodies, this.#scores];
    kept.#heads = isAll ? heads : Int32Array.from(places, (at) => heads[at] ?? 0);
    kept.#bodies = isAll ? bodies : Int32Array.from(places, (at) => bodies[at] ?? 0);
    kept.#scores = isAll ? scores : Int8Array.from(places, (at) => scores[at] ?? 0);
    return kept;
  }
}

/** Letters are not before those that they hold, and nowhere where those are not. */
function advance(letters: Letters, place: number, offset: number): void {
  if (letters.from === -1) return;
  letters.from = place === -1 ? -1 : Math.max(letters.from, place - offset);
  letters.first = letters.from;
}
