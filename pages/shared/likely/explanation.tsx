import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Alike } from '../../../components/paper/alike';
import { LikelyLine, type LikelyLineProps } from '../../../components/paper/likely-line';
import { isSaved, type PaperId } from '../../../papers/paper';
import { stepOf } from '../../../papers/ranking/score';
import type { PaperRecord } from '../../../papers/record';
import { type AlikePapers, findAlike } from '../../../store/ranking/alike';
import type { Guard } from '../guard';
import type { Likely } from './likely';

/** What can be done with an opened paper and those that are like it. */
export interface LikelyExplanationProps {
  readonly likely: Likely;
  readonly paper: PaperRecord;
  /** How likely it is and why, what can be done with those like it, or both. */
  readonly shows?: LikelyLineProps['shows'];
  /** Whether it was drawn from lower down of the order "for you". */
  readonly widens?: boolean | undefined;
  readonly guard: Guard['guard'];
  readonly addressOf: (id: PaperId) => string;
  /** Shows another paper, where that is not left to its link. */
  readonly onOpen?: (id: PaperId) => void;
  readonly onLess: (paper: PaperRecord) => void;
  readonly onSave: (paper: PaperRecord) => void;
}

/** What an opened paper says of how likely it is, and the papers that are like it when those are asked for. */
export function LikelyExplanation(props: LikelyExplanationProps): JSX.Element {
  const { likely, paper, guard } = props;
  const isOpen = useSignal(false);
  const found = useSignal<AlikePapers | undefined>(undefined);
  useEffect(() => {
    if (!isOpen.value) return;
    const stopping = new AbortController();
    const tell = (alike: AlikePapers) => {
      found.value = alike;
    };
    void guard('read', () => findAlike(paper.id, Date.now(), tell, stopping.signal));
    return () => stopping.abort();
  }, [isOpen.value, paper.id]);
  const score = likely.isOn ? likely.scores.value.get(paper.id) : undefined;
  const isDecided = isSaved(paper.state) || ['dismissed', 'deleted'].includes(paper.state);
  return (
    <>
      <LikelyLine
        step={stepOf(score?.likelihood)}
        reasons={score?.reasons}
        widens={props.widens === true}
        shows={props.shows ?? 'both'}
        isOpen={isOpen.value}
        onMore={() => {
          isOpen.value = !isOpen.value;
        }}
        onLess={isDecided ? undefined : () => props.onLess(paper)}
      />
      {isOpen.value && (
        <Alike
          fresh={found.value?.fresh}
          own={found.value?.own}
          isDone={found.value?.isDone === true}
          addressOf={props.addressOf}
          onOpen={props.onOpen}
          onSave={async (one) => {
            await props.onSave(one);
            found.value = savedIn(found.value, one);
          }}
        />
      )}
    </>
  );
}

/** One that was saved from the list stays where it is in it. */
function savedIn(found: AlikePapers | undefined, { id }: PaperRecord): AlikePapers | undefined {
  const as = (one: PaperRecord) => (one.id === id ? { ...one, state: 'unread' as const } : one);
  return found && { ...found, fresh: found.fresh.map(as) };
}
