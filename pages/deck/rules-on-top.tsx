import type { JSX } from 'preact';
import { RuleMenu } from '../../components/rules/rule-menu';
import { libraryAddress } from '../../lib/library-address';
import type { PaperRecord } from '../../papers/record';
import type { DeckRules } from './rule-commands';
import type { DeckService } from './service';
import type { DeckState } from './state';

/** Opens the menu of rules on the paper on top, which takes the focus. */
export function openRules(state: DeckState): void {
  const menu = menuOf(state);
  if (!menu || menu.open) return;
  menu.querySelector('summary')?.click();
  menu.scrollIntoView({ block: 'nearest' });
}

/** Closes the menu; the page's own keys act again. */
function closeRules(state: DeckState): void {
  const menu = menuOf(state);
  if (menu?.open) menu.querySelector('summary')?.click();
}

function menuOf({ card }: DeckState): HTMLDetailsElement | null | undefined {
  return card.current?.querySelector<HTMLDetailsElement>('.rule-menu');
}

/** What of the paper on top can be followed, and a phrase to mute. */
export function RulesOnTop(props: {
  readonly service: DeckService;
  readonly rules: DeckRules;
  readonly paper: PaperRecord;
}): JSX.Element {
  const { service, rules, paper } = props;
  const { state } = service;
  return (
    <RuleMenu
      paper={paper}
      details={state.details.value.get(paper.id)}
      rules={[...state.rules.value.values()]}
      address={libraryAddress({ view: 'rules' })}
      onMake={(draft) => {
        if (draft.effect === 'mute') closeRules(state);
        void rules.make(draft, Date.now());
      }}
      onDelete={(rule) => void rules.delete(rule, Date.now())}
    />
  );
}
