import type { Entry } from './entry';
import type { Part } from './parts';
import { findPattern, type Pattern, patternOf } from './pattern';
import { isEdge, type PreparedText } from './words';
import { itemRanges, type Range, zoneRange } from './zones';

/**
 * Makes the condition `author:` ready: a name is found in either order, with initials, and while its
 * last word is being typed; "Kaiser, Ł", "lukasz kaiser" and "Kaiser Łukasz" find "Łukasz M. Kaiser".
 */
export function authorTest(value: string): (entry: Entry) => 0 | 1 {
  const name = value.replace(beside, '') || value;
  const apart = name.replace(joined, (initials) => [...initials].join(' '));
  const tests = [...new Set([name, apart, name.replace(particle, '$1')])].map(nameTest);
  const [only, ...others] = tests;
  return (entry) => {
    const found = only?.(entry) ?? 0;
    return found || !others.length ? found : others.some((test) => test(entry)) ? 1 : 0;
  };
}

/** What is no name: that there are others, and the numbers of notes. */
const beside = /[\s,]+et\s+al\.?\s*$|[¹²³⁰-⁹]+/gi;
/** "Y. Le Cun" is "Y. LeCun". */
const particle = /(?<=\s)(le|la|lo|du|de|di|da|del|al|el|ben|mac|mc|o)\s+(?=[^\s,]+$)/i;
/** Initials that are written as one word beside a name: "Hinton GE". */
const joined = /(?<=[\s,])\p{Lu}{2,3}(?=[\s,.]*$)|^\p{Lu}{2,3}(?=[\s,])/gu;

function nameTest(value: string): (entry: Entry) => 0 | 1 {
  const asWritten = patternOf(value, false, { isName: true });
  const { parts } = asWritten;
  if (parts.length === 1)
    return ({ head }) => {
      const { from, to } = zoneRange(head.text, 'authors');
      return findPattern(head, asWritten, from, to) ? 1 : 0;
    };
  const turned = [parts.length - 1, 1].map((by) => {
    const words = [...parts.slice(by), ...parts.slice(0, by)].map(({ text }) => text);
    return patternOf(words.join(' '), false, { isName: true });
  });
  const longest = longestOf(parts);
  return ({ head }) => {
    const zone = zoneRange(head.text, 'authors');
    const at = head.text.indexOf(longest, zone.from);
    if (at === -1 || at >= zone.to) return 0;
    const isFound =
      findPattern(head, asWritten, zone.from, zone.to) !== undefined ||
      turned.some((one) => isTurned(head, one, zone)) ||
      isNamed(head, parts, zone);
    return isFound ? 1 : 0;
  };
}

function longestOf(parts: readonly Part[]): string {
  return parts.reduce((one, { text }) => (text.length > one.length ? text : one), '');
}

/** "Li Wei" is "Wei Li", but not in "Weili". */
function isTurned(head: PreparedText, pattern: Pattern, { from, to }: Range): boolean {
  const found = findPattern(head, pattern, from, to);
  return found !== undefined && wordsIn(head, { from: found.at, to: found.end }).length > 1;
}

/** Whether one of the authors has all the words in their name, in any order. */
function isNamed(head: PreparedText, wanted: readonly Part[], zone: Range): boolean {
  for (const name of itemRanges(head.text, zone))
    if (hasAll(wordsIn(head, name), wanted)) return true;
  return false;
}

/** Each word of a name once: an initial by its letter, the last one as far as it was typed, others whole. */
function hasAll(name: readonly string[], wanted: readonly Part[]): boolean {
  const left = [...name];
  const last = wanted.at(-1);
  const wholeFirst = wanted.toSorted((one, other) => other.text.length - one.text.length);
  return wholeFirst.every((part) => {
    const mayGoOn = part === last || part.text.length === 1;
    const at = left.findIndex(
      (word) => word === part.text || (mayGoOn && word.startsWith(part.text)),
    );
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

function wordsIn(words: PreparedText, { from, to }: Range): string[] {
  const found: string[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    if (at < to && !isEdge(words, at)) continue;
    found.push(words.text.slice(start, at));
    start = at;
  }
  return found;
}
