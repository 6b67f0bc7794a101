import { type RuleProblem, ruleKey } from '../../papers/rules/check';
import type { RuleDraft } from '../../papers/rules/proposals';
import { listRules } from './read';
import { refreshVerdicts } from './refresh';
import { deleteRule, saveRule } from './rules';

/**
 * Makes a rule and lets it judge what is there. A rule for the same subject is changed instead: to mute
 * what was followed is a change of mind, and no second rule. One with the same effect is left as it
 * is, with what it does by itself.
 * @param now ms since the epoch.
 * @returns What is wrong with it; then nothing was kept.
 * @throws StoreError
 */
export async function makeRule(draft: RuleDraft, now: number): Promise<RuleProblem | undefined> {
  const key = ruleKey(draft);
  const same = key && (await listRules()).find((rule) => ruleKey(rule) === key);
  if (same && same.effect === draft.effect) return undefined;
  const problem = await saveRule({ ...draft, id: same ? same.id : crypto.randomUUID() }, now);
  if (!problem) await refreshVerdicts(now);
  return problem;
}

/**
 * Deletes a rule and lets the others judge what it marked.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function unmakeRule(id: string, now: number): Promise<void> {
  await deleteRule(id, now);
  await refreshVerdicts(now);
}
