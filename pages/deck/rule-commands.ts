import type { RuleDraft } from '../../papers/rules/proposals';
import { RuleCommands } from '../shared/rule-commands';
import type { DeckService } from './service';

/** What the reader does to rules in the deck. */
export class DeckRules extends RuleCommands<DeckService> {
  /** Makes a rule from the paper on top, which stays there even if that mutes it; others leave. */
  override async make(draft: RuleDraft, now = Date.now()): Promise<void> {
    const { current } = this.page.state.standing.value;
    if (draft.effect === 'mute' && current !== undefined) this.page.note({ held: current });
    await super.make(draft, now);
  }
}
