import { listed, type MessageKey, text } from '../lib/text';
import { givenFirst } from '../papers/names';
import { isMuted, type PaperRecord } from '../papers/record';
import type { RuleProblem } from '../papers/rules/check';
import { codeOwnerIn } from '../papers/rules/code-owner';
import type { RuleDraft } from '../papers/rules/proposals';
import type { Rule } from '../papers/rules/rule';

const problems = {
  empty: 'ruleProblemEmpty',
  query: 'ruleProblemQuery',
  ownWords: 'ruleProblemOwnWords',
  duplicate: 'ruleProblemDuplicate',
} as const satisfies Record<RuleProblem, MessageKey>;

/** What a rule looks at, in words: `authors named Ada Lovelace`, `ByteDance`, `“3D gaussian”`. */
export function ruleName({ subject, value }: Pick<Rule, 'subject' | 'value'>): string {
  switch (subject) {
    case 'author':
      return text('ruleNameAuthor', givenFirst(value));
    case 'organization':
      return value;
    case 'phrase':
      return text('ruleNamePhrase', value);
    case 'codeOwner':
      return text('ruleNameCode', codeOwnerIn(value) ?? value);
    case 'query':
      return text('ruleNameQuery', value);
  }
}

/** Why a rule's papers are marked or folded away: `You follow ByteDance`. */
export function reasonText(rule: Pick<Rule, 'effect' | 'subject' | 'value'>): string {
  return text(rule.effect === 'follow' ? 'reasonFollow' : 'reasonMute', ruleName(rule));
}

/**
 * What rules say of a paper, in words: `You follow ByteDance, code by pytorch`.
 * @param rules By their ids.
 * @returns `undefined` when they say nothing.
 */
export function reasonOf(paper: PaperRecord, rules: ReadonlyMap<string, Rule>): string | undefined {
  const muting = isMuted(paper) ? rules.get(paper.mutedBy ?? '') : undefined;
  if (muting) return reasonText(muting);
  const names = (paper.matches ?? []).flatMap((id) => rules.get(id) ?? []).map(ruleName);
  return names.length ? text('reasonFollow', listed(names)) : undefined;
}

/** Rules by their ids, for `reasonOf`. */
export function byId(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** What is wrong with a rule that was not kept. */
export function problemText(problem: RuleProblem): string {
  return text(problems[problem]);
}

/** That a rule counts from now on. */
export function keptText(rule: Pick<Rule, 'effect' | 'subject' | 'value'>): string {
  return text(rule.effect === 'follow' ? 'saidFollows' : 'saidMutes', ruleName(rule));
}

/**
 * What became of a rule that was made.
 * @param problem What is wrong with it, where it was not kept.
 */
export function madeText(draft: RuleDraft, problem: RuleProblem | undefined): string {
  return problem ? problemText(problem) : keptText(draft);
}
