import type { Change } from '../../papers/change';
import type { PaperId } from '../../papers/paper';

/** A decision on one paper, as the trail of the last ones shows it. */
export interface Trace {
  readonly id: PaperId;
  readonly title: string;
  readonly said: 'deckTrailSaved' | 'deckTrailLater' | 'deckTrailDismissed';
  /** The number of its action; absent until it is written. */
  readonly action?: number;
}

/** How many decisions the trail shows. */
const most = 3;

/** The trail with one more decision. */
export function withTrace(trail: readonly Trace[], trace: Trace): readonly Trace[] {
  return [...trail, trace].slice(-most);
}

/** The trail with the newest decision on a paper written. */
export function written(
  trail: readonly Trace[],
  id: PaperId,
  action: number | undefined,
): readonly Trace[] {
  const at = trail.findLastIndex((trace) => trace.id === id);
  return trail.map((trace, index) => (index === at && action ? { ...trace, action } : trace));
}

/** How the trail says a change. */
export function traceOf(change: Change): Trace['said'] {
  if (change.kind === 'later') return 'deckTrailLater';
  return change.kind === 'state' && change.to === 'saved' ? 'deckTrailSaved' : 'deckTrailDismissed';
}
