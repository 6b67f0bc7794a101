import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { MutedLine } from '../../../components/rules/muted-line';
import { Titles } from '../../../components/rules/rule-trial';
import type { PaperRecord } from '../../../papers/record';
import { listMuted } from '../../../store/rules/muted';
import { home, writeAddress } from '../address';
import type { LibraryContext } from '../library-context';

interface Props {
  readonly context: LibraryContext;
}

const mostMuted = 30;
const addressOf = (paper: string) => writeAddress({ ...home, paper });

/** The line that the papers muted just now fold into. */
export function Muted({ context }: Props): JSX.Element | null {
  const { service } = context;
  const { counts, rules } = service.state;
  const muted = useSignal<readonly PaperRecord[] | undefined>(undefined);
  const isOpen = useSignal(false);
  useEffect(() => {
    void service.guard('read', async () => {
      muted.value = await listMuted(mostMuted);
    });
  }, [service, counts.value, rules.value, muted]);
  if (!muted.value || !counts.value) return null;
  const { muted: count } = counts.value;
  return (
    <MutedLine
      count={count}
      isOpen={isOpen.value}
      onToggle={() => {
        isOpen.value = !isOpen.value;
      }}
    >
      <Titles papers={muted.value} total={count} addressOf={addressOf} />
    </MutedLine>
  );
}
