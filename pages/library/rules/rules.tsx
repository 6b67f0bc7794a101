import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { matchesOf } from '../../../store/rules/trial';
import { home, writeAddress } from '../address';
import type { LibraryContext } from '../library-context';
import { Muted } from './muted';
import { RulesView } from './rules-view';

interface Props {
  readonly context: LibraryContext;
}

const addressOf = (paper: string) => writeAddress({ ...home, paper });

/** The reader's rules. */
export function Rules({ context }: Props): JSX.Element {
  const { service, ruleCommands } = context;
  const { rules, counts } = service.state;
  const matches = useSignal<ReadonlyMap<string, number> | undefined>(undefined);
  useEffect(() => {
    void service.guard('read', async () => {
      matches.value = await matchesOf(rules.value, Date.now());
    });
  }, [service, rules.value, counts.value, matches]);
  return (
    <RulesView
      rules={rules.value}
      matches={matches.value}
      addressOf={addressOf}
      onTry={(draft, rule) => ruleCommands.try(draft, rule)}
      onKeep={(draft, rule) => ruleCommands.keep(draft, rule)}
      onDelete={(rule) => void ruleCommands.delete(rule)}
    >
      <Muted context={context} />
    </RulesView>
  );
}
