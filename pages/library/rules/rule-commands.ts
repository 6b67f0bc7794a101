import { type RuleProblem, ruleProblem } from '../../../papers/rules/check';
import type { RuleDraft } from '../../../papers/rules/proposals';
import type { Rule } from '../../../papers/rules/rule';
import { listRules } from '../../../store/rules/read';
import { refreshVerdicts } from '../../../store/rules/refresh';
import { saveRule } from '../../../store/rules/rules';
import { type Trial, tryRule } from '../../../store/rules/trial';
import { keptText } from '../../../wording/rules';
import { RuleCommands } from '../../shared/rule-commands';
import type { LibraryService } from '../service';

/** What the reader does to rules in the library. */
export class LibraryRules extends RuleCommands<LibraryService> {
  /**
   * Keeps a new rule, or a changed one.
   * @returns Whether it was kept, or what is wrong with it; a failure is told where all are.
   */
  async keep(draft: RuleDraft, rule?: Rule): Promise<RuleProblem | boolean> {
    const found: { problem?: RuleProblem | undefined } = {};
    const isDone = await this.write(async () => {
      const now = Date.now();
      const words = { ...draft, id: rule?.id ?? crypto.randomUUID() };
      found.problem = await saveRule(words, now);
      if (found.problem) return;
      await refreshVerdicts(now);
      this.page.tell(keptText(draft));
    });
    return found.problem ?? isDone;
  }

  /** Says what a rule would have done, or what is wrong with it; `undefined` when reading failed. */
  async try(draft: RuleDraft, rule?: Rule): Promise<Trial | RuleProblem | undefined> {
    const tried: { outcome?: Trial | RuleProblem } = {};
    await this.page.guard('read', async () => {
      const words = { ...draft, id: rule?.id ?? '' };
      const problem = ruleProblem(words, await listRules());
      tried.outcome = problem ?? (await tryRule(words, Date.now()));
    });
    return tried.outcome;
  }
}
