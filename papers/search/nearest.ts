import type { Entry } from './entry';
import { gapAt, gaps, isEdge, type PreparedText, wordsOf } from './words';

/** How often each word of some papers occurs. */
export class Vocabulary {
  readonly #counts = new Map<string, number>();

  take({ head, body }: Entry): void {
    this.#takeWords(head);
    if (body) this.#takeWords(body);
  }

  /**
   * The words nearest to one that was not found, the nearest and most frequent first. A word that
   * only begins alike counts too, since the reader may still be typing.
   * @returns At most `most` words in small letters; none for a word of fewer than four letters.
   */
  nearest(word: string, most: number): string[] {
    const words = wordsOf(word);
    const isOne = [...words.text].every((_, at) => at === 0 || gapAt(words, at) <= gaps.tight);
    return isOne ? nearestIn(words.text, this.#counts, most) : [];
  }

  /** A word with hyphens counts as one, and its parts as words. */
  #takeWords(words: PreparedText): void {
    let [whole, part] = [0, 0];
    for (let at = 1; at <= words.text.length; at += 1) {
      if (!isEdge(words, at)) continue;
      const isEnd = gapAt(words, at) > gaps.tight;
      if (part > whole || !isEnd) this.#count(words.text.slice(part, at));
      if (isEnd) this.#count(words.text.slice(whole, at));
      part = at;
      if (isEnd) whole = at;
    }
  }

  #count(word: string): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  /** The nearest of some values, each as it is. */
  static nearestOf(value: string, values: Iterable<string>, most: number): string[] {
    return nearestIn(value.toLowerCase(), new Map([...values].map((one) => [one, 1])), most);
  }
}

function nearestIn(wanted: string, counts: ReadonlyMap<string, number>, most: number): string[] {
  const bound = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
  const found: { word: string; distance: number; count: number }[] = [];
  for (const [spelled, count] of bound ? counts : []) {
    if (spelled.length < wanted.length - bound) continue;
    const word = spelled.toLowerCase();
    const distance = distanceToStart(wanted, word, bound);
    if (distance < Number.POSITIVE_INFINITY) found.push({ word, distance, count });
  }
  return found
    .sort((one, other) => one.distance - other.distance || other.count - one.count)
    .slice(0, most)
    .map(({ word }) => word);
}

/**
 * How many letters must be added, left out, changed or swapped to turn a word into the beginning
 * of another one, where half a step more stands for an ending that is left over.
 * @returns Infinity for more than the bound.
 */
export function distanceToStart(word: string, other: string, bound: number): number {
  const width = Math.min(other.length, word.length + bound);
  let [older, last] = [[] as number[], Array.from({ length: width + 1 }, (_, at) => at)];
  for (let row = 1; row <= word.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= width; column += 1) {
      const isSame = word[row - 1] === other[column - 1];
      const step = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 &&
        column > 1 &&
        word[row - 1] === other[column - 2] &&
        word[row - 2] === other[column - 1];
      next.push(isSwapped ? Math.min(step, (older[column - 2] ?? 0) + 1) : step);
    }
    if (Math.min(...next) > bound) return Number.POSITIVE_INFINITY;
    [older, last] = [last, next];
  }
  const least = Math.min(...last);
  if (least > bound) return Number.POSITIVE_INFINITY;
  return last[other.length] === least ? least : least + 0.5;
}
