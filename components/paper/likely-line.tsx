import type { JSX } from 'preact';
import { text } from '../../lib/text';
import { likelyWords } from '../../wording/likely';
import { LikelyBars, type LikelyProps } from './likely-mark';

/** What an opened paper says of it. */
export interface LikelyLineProps extends LikelyProps {
  /** Whether it was drawn from lower down of the order "for you". */
  readonly widens: boolean;
  /** How likely it is and why, what can be done with those like it, or both. */
  readonly shows: 'why' | 'acts' | 'both';
  /** Whether those like it are shown below. */
  readonly isOpen: boolean;
  readonly onMore: () => void;
  /** Absent for a paper that is saved or decided on. */
  readonly onLess: (() => void) | undefined;
}

function Acts({ isOpen, onMore, onLess }: LikelyLineProps): JSX.Element {
  return (
    <p class="links">
      <button
        type="button"
        class="link"
        data-action="more-like"
        aria-expanded={isOpen}
        onClick={onMore}
      >
        {text('likeMore')}
      </button>
      {onLess && (
        <button
          type="button"
          class="link"
          data-action="less-like"
          title={text('likeLessHint')}
          onClick={onLess}
        >
          {text('likeLess')}
        </button>
      )}
    </p>
  );
}

/** How likely an opened paper is and why, and what more or less of it means. */
export function LikelyLine(props: LikelyLineProps): JSX.Element | null {
  const { step, reasons, widens, shows } = props;
  const words = shows === 'acts' ? '' : likelyWords(step, reasons);
  const isWidening = widens && shows !== 'acts';
  if (shows === 'why' && !words && !isWidening) return null;
  return (
    <div class="likely-line">
      {words && (
        <p dir="auto" data-step={step}>
          <LikelyBars step={step} /> {words}
        </p>
      )}
      {isWidening && <p class="widens">{text('likelyWidens')}</p>}
      {shows !== 'why' && <Acts {...props} />}
    </div>
  );
}
