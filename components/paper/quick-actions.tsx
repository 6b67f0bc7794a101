import type { JSX, RefObject } from 'preact';
import { keyed } from '../../lib/keymap/hints';
import { text } from '../../lib/text';
import type { PaperRecord } from '../../papers/record';
import { Icon } from '../ui/icons';

/** What can be done with an undecided paper. */
export type QuickDecision = 'saved' | 'dismissed';

/** What can be done at once with a paper that is not saved. */
export function QuickActions(props: {
  readonly paper: PaperRecord;
  readonly onDecide: (paper: PaperRecord, to: QuickDecision) => void;
  /** Where something else is to reach them. */
  readonly refs?:
    | Readonly<Record<'save' | 'dismiss', RefObject<HTMLButtonElement | null>>>
    | undefined;
}): JSX.Element {
  const { paper, onDecide, refs } = props;
  const title = paper.title ?? paper.id;
  return (
    <div class="quick">
      <button
        ref={refs?.save ?? null}
        type="button"
        data-action="save"
        aria-label={text('cardSaveName', title)}
        onClick={() => onDecide(paper, 'saved')}
        {...keyed('save', text('cardSave'))}
      >
        {text('cardSave')}
      </button>
      <button
        ref={refs?.dismiss ?? null}
        type="button"
        data-action="dismiss"
        aria-label={text('cardDismissName', title)}
        title={text('cardDismiss')}
        onClick={() => onDecide(paper, 'dismissed')}
        {...keyed('dismiss', text('cardDismiss'))}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
