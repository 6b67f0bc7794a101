import type { JSX } from 'preact';
import { RuleMenu } from '../../components/rule-menu';
import { libraryAddress } from '../../lib/library-address';
import type { PaperRecord } from '../../papers/record';
import type { DeckRules } from './rule-deeds';
import type { DeckService } from './service';

/** Opens the menu of rules on the paper on top, with the focus in it; closes it when it is open. */
export function toggleRules(): void {
  const menu = menuOnTop();
  if (!menu) return;
  if (menu.open) {
    closeRules();
    return;
  }
  menu.open = true;
  menu.scrollIntoView({ block: 'nearest' });
  menu.querySelector<HTMLElement>('button, input')?.focus();
}

/** Closes the menu; the page's own keys act again. */
export function closeRules(): void {
  const menu = menuOnTop();
  if (!menu?.open) return;
  menu.open = false;
  menu.closest<HTMLElement>('.paper-card')?.focus({ preventScroll: true });
}

function menuOnTop(): HTMLDetailsElement | null {
  return document.querySelector<HTMLDetailsElement>('.paper-card .rule-menu');
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
        if (draft.effect === 'mute') closeRules();
        void rules.make(draft, Date.now());
      }}
      onDelete={(rule) => void rules.delete(rule, Date.now())}
    />
  );
}
