import type { JSX } from 'preact';
import { RuleMenu } from '../../components/rules/rule-menu';
import { libraryAddress } from '../../lib/library-address';
import type { PaperRecord } from '../../papers/record';
import type { DeckProps } from './deck';

/** What of a paper can be followed, and a phrase to mute: open on the one on top alone, when it is asked for. */
export function RulesOnTop(props: DeckProps & { readonly paper: PaperRecord }): JSX.Element {
  const { service, rules, paper } = props;
  const { state } = service;
  const isOpen = state.isRuling.value && state.current.value?.id === paper.id;
  return (
    <RuleMenu
      paper={paper}
      details={isOpen ? state.details.value.get(paper.id) : undefined}
      rules={isOpen ? [...state.rules.value.values()] : []}
      address={libraryAddress({ view: 'rules' })}
      isOpen={isOpen}
      onOpen={(to) => {
        state.isRuling.value = to;
      }}
      onMake={(draft) => {
        if (draft.effect === 'mute') state.isRuling.value = false;
        void rules.make(draft, Date.now());
      }}
      onDelete={(rule) => void rules.delete(rule, Date.now())}
    />
  );
}
