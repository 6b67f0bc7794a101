import type { JSX } from 'preact';
import type { Reason } from '../../papers/ranking/reasons';
import { likelyWords, shortReasons } from '../../wording/likely';

/** How likely a paper is for the reader. */
export interface LikelyProps {
  /** From 0 to 3; see `stepOf`. */
  readonly step: number;
  readonly reasons?: readonly Reason[] | undefined;
}

/** One bar after the other stands up, on a grid of 16; those that do not are dots. */
const bars = ['M3.5 12.5v-2', 'M8 12.5V7', 'M12.5 12.5v-9'];
const dots = ['', 'M8 12.5h.01', 'M12.5 12.5h.01'];

/** The bars alone, for where words say the rest. */
export function LikelyBars({ step }: Pick<LikelyProps, 'step'>): JSX.Element {
  const path = bars.map((bar, at) => (at < step ? bar : dots[at])).join('');
  return (
    <svg class="icon icon-likely" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/**
 * The mark in a row: bars, and when they are pointed at, or the row has the keyboard's focus, why, in the place of the
 * line that they stand in, so that nothing moves.
 */
export function LikelyMark({ step, reasons }: LikelyProps): JSX.Element | null {
  const words = likelyWords(step, reasons);
  if (!words) return null;
  const because = shortReasons(reasons ?? []);
  return (
    <span class="likely" data-step={step} title={words}>
      <LikelyBars step={step} />
      <span class="unseen">{words}</span>
      {because && (
        <span class="because" aria-hidden="true" dir="auto">
          <LikelyBars step={step} />
          <span>{because}</span>
        </span>
      )}
    </span>
  );
}
