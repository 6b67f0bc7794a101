import type { JSX } from 'preact';
import { text } from '../../lib/text';
import { likelyWords } from '../../wording/likely';
import { LikelyBars, type LikelyProps } from './likely-mark';

/** What an opened paper says of it: how likely it is and why, and what more or less of it means. */
export function LikelyLine(
  props: LikelyProps & {
    /** Whether it was drawn from lower down of the order "for you". */
    readonly widens: boolean;
    /** Whether those like it are shown below. */
    readonly isOpen: boolean;
    readonly onMore: () => void;
    /** Absent for a paper that is saved or decided on. */
    readonly onLess: (() => void) | undefined;
  },
): JSX.Element {
  const words = likelyWords(props.step, props.reasons);
  return (
    <div class="likely-line">
      {words && (
        <p dir="auto" data-step={props.step}>
          <LikelyBars step={props.step} /> {words}
        </p>
      )}
      {props.widens && <p class="widens">{text('likelyWidens')}</p>}
      <p class="links">
        <button
          type="button"
          class="link"
          data-action="more-like"
          aria-expanded={props.isOpen}
          onClick={props.onMore}
        >
          {text('likeMore')}
        </button>
        {props.onLess && (
          <button
            type="button"
            class="link"
            data-action="less-like"
            title={text('likeLessHint')}
            onClick={props.onLess}
          >
            {text('likeLess')}
          </button>
        )}
      </p>
    </div>
  );
}
