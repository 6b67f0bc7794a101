import '../../assets/library/rules.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Titles } from '../../components/library/rule-trial';
import { RulesView } from '../../components/library/rules-view';
import { MutedLine } from '../../components/muted-line';
import type { PaperRecord } from '../../papers/record';
import { listMuted } from '../../store/muted';
import { countNew } from '../../store/queries';
import { matchesOf } from '../../store/rule-trial';
import { home, writeAddress } from './address';
import type { Desk } from './desk';

interface Props {
  readonly desk: Desk;
}

const mostMuted = 30;
const addressOf = (paper: string) => writeAddress({ ...home, paper });

/** The papers that are muted just now. */
function Muted({ desk }: Props): JSX.Element | null {
  const { service } = desk;
  const { counts, rules } = service.state;
  const muted = useSignal<{ count: number; papers: readonly PaperRecord[] } | undefined>(undefined);
  const isOpen = useSignal(false);
  useEffect(() => {
    void service.guard('read', async () => {
      const [{ muted: count }, papers] = await Promise.all([countNew(), listMuted(mostMuted)]);
      muted.value = { count, papers };
    });
  }, [service, counts.value, rules.value, muted]);
  if (!muted.value) return null;
  const { count, papers } = muted.value;
  return (
    <MutedLine
      count={count}
      isOpen={isOpen.value}
      onToggle={() => {
        isOpen.value = !isOpen.value;
      }}
    >
      <Titles papers={papers} total={count} addressOf={addressOf} />
    </MutedLine>
  );
}

/** The reader's rules. */
export function Rules({ desk }: Props): JSX.Element {
  const { service, ruleDeeds } = desk;
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
      onTry={(draft, rule) => ruleDeeds.try(draft, rule)}
      onKeep={(draft, rule) => ruleDeeds.keep(draft, rule)}
      onDelete={(rule) => void ruleDeeds.delete(rule)}
    >
      <Muted desk={desk} />
    </RulesView>
  );
}
