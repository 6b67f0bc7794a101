import { endOf, type Found } from './fit';
import { type Part, partsOf } from './parts';
import { isEdge, type PreparedText } from './words';

/** A word or phrase made ready for finding in `PreparedText`. */
export interface Pattern {
  /** The same for two that find the same, as a rule. */
  readonly key: string;
  readonly parts: readonly Part[];
  /** What every text holds, all of it, in which it is found, and in which it is when it goes on. */
  readonly letters: readonly string[];
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
  const spelling = [...spelled, starts.at(-1) ?? ''].join('');
  const mayVary = !isJoined && parts.slice(0, -1).some(({ key }) => key !== undefined);
  return {
    key: `${isWhole} ${isName} ${isJoined} ${text}`,
    ...{ parts, isWhole: isWhole || isClosed, isJoined, others },
    letters: mayVary ? starts : [spelling],
    anchor: anchorOf(spelling),
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
  const { anchor, varied } = pattern;
  if (varied && !words.text.includes(varied.held, from)) return undefined;
  const found = varied
    ? seekVaried(words, pattern, varied.anchor, from, to)
    : seekFrom(words, pattern, anchor, words.text.indexOf(anchor.text, from + anchor.offset), to);
  return found === 'letters' ? undefined : found;
}

/**
 * Does what `findPattern` does, and tells where only letters of the pattern are found (see
 * `soughtOf`): within other words, or so that more letters are needed to tell.
 * @param letters Where they may be; where they are is left in it.
 */
export function seek(
  words: PreparedText,
  pattern: Pattern,
  letters: Letters = { from: 0, first: 0 },
): Found | 'letters' | undefined {
  const { anchor, varied } = pattern;
  const { length } = words.text;
  if (letters.from === -1) return undefined;
  const { from } = letters;
  const sought = soughtOf(pattern);
  // Where it goes on from the letters found before it is mostly there, and `indexOf` costs more to begin.
  const isThere = from > 0 && words.text.startsWith(sought, from);
  letters.first = isThere ? from : words.text.indexOf(sought, from);
  if (letters.first === -1) return undefined;
  if (!varied) return seekFrom(words, pattern, anchor, letters.first, length);
  return seekVaried(words, pattern, varied.anchor, 0, length);
}

/** Where the letters that are sought are in a text. */
export interface Letters {
  /** A place before which they are not; -1 when they are nowhere. */
  from: number;
  /** The first place, as `seek` found it; -1 for none. */
  first: number;
}

/** What `seek` looks for first: some of the letters of a pattern. */
export function soughtOf({ anchor, varied }: Pattern): string {
  return varied ? varied.held : anchor.text;
}

function seekVaried(
  words: PreparedText,
  pattern: Pattern,
  varied: Anchor,
  from: number,
  to: number,
): Found | 'letters' {
  const { anchor } = pattern;
  const { text } = words;
  const found = seekFrom(
    words,
    pattern,
    anchor,
    text.indexOf(anchor.text, from + anchor.offset),
    to,
  );
  const end = found === 'letters' ? to : found.at;
  const first = text.indexOf(varied.text, from + varied.offset);
  const other = seekFrom(words, pattern, varied, first, end);
  return other === 'letters' ? found : other;
}

/** @param first The first place of the anchor that counts; -1 for none. */
function seekFrom(
  words: PreparedText,
  pattern: Pattern,
  { text, offset }: Anchor,
  first: number,
  to: number,
): Found | 'letters' {
  let hit = first;
  while (hit !== -1 && hit - offset < to) {
    const at = hit - offset;
    const found = at >= 0 && isEdge(words, at) ? endOf(words, pattern, at) : undefined;
    if (found) return found;
    hit = words.text.indexOf(text, hit + 1);
  }
  return 'letters';
}
