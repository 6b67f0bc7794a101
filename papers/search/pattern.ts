import { endOf, type Found } from './fit';
import { type Part, partsOf } from './parts';
import { isEdge, type PreparedText } from './words';

/** A word or phrase made ready for finding in `PreparedText`. */
export interface Pattern {
  readonly parts: readonly Part[];
  /** Whether the last word must end where the pattern ends; else it may go on. */
  readonly isWhole: boolean;
  /** Whether at least two of its parts must be written as one. */
  readonly isJoined: boolean;
  /** Found in every place where all parts but the last one are spelled like that. */
  readonly anchor: Anchor;
  /** Where those before the last one may be plurals: found in every place, and held by every text. */
  readonly varied?: { readonly anchor: Anchor; readonly held: string };
  /** Other patterns by which the word is found: itself as one with its neighbours. See `joinedWith`. */
  readonly others: readonly Pattern[];
}

/** Letters of a pattern that are looked for first, and how far behind its beginning they stand. */
interface Anchor {
  readonly text: string;
  readonly offset: number;
}

/** How a pattern is made. */
interface PatternOptions {
  /** Names of people have no plurals. */
  readonly isName?: boolean;
  readonly isJoined?: boolean;
  readonly others?: readonly Pattern[];
}

/**
 * @param text What is looked for; blanks, hyphens and nothing between the parts of a word are the same.
 * @param isWhole Whether the last word must end where the pattern ends, in singular or plural.
 */
export function patternOf(text: string, isWhole: boolean, options: PatternOptions = {}): Pattern {
  const { isName = false, isJoined = false, others = [] } = options;
  const { parts, isClosed } = partsOf(text, isName);
  const spelled = parts.slice(0, -1).map((part) => part.text);
  const starts = parts.map(({ start }) => start);
  const longest = starts.reduce((one, other) => (other.length > one.length ? other : one), '');
  const mayVary = !isJoined && parts.slice(0, -1).some(({ key }) => key !== undefined);
  return {
    ...{ parts, isWhole: isWhole || isClosed, isJoined, others },
    anchor: anchorOf([...spelled, starts.at(-1) ?? ''].join('')),
    ...(mayVary
      ? { varied: { anchor: anchorOf(starts[0] ?? ''), held: anchorOf(longest).text } }
      : {}),
  };
}

/** The letters of English, the most frequent first; https://en.wikipedia.org/wiki/Letter_frequency. */
const frequent = 'etaoinsrhldcumfpgwybvkxjqz';
/** Fewer letters are found too often. */
const shortest = 3;

/** From the rarest letter on, since a text is passed over from one of its first letters to the next. */
function anchorOf(start: string): Anchor {
  let [offset, rarest] = [0, -1];
  for (let at = 0; at === 0 || at <= start.length - shortest; at += 1) {
    const place = frequent.indexOf(start.charAt(at));
    const rarity = place === -1 ? frequent.length : place;
    if (rarity > rarest) [offset, rarest] = [at, rarity];
  }
  return { text: start.slice(offset), offset };
}

/** Tells whether there is nothing to look for. */
export function isEmpty({ parts }: Pattern): boolean {
  return parts.length === 0;
}

/**
 * Finds the first place of a pattern from a place on.
 * @param to Where it must begin before.
 */
export function findPattern(
  words: PreparedText,
  pattern: Pattern,
  from = 0,
  to = words.text.length,
): Found | undefined {
  const found = seek(words, pattern, from, to);
  return found === 'letters' ? undefined : found;
}

/**
 * Does what `findPattern` does, and tells where only the letters of the pattern are found (see
 * `lettersOf`): within other words, or so that more letters are needed to tell.
 */
export function seek(
  words: PreparedText,
  pattern: Pattern,
  from = 0,
  to = words.text.length,
): Found | 'letters' | undefined {
  const { anchor, varied } = pattern;
  if (varied && !words.text.includes(varied.held, from)) return undefined;
  const found = seekFrom(words, pattern, anchor, from, to);
  if (!varied) return found;
  const isFound = found !== undefined && found !== 'letters';
  const other = seekFrom(words, pattern, varied.anchor, from, isFound ? found.at : to);
  if (other !== undefined && other !== 'letters') return other;
  return isFound ? found : 'letters';
}

/** Letters that every text holds in which a pattern is found, and in which it is when it goes on. */
export function lettersOf({ anchor, varied }: Pattern): string {
  return varied ? varied.held : anchor.text;
}

function seekFrom(
  words: PreparedText,
  pattern: Pattern,
  { text, offset }: Anchor,
  from: number,
  to: number,
): Found | 'letters' | undefined {
  let hit = words.text.indexOf(text, from + offset);
  if (hit === -1) return undefined;
  while (hit !== -1 && hit - offset < to) {
    const at = hit - offset;
    const found = isEdge(words, at) ? endOf(words, pattern, at) : undefined;
    if (found) return found;
    hit = words.text.indexOf(text, hit + 1);
  }
  return 'letters';
}
