import { text } from '../../lib/text';
import type { RuleDraft } from '../../papers/rules/proposals';
import type { Rule } from '../../papers/rules/rule';
import { makeRule, unmakeRule } from '../../store/rules/making';
import { refreshVerdicts } from '../../store/rules/refresh';
import { restoreRule } from '../../store/rules/rules';
import { keptText, madeText, ruleName } from '../../wording/rules';
import { type Page, writeAndShow } from './paper-commands';

/** A page on which rules are made. */
export interface RulePage extends Page {
  /**
   * Says what was done.
   * @param back Takes it back.
   */
  tell(said: string, back?: () => void): void;
}

/** What the reader does to rules, alike on every page. */
export class RuleCommands<Of extends RulePage> {
  constructor(protected readonly page: Of) {}

  /** Makes a rule from a paper, in place of one for the same subject. */
  async make(draft: RuleDraft, now = Date.now()): Promise<void> {
    await this.write(async () => {
      const problem = await makeRule(draft, now);
      this.page.tell(madeText(draft, problem));
    });
  }

  /** Deletes a rule, with a way back. */
  async delete(rule: Rule, now = Date.now()): Promise<void> {
    await this.write(async () => {
      await unmakeRule(rule.id, now);
      this.page.tell(text('saidRuleDeleted', ruleName(rule)), () => void this.#restore(rule));
    });
  }

  async #restore(rule: Rule): Promise<void> {
    await this.write(async () => {
      const now = Date.now();
      await restoreRule(rule, now);
      await refreshVerdicts(now);
      this.page.tell(keptText(rule));
    });
  }

  /** See `writeAndShow`. */
  protected write(work: () => Promise<unknown>): Promise<boolean> {
    return writeAndShow(this.page, work);
  }
}
