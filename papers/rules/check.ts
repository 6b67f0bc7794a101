import { parse } from '../query/parse';
import type { Term } from '../query/query';
import { type Part, partsOf } from '../search/parts';
import { authorName } from './author-name';
import { codeOwnerIn } from './code-owner';
import type { Rule, RuleSubject } from './rule';

/**
 * Why a rule is refused: nothing to look for, a search that is not understood, one that only papers
 * in the list can meet, or a rule that is there already.
 */
export type RuleProblem = 'empty' | 'query' | 'ownWords' | 'duplicate';

/**
 * Checks a rule before it is kept.
 * @param others The rules there are; one with the same id is the one that is changed.
 * @returns `undefined` when nothing is wrong with it.
 */
export function ruleProblem(
  rule: Pick<Rule, 'id' | 'subject' | 'value'>,
  others: readonly Rule[],
): RuleProblem | undefined {
  const { id, subject, value } = rule;
  if (subject === 'query' && value.trim()) {
    const { query, problems } = parse(value);
    if (problems.length || !query.groups.length) return 'query';
    if (query.groups.some((group) => group.every(isOwn))) return 'ownWords';
  }
  const key = ruleKey(rule);
  if (key === undefined) return 'empty';
  const isThere = others.some((other) => other.id !== id && ruleKey(other) === key);
  return isThere ? 'duplicate' : undefined;
}

/**
 * What two spellings of one subject have in common, whatever the rule does with it.
 * @returns `undefined` when there is nothing to look for.
 */
export function ruleKey({ subject, value }: Pick<Rule, 'subject' | 'value'>): string | undefined {
  const folded = foldedValue(subject, value);
  return folded ? `${subject} ${folded}` : undefined;
}

function foldedValue(subject: RuleSubject, value: string): string | undefined {
  switch (subject) {
    case 'author': {
      const name = authorName(value);
      return name && [...name.given, name.family].join(' ');
    }
    case 'codeOwner':
      return codeOwnerIn(value);
    case 'query':
      return value.trim();
    default:
      return partsOf(value, subject === 'organization').parts.reduce(joined, '');
  }
}

/** Whether a term asks for what only the reader can have done to a paper; papers to come are all new. */
function isOwn({ kind, text, not }: Term): boolean {
  if (not) return kind === 'is' && text === 'new';
  if (kind === 'is') return text !== 'new';
  return kind === 'tag' || (kind === 'has' && text !== 'code');
}

/** Digits that are written apart are two numbers; all else is the same as one. */
function joined(before: string, { key, text }: Part): string {
  const apart = /\d$/.test(before) && /^\d/.test(text) ? ' ' : '';
  return before + apart + (key ?? text);
}
