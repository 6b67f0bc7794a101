import { madeText, ruleName } from '../../components/rule-name';
import { text } from '../../lib/text';
import { type RuleProblem, ruleProblem } from '../../papers/rules/check';
import type { RuleDraft } from '../../papers/rules/proposals';
import type { Rule } from '../../papers/rules/rule';
import { makeRule, unmakeRule } from '../../store/rules/making';
import { listRules } from '../../store/rules/read';
import { refreshVerdicts } from '../../store/rules/refresh';
import { restoreRule, saveRule } from '../../store/rules/rules';
import { type Trial, tryRule } from '../../store/rules/trial';
import type { LibraryService } from './service';

/** What the reader does to rules: written to the store, which tells every view. */
export class RuleDeeds {
  constructor(private readonly service: LibraryService) {}

  /** Makes a rule from a paper, in place of one for the same subject. */
  async make(draft: RuleDraft): Promise<void> {
    await this.#write(async () => {
      const problem = await makeRule(draft, Date.now());
      const said = madeText(draft, problem);
      this.service.state.notice.value = { said };
    });
  }

  /**
   * Keeps a new rule, or a changed one.
   * @returns Whether it was kept, or what is wrong with it; a failure is told where all are.
   */
  async keep(draft: RuleDraft, rule?: Rule): Promise<RuleProblem | boolean> {
    const found: { problem?: RuleProblem | undefined } = {};
    const isDone = await this.#write(async () => {
      const now = Date.now();
      const words = { ...draft, id: rule?.id ?? crypto.randomUUID() };
      found.problem = await saveRule(words, now);
      if (found.problem) return;
      await refreshVerdicts(now);
      this.service.state.notice.value = { said: text('saidRuleKept', ruleName(draft)) };
    });
    return found.problem ?? isDone;
  }

  /** Says what a rule would have done, or what is wrong with it; `undefined` when reading failed. */
  async try(draft: RuleDraft, rule?: Rule): Promise<Trial | RuleProblem | undefined> {
    const tried: { outcome?: Trial | RuleProblem } = {};
    await this.service.guard('read', async () => {
      const words = { ...draft, id: rule?.id ?? '' };
      const problem = ruleProblem(words, await listRules());
      tried.outcome = problem ?? (await tryRule(words, Date.now()));
    });
    return tried.outcome;
  }

  /** Deletes a rule, with a way back. */
  async delete(rule: Rule): Promise<void> {
    await this.#write(async () => {
      await unmakeRule(rule.id, Date.now());
      const said = text('saidRuleDeleted', ruleName(rule));
      this.service.state.notice.value = { said, back: () => void this.#restore(rule) };
    });
  }

  async #restore(rule: Rule): Promise<void> {
    await this.#write(async () => {
      const now = Date.now();
      await restoreRule(rule, now);
      await refreshVerdicts(now);
      this.service.state.notice.value = { said: text('saidRuleKept', ruleName(rule)) };
    });
  }

  async #write(work: () => Promise<void>): Promise<boolean> {
    const isDone = await this.service.guard('write', work);
    await this.service.settle();
    return isDone;
  }
}
