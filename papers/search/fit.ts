import type { Part } from './parts';
import type { Pattern } from './pattern';
import { pluralKey } from './plural';
import { gapAt, gaps, isEdge, type PreparedText } from './words';

/** Where a pattern was found. */
export interface Found {
  readonly at: number;
  readonly end: number;
  /** Whether the words are spelled like that, end there, and have no blank within that was not looked for. */
  readonly isExact: boolean;
}

/** Words that no other one begins with, when a blank stands behind them: "a long" is not "along". */
export const apart: ReadonlySet<string> = new Set(
  'a an and are be he i if is it my no not of or so that the their this we'.split(' '),
);
/** Words that others begin with by chance: "in the" is no beginning of "inth…". */
const small: ReadonlySet<string> = new Set([
  ...apart,
  ...'as at by do for from in on per than to up with'.split(' '),
]);
/** A word may go on behind a gap that was not looked for when so much of it was. */
const enough = 4;
/** The longest ending of a plural. */
const longestEnding = 4;

/** Where letters of a text cross gaps that were not looked for. */
interface Crossing {
  readonly first: number;
  readonly last: number;
  readonly isLoose: boolean;
}
const smooth: Crossing = { first: 0, last: 0, isLoose: false };

interface Fit {
  readonly words: PreparedText;
  readonly pattern: Pattern;
  readonly at: number;
}

/** How well the parts so far were found. */
interface SoFar {
  readonly isJoined: boolean;
  readonly isExact: boolean;
}

/** Tells whether, and up to where, a pattern is found at a place that is the edge of a word. */
export function endOf(words: PreparedText, pattern: Pattern, at: number): Found | undefined {
  return fitFrom({ words, pattern, at }, 0, at, { isJoined: false, isExact: true });
}

function fitFrom(fit: Fit, index: number, from: number, soFar: SoFar): Found | undefined {
  const { words, pattern } = fit;
  const part = pattern.parts[index];
  if (!part) return undefined;
  const isSpelled = words.text.startsWith(part.text, from);
  const spelledTo = isSpelled ? from + part.text.length : -1;
  const found = isSpelled ? goOn(fit, index, from, spelledTo, soFar) : undefined;
  if (found || part.key === undefined) return found;
  const to = otherNumberTo(words, part, from);
  const isOther = to !== -1 && to !== spelledTo;
  return isOther ? goOn(fit, index, from, to, { ...soFar, isExact: false }) : undefined;
}

/** What a part that was found up to a place means for the whole pattern. */
function goOn(fit: Fit, index: number, from: number, to: number, soFar: SoFar): Found | undefined {
  const { words, pattern, at } = fit;
  const part = pattern.parts[index];
  const crossing = part && crossingIn(words, part, from, to);
  if (!crossing) return undefined;
  const isExact = soFar.isExact && !crossing.isLoose;
  const next = pattern.parts[index + 1];
  if (!next) {
    const isEnd = isEdge(words, to);
    if (pattern.isJoined && !soFar.isJoined) return undefined;
    if (!isEnd && (pattern.isWhole || !mayGoOn(words, from, to, crossing))) return undefined;
    return { at, end: to, isExact: isExact && isEnd };
  }
  const gap = gapAt(words, to);
  if (gap === gaps.none && (next.gap === gaps.hard || isBetweenDigits(words, to))) return undefined;
  return fitFrom(fit, index + 1, to, { isJoined: soFar.isJoined || gap === gaps.none, isExact });
}

/** Where a word ends that is the plural of the part, or the part its plural; -1 when none does. */
function otherNumberTo(words: PreparedText, { start, key }: Part, from: number): number {
  if (!words.text.startsWith(start, from)) return -1;
  let to = from + start.length;
  for (const latest = to + longestEnding; to < latest && !isEdge(words, to); ) to += 1;
  return isEdge(words, to) && pluralKey(words.text.slice(from, to)) === key ? to : -1;
}

/**
 * Which gaps the letters between two places cross that were not looked for.
 * @returns Nothing when they are not one word: "35" is no "3.5".
 */
function crossingIn(
  words: PreparedText,
  part: Part,
  from: number,
  to: number,
): Crossing | undefined {
  let [first, last, isLoose] = [0, 0, false];
  for (let at = from + 1; at < to; at += 1) {
    const gap = gapAt(words, at);
    if (gap === gaps.none) continue;
    if (gap === gaps.hard || isBetweenDigits(words, at)) return undefined;
    const isFirst = first === 0 && gap === gaps.loose;
    if (isFirst && apart.has(words.text.slice(from, at))) return undefined;
    if (part.seams.has(at - from)) continue;
    isLoose ||= gap === gaps.loose;
    first ||= at;
    last = at;
  }
  return first === 0 ? smooth : { first, last, isLoose };
}

function mayGoOn(words: PreparedText, from: number, to: number, crossing: Crossing): boolean {
  const { first, last, isLoose } = crossing;
  if (first === 0) return true;
  const isSmall = small.has(words.text.slice(from, first));
  if (isLoose) return !isSmall && to - last >= enough;
  return !isSmall || to - last >= enough;
}

function isBetweenDigits({ text }: PreparedText, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
