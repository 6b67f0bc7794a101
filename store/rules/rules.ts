import { announceChange } from '../../lib/changes';
import { type RuleProblem, ruleProblem } from '../../papers/rules/check';
import type { Rule } from '../../papers/rules/rule';
import { cleanTags } from '../../papers/tags';
import { tidy } from '../../papers/text';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import { forgetJudgedBy } from './judged-by';

/** A rule as the reader makes it. */
export type RuleWords = Omit<Rule, 'createdAt'>;

/**
 * Every rule, in the order in which they were made. Changes are announced.
 * @throws StoreError
 */
export async function listRules(): Promise<Rule[]> {
  try {
    return inOrder(await (await connection()).getAll('rules'));
  } catch (cause) {
    throw storeError(cause);
  }
}

/** Rules in the order in which they were made. */
export function inOrder(rules: readonly Rule[]): Rule[] {
  return rules.toSorted(
    (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
}

/**
 * Keeps a rule under its id, a new one or one that is there with other words. What it says of papers
 * is written by `refreshVerdicts`, which is to be called next.
 * @param now ms since the epoch.
 * @returns What is wrong with it; then nothing was kept.
 * @throws StoreError
 */
export async function saveRule(words: RuleWords, now: number): Promise<RuleProblem | undefined> {
  await forgetJudgedBy();
  try {
    const { store, done } = (await connection()).transaction('rules', 'readwrite');
    const rules = await store.getAll();
    const rule = cleaned(words);
    const problem = ruleProblem(rule, rules);
    const createdAt = rules.find(({ id }) => id === rule.id)?.createdAt ?? now;
    await Promise.all([problem ?? store.put({ ...rule, createdAt }), done]);
    if (problem) return problem;
  } catch (cause) {
    throw storeError(cause);
  }
  await announceChange([]);
  return undefined;
}

/**
 * Puts a rule back that was deleted, as it was.
 * @throws StoreError
 */
export async function restoreRule(rule: Rule): Promise<void> {
  await forgetJudgedBy();
  try {
    await (await connection()).put('rules', rule);
  } catch (cause) {
    throw storeError(cause);
  }
  await announceChange([]);
}

/**
 * Deletes a rule. What it did to papers stays; what it says of them goes with `refreshVerdicts`.
 * @throws StoreError
 */
export async function deleteRule(id: string): Promise<void> {
  await forgetJudgedBy();
  try {
    await (await connection()).delete('rules', id);
  } catch (cause) {
    throw storeError(cause);
  }
  await announceChange([]);
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

/** A rule with its tags as `cleanTags` makes them; without any where none is left. */
export function withCleanTags(rule: Rule): Rule {
  const { tags = [], ...rest } = rule;
  const names = cleanTags(tags);
  return names.length ? { ...rest, tags: names } : rest;
}
