import { madeText, ruleName } from '../../components/rule-name';
import { text } from '../../lib/text';
import type { RuleDraft } from '../../papers/rules/proposals';
import type { Rule } from '../../papers/rules/rule';
import { makeRule, unmakeRule } from '../../store/rules/making';
import type { DeckService } from './service';

/** What the reader does with rules in the deck. Each deed resolves when the deck shows it. */
export class DeckRules {
  constructor(private readonly service: DeckService) {}

  /** Makes a rule from the paper on top, which stays there even if that mutes it; others leave. */
  async make(draft: RuleDraft, now: number): Promise<void> {
    const { current } = this.service.state.standing.value;
    if (draft.effect === 'mute' && current !== undefined) this.service.note({ held: current });
    await this.#write(async () => {
      const problem = await makeRule(draft, now);
      return madeText(draft, problem);
    });
  }

  /** Deletes a rule. */
  async delete(rule: Rule, now: number): Promise<void> {
    await this.#write(async () => {
      await unmakeRule(rule.id, now);
      return text('saidRuleDeleted', ruleName(rule));
    });
  }

  async #write(work: () => Promise<string>): Promise<void> {
    await this.service.guard('write', async () => {
      const said = await work();
      this.service.state.notice.value = { said, canUndo: false };
    });
    await this.service.settle();
  }
}
