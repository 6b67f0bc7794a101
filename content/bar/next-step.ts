import type { NeighbourDay, NeighbourDays } from '../../lib/bar-messages';
import type { PageCounts } from './page-counts';

/** What the bar's main button offers: the next thing that there is to do. */
export type NextStep =
  | { readonly kind: 'new' }
  | { readonly kind: 'decide' }
  | { readonly kind: 'catchUp' }
  | { readonly kind: 'day'; readonly to: NeighbourDay };

/**
 * What is next on a page: its new papers, then what was seen and left open, then another day that has new ones, the
 * newest first, and at the end all of them.
 */
export function nextStep(counts: PageCounts, days: NeighbourDays | undefined): NextStep {
  if (counts.new > 0 || counts.known === 0) return { kind: 'new' };
  if (counts.rest.length > 0) return { kind: 'decide' };
  const to = [days?.after, days?.before].find((day) => (day?.new ?? 0) > 0);
  return to ? { kind: 'day', to } : { kind: 'catchUp' };
}
