import { parse } from '../query/parse';
import type { PaperDetails, PaperRecord } from '../record';
import { groupTests } from '../search/match';
import { findPattern, isEmpty, patternOf } from '../search/pattern';
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
      const pattern = patternOf(value, true, { isName: true });
      if (isEmpty(pattern)) return never;
      return (look) => {
        const name = look.organization();
        return findPattern(name, pattern, 0, 1)?.end === name.text.length;
      };
    }
    case 'phrase': {
      const pattern = patternOf(value, true);
      if (isEmpty(pattern)) return never;
      return (look) => findPattern(look.words(), pattern) !== undefined;
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
  const { query } = parse(value);
  if (!query.groups.length) return never;
  const tests = groupTests(query);
  return (look) => tests.every((test) => test(look.entry(), look.day()) > 0);
}
