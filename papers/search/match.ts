import type { PaperState } from '../paper';
import { isSaved, paperStates } from '../paper';
import type { Query, Term } from '../query/query';
import { comparisonIn, firstDayOf, paperIdIn } from '../query/values';
import { tagKey } from '../tag-key';
import { type Entry, type Head, type Zone, zones } from './entry';
import { findPattern, type Pattern, patternOf } from './pattern';
import { wordsOf } from './words';

/** How well an entry meets a condition: 0 not at all, more is better. */
export type Test = (entry: Entry) => number;

/** A query made ready for running over many entries. */
export interface Matcher {
  /** 0 for an entry that does not match; of two that do, the better one has more. */
  readonly score: Test;
  /** The states that the query asks for by name. */
  readonly states: ReadonlySet<PaperState>;
}

/** Best where the words of the title are; a condition that is no word adds the same to every paper. */
const weights: Readonly<Record<Zone | 'body', number>> = {
  title: 8,
  tags: 4,
  authors: 4,
  organization: 4,
  ids: 4,
  note: 2,
  body: 1,
};

/** Makes a query ready. Each group counts as its best term, and the groups are added up. */
export function matcherOf({ groups, inTitle }: Query): Matcher {
  const tests = groups
    .toSorted((one, other) => selectivity(other) - selectivity(one))
    .map((group) => best(group.map((term) => testOf(term, inTitle))));
  const asked = groups.flat().filter(({ kind, not }) => kind === 'is' && !not);
  const states = new Set(
    asked.flatMap(({ text }) => paperStates.filter((state) => state === text)),
  );
  const namesPaper = groups.flat().some(({ kind, not }) => kind === 'id' && !not);
  return {
    states,
    score(entry) {
      const { state } = entry.head;
      if (!isSaved(state) && !states.has(state) && !(namesPaper && state !== 'deleted')) return 0;
      let sum = 1;
      for (const test of tests) {
        const score = test(entry);
        if (score === 0) return 0;
        sum += score;
      }
      return sum;
    },
  };
}

/** Makes one condition ready. */
export function testOf(term: Term, inTitle = false): Test {
  const test = positive(term, inTitle);
  return term.not ? (entry) => (test(entry) ? 0 : 1) : test;
}

function positive({ kind, text }: Term, inTitle: boolean): Test {
  switch (kind) {
    case 'word':
    case 'opening':
      return anywhere(patternOf(text, false), inTitle);
    case 'phrase':
      return anywhere(patternOf(text, true), inTitle);
    case 'id':
      return naming(text, anywhere(patternOf(text, false), inTitle));
    case 'author':
      return inZone('authors', text);
    case 'org':
      return inZone('organization', text);
    default:
      return (entry) => (holds(kind, text)(entry.head) ? 1 : 0);
  }
}

function holds(
  kind: 'tag' | 'site' | 'is' | 'has' | 'after' | 'before' | 'upvotes',
  text: string,
): (head: Head) => boolean {
  const line = `\n${kind === 'tag' ? tagKey(text) : text.toLowerCase()}`;
  const day = firstDayOf(text) ?? '';
  switch (kind) {
    case 'tag':
      return ({ tags }) => includesLine(tags, line) || `\n${tags}`.includes(`${line}/`);
    case 'site':
      return ({ sites }) => includesLine(sites, line);
    case 'is':
      return being(text);
    case 'has':
      return having(text);
    case 'after':
      return ({ date }) => date >= day;
    case 'before':
      return ({ date }) => date < day;
    case 'upvotes':
      return comparing(text);
  }
}

function being(what: string): (head: Head) => boolean {
  if (what === 'starred') return (head) => head.isStarred;
  return what === 'queued' ? (head) => head.queueAt > 0 : (head) => head.state === what;
}

function having(what: string): (head: Head) => boolean {
  if (what === 'code') return (head) => head.hasCode;
  return what === 'note' ? (head) => head.hasNote : (head) => head.tags !== '';
}

function comparing(text: string): (head: Head) => boolean {
  const { sign, count } = comparisonIn(text) ?? { sign: '>=', count: 0 };
  return ({ upvotes }) =>
    upvotes >= 0 &&
    ((sign.includes('=') && upvotes === count) ||
      (sign.startsWith('>') && upvotes > count) ||
      (sign.startsWith('<') && upvotes < count));
}

function naming(text: string, asWord: Test): Test {
  const id = paperIdIn(text) ?? '';
  return (entry) =>
    entry.head.id === id || includesLine(entry.head.aliases, `\n${id}`)
      ? weights.title * 2
      : asWord(entry);
}

function anywhere(pattern: Pattern, inTitle: boolean): Test {
  const whole = patternOf(pattern.text, true);
  return ({ head: { text }, body }) => {
    const at = findPattern(text, pattern);
    if (at !== -1) {
      const titleEnd = text.indexOf('\n', 1);
      if (at < titleEnd) return weights.title + titleBonus(text, whole, at, titleEnd);
      return inTitle ? 0 : weights[zoneAt(text, at)];
    }
    if (inTitle || body === undefined || findPattern(body, pattern) === -1) return 0;
    return weights.body;
  };
}

function titleBonus(text: string, whole: Pattern, at: number, titleEnd: number): number {
  const isWhole = findPattern(text, whole, at, titleEnd) !== -1;
  return (isWhole ? 2 : 0) + (at === 1 ? 1 : 0);
}

function inZone(zone: Zone, value: string): Test {
  const pattern = patternOf(value, false);
  const index = zones.indexOf(zone);
  return ({ head: { text } }) => {
    let start = 0;
    for (let line = 0; line < index; line += 1) start = text.indexOf('\n', start + 1);
    return findPattern(text, pattern, start, text.indexOf('\n', start + 1)) === -1 ? 0 : 1;
  };
}

/** The zone in which a place of a head's text lies. */
export function zoneAt(text: string, at: number): Zone {
  let index = -1;
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', end + 1))
    index += 1;
  return zones[index] ?? 'title';
}

function best([only, ...others]: readonly Test[]): Test {
  if (!only) return () => 0;
  if (others.length === 0) return only;
  const all = [only, ...others];
  return (entry) => all.reduce((most, test) => Math.max(most, test(entry)), 0);
}

/** Conditions of the columns cost nothing, and long words leave the fewest papers over. */
function selectivity(group: readonly Term[]): number {
  if (group.every(({ kind }) => !['word', 'phrase', 'opening', 'id'].includes(kind))) return 1000;
  return Math.min(...group.map(({ text, not }) => (not ? 0 : wordsOf(text).length)));
}

function includesLine(lines: string, line: string): boolean {
  return lines !== '' && `\n${lines}\n`.includes(`${line}\n`);
}
