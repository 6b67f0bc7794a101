import { parse } from '../query/parse';
import type { PaperDetails, PaperRecord } from '../record';
import { testOf } from '../search/match';
import { findPattern, patternOf } from '../search/pattern';
import { wordsOf } from '../search/words';
import { authorName, mayBeNamed } from './author-name';
import { codeOwnerIn } from './code-owner';
import { type Look, lookAt } from './look';
import type { Rule } from './rule';

/** What rules say of a paper: the fields of its record, absent where no rule says anything. */
export type Verdict = Pick<PaperRecord, 'matches' | 'mutedBy'>;

/** Some rules made ready for looking at many papers. */
export interface RuleMatcher {
  /** Whether any rule asks where a paper was sighted. */
  readonly asksForSites: boolean;
  /** Every rule that matches, whatever it does, in the order of the rules. */
  hits(look: Look): readonly Rule[];
  /**
   * What the rules together say of a paper. One that a follow rule matches is never muted.
   * @param sites Where it was sighted, by site id.
   */
  judge(record: PaperRecord, details: PaperDetails | undefined, sites?: readonly string[]): Verdict;
}

/** Makes rules ready. A rule whose value cannot be understood matches nothing. */
export function matcherOf(rules: readonly Rule[]): RuleMatcher {
  const tests = rules.map((rule) => ({ rule, test: testOfRule(rule) }));
  const hits = (look: Look) => tests.flatMap(({ rule, test }) => (test(look) ? [rule] : []));
  return {
    asksForSites: rules.some(asksForSite),
    hits,
    judge: (...paper) => verdictOf(hits(lookAt(...paper))),
  };
}

/** What follows for a paper from the rules that match it. */
export function verdictOf(hits: readonly Pick<Rule, 'id' | 'effect'>[]): Verdict {
  const matches = hits.filter(({ effect }) => effect === 'follow').map(({ id }) => id);
  if (matches.length) return { matches };
  const muting = hits.find(({ effect }) => effect === 'mute');
  return muting ? { mutedBy: muting.id } : {};
}

/** A paper with a verdict in place of the one it had. */
export function judged(record: PaperRecord, verdict: Verdict): PaperRecord {
  const { matches: _matches, mutedBy: _mutedBy, ...rest } = record;
  return { ...rest, ...verdict };
}

/** Tells whether two verdicts are the same. */
export function sameVerdict(one: Verdict, other: Verdict): boolean {
  return one.mutedBy === other.mutedBy && one.matches?.join('\n') === other.matches?.join('\n');
}

function asksForSite({ subject, value }: Rule): boolean {
  return (
    subject === 'query' &&
    parse(value)
      .query.groups.flat()
      .some(({ kind }) => kind === 'site')
  );
}

type LookTest = (look: Look) => boolean;
const never: LookTest = () => false;

function testOfRule({ subject, value }: Pick<Rule, 'subject' | 'value'>): LookTest {
  switch (subject) {
    case 'author': {
      const wanted = authorName(value);
      return wanted ? (look) => look.authors().some((name) => mayBeNamed(wanted, name)) : never;
    }
    case 'organization': {
      const wanted = wordsOf(value);
      return wanted ? (look) => look.organization() === wanted : never;
    }
    case 'phrase': {
      const pattern = patternOf(value, true);
      return pattern.text ? (look) => findPattern(look.words(), pattern) !== -1 : never;
    }
    case 'codeOwner': {
      const wanted = codeOwnerIn(value);
      return wanted === undefined ? never : (look) => look.codeOwner() === wanted;
    }
    case 'query':
      return testOfQuery(value);
  }
}

/** A search without its question for the state: papers to come have none. */
function testOfQuery(value: string): LookTest {
  const { groups, inTitle } = parse(value).query;
  if (!groups.length) return never;
  const tests = groups.map((group) => group.map((term) => testOf(term, inTitle)));
  return (look) => tests.every((group) => group.some((test) => test(look.entry()) > 0));
}
