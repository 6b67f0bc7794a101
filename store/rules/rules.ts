import { type RuleProblem, ruleProblem } from '../../papers/rules/check';
import type { Rule } from '../../papers/rules/rule';
import { cleanTags } from '../../papers/tags';
import { tidy } from '../../papers/text';
import type { Row } from '../../papers/words/row';
import { wordsIn } from '../../papers/words/row-merge';
import { sayRow } from '../words/rows';
import { forgetJudgedBy } from './judged-by';

/** A rule as the reader makes it. */
export type RuleWords = Omit<Rule, 'createdAt'>;

/**
 * Keeps a rule under its id, a new one or one that is there with other words. What it says of papers
 * is written by `refreshVerdicts`, which is to be called next.
 * @param now ms since the epoch.
 * @returns What is wrong with it; then nothing was kept.
 * @throws StoreError
 */
export async function saveRule(words: RuleWords, now: number): Promise<RuleProblem | undefined> {
  const rule = cleaned(words);
  const found: { problem?: RuleProblem | undefined } = {};
  const say = (rules: readonly Rule[]) => {
    found.problem = ruleProblem(rule, rules);
    const createdAt = rules.find(({ id }) => id === rule.id)?.createdAt ?? now;
    return found.problem ? undefined : { words: { ...rule, createdAt } };
  };
  await forgetJudgedBy();
  await sayRow('rules', rule.id, say, now);
  return found.problem;
}

/**
 * Puts a rule back that was deleted, as it was; one that is there again is left alone.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function restoreRule(rule: Rule, now: number): Promise<void> {
  const say = (rules: readonly Rule[]) =>
    rules.some(({ id }) => id === rule.id) ? undefined : { words: rule };
  await forgetJudgedBy();
  await sayRow('rules', rule.id, say, now);
}

/**
 * Deletes a rule. What it did to papers stays; what it says of them goes with `refreshVerdicts`.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function deleteRule(id: string, now: number): Promise<void> {
  await forgetJudgedBy();
  await sayRow('rules', id, () => ({ words: undefined }), now);
}

/** Only a follow rule acts by itself. */
function cleaned({ id, effect, subject, value, saves, tags = [] }: RuleWords): RuleWords {
  const acts = effect === 'follow';
  const names = cleanTags(tags);
  return {
    ...{ id, effect, subject, value: tidy(value) },
    ...(acts && saves ? { saves } : {}),
    ...(acts && names.length ? { tags: names } : {}),
  };
}

/** A row of a file with the rule's tags as `cleanTags` makes them; without any where none is left. */
export function withCleanTags(row: Row<Rule>): Row<Rule> {
  const rule = wordsIn(row);
  if (!rule) return row;
  const { tags = [], ...rest } = rule;
  const names = cleanTags(tags);
  return { ...rest, ...(names.length ? { tags: names } : {}), stamp: row.stamp };
}
