import type { PaperState } from '../paper';
import { isSaved, paperStates } from '../paper';
import type { Query, Term } from '../query/query';
import { paperIdIn } from '../query/values';
import { authorTest } from './author';
import { dated, holds, includesLine, inStateOf } from './columns';
import type { Entry, Head } from './entry';
import type { Found } from './fit';
import { findPattern, type Letters, type Pattern, patternOf, seek } from './pattern';
import { isText, patternsOf } from './patterns';
import type { Trail, WordTrail } from './trail';
import { type PreparedText, zoneBreak } from './words';
import { type Zone, zoneAt, zoneRange } from './zones';

/**
 * How well an entry meets a condition on a day (the reader's, as an ISO day): more is better. 0 means
 * that it does not, and less that it may when the last word goes on.
 * @param trail Of a search through many entries, which stands at this one.
 */
export type Test = (entry: Entry, today: string, trail?: Trail) => number;

/** A query made ready for running over many entries. */
export interface Matcher {
  /** Of two entries that match, the better one has more; see `Test` for those that do not. */
  readonly score: Test;
  /** The states that the query asks for by name. */
  readonly states: ReadonlySet<PaperState>;
}

/** What a test says of an entry that holds the letters of a word, but not the word. */
const near = -1;

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
export function matcherOf(query: Query): Matcher {
  const { groups } = query;
  const tests = groupTests(query);
  const asked = groups.flat().filter(({ kind, not }) => kind === 'is' && !not);
  const states = new Set(asked.flatMap(({ text }) => paperStates.filter(inStateOf(text))));
  const namesPaper = groups.flat().some(({ kind, not }) => kind === 'id' && !not);
  const isSearched = ({ state }: Head) =>
    isSaved(state) || states.has(state) || (namesPaper && state !== 'deleted');
  return {
    states,
    score(entry, today, trail) {
      // Those that were found before are not asked again, and need not be fetched from memory.
      if (!trail?.goesOn && !isSearched(entry.head)) return 0;
      let [sum, isNear] = [1, false];
      for (const test of tests) {
        const score = test(entry, today, trail);
        if (score === 0) return 0;
        if (score < 0) isNear = true;
        sum += score;
      }
      return isNear ? near : sum;
    },
  };
}

/** A test for each group of a query: how well its best term is met. Those that leave the fewest papers come first. */
export function groupTests(query: Query): Test[] {
  const patterns = patternsOf(query);
  return query.groups
    .toSorted((one, other) => selectivity(other, patterns) - selectivity(one, patterns))
    .map((group) => best(group.map((term) => testOf(term, query.inTitle, patterns.get(term)))));
}

/** Makes one condition ready. */
export function testOf(term: Term, inTitle = false, pattern?: Pattern): Test {
  const test = positive(term, inTitle, pattern);
  return term.not ? (...of) => (test(...of) > 0 ? 0 : 1) : test;
}

function positive({ kind, text }: Term, inTitle: boolean, known?: Pattern): Test {
  switch (kind) {
    case 'word':
    case 'opening':
    case 'phrase':
      return anywhere(known ?? patternOf(text, kind === 'phrase'), inTitle);
    case 'id':
      return naming(text, anywhere(known ?? patternOf(text, false), inTitle));
    case 'author':
      return authorTest(text);
    case 'org':
      return inOrganization(text);
    case 'after':
    case 'before':
      return dated(kind, text);
    default: {
      const holding = holds(kind, text);
      return ({ head }) => (holding(head) ? 1 : 0);
    }
  }
}

function naming(text: string, asWord: Test): Test {
  const id = paperIdIn(text) ?? '';
  return (entry, ...rest) =>
    entry.head.id === id || includesLine(entry.head.aliases, `\n${id}`)
      ? weights.title * 2
      : asWord(entry, ...rest);
}

function anywhere(pattern: Pattern, inTitle: boolean): Test {
  const [itself, ...others] = [pattern, ...pattern.others].map((one) => word(one, inTitle));
  return (...of) => {
    const score = itself?.(...of) ?? 0;
    if (score !== near || others.length === 0) return score;
    return Math.max(near, ...others.map((other) => other(...of) || near));
  };
}

/** How well an entry holds a word itself; what the search before told of that is not looked for again. */
function word(pattern: Pattern, inTitle: boolean): Test {
  let known: Trail | undefined;
  let learned: WordTrail | undefined;
  return (entry, _today, trail) => {
    if (trail !== known) [known, learned] = [trail, trail?.of(pattern)];
    if (!trail || !learned) return scoreFrom(entry, pattern, inTitle);
    const { at } = trail;
    const score =
      learned.begin(at) || scoreFrom(entry, pattern, inTitle, learned.head, learned.body);
    learned.end(at, score);
    return score;
  };
}

function scoreFrom(
  { head, body }: Entry,
  pattern: Pattern,
  inTitle: boolean,
  inHead?: Letters,
  inBody?: Letters,
): number {
  const found = seek(head, pattern, inHead);
  if (found && found !== 'letters') {
    const titleEnd = head.text.indexOf(zoneBreak, 1);
    if (found.at < titleEnd) return weights.title + titleBonus(head, pattern, found, titleEnd);
    return inTitle ? near : weights[zoneAt(head.text, found.at)];
  }
  const further = body && !inTitle ? seek(body, pattern, inBody) : undefined;
  if (further && further !== 'letters') return weights.body;
  return found || further ? near : 0;
}

/** Words spelled as they are asked for stand higher than what they begin, and the first ones highest. */
function titleBonus(head: PreparedText, pattern: Pattern, first: Found, titleEnd: number): number {
  let found: Found | undefined = first;
  while (found && !found.isExact) found = findPattern(head, pattern, found.at + 1, titleEnd);
  return (found ? 2 : 0) + (first.at === 1 ? 1 : 0);
}

function inOrganization(value: string): Test {
  const pattern = patternOf(value, false, { isName: true });
  return ({ head }) => {
    const { from, to } = zoneRange(head.text, 'organization');
    return findPattern(head, pattern, from, to) ? 1 : 0;
  };
}

function best([only, ...others]: readonly Test[]): Test {
  if (!only) return () => 0;
  if (others.length === 0) return only;
  const all = [only, ...others];
  return (entry, today, trail) => {
    const scores = all.map((test) => test(entry, today, trail));
    const most = Math.max(...scores);
    return most === 0 ? Math.min(...scores) : most;
  };
}

/** Conditions of the columns cost nothing, and long words leave the fewest papers over. */
function selectivity(group: readonly Term[], patterns: ReadonlyMap<Term, Pattern>): number {
  if (!group.some(isText)) return 1000;
  return Math.min(
    ...group.map((term) => (term.not ? 0 : (patterns.get(term)?.anchor.text.length ?? 0))),
  );
}
