import type { Copy } from './merge';

/**
 * Tells whether `merge` would leave a copy as it is, without merging: most of what a page tells is known.
 * @param told Without words of the reader's, and of its facts only those that are not known; see `unknownFacts`.
 */
export function isNothingNew(known: Copy, told: Copy): boolean {
  const ids = [known.id, ...known.aliases];
  const { met } = told;
  return (
    Object.keys(told.facts).length === 0 &&
    [told.id, ...told.aliases].every((id) => ids.includes(id)) &&
    met.firstSeenAt >= known.met.firstSeenAt &&
    met.lastSeenAt <= known.met.lastSeenAt &&
    isWithin(met.days, known.met.days) &&
    (met.sites ?? []).every((site) => known.met.sites?.includes(site))
  );
}

function isWithin(days: Copy['met']['days'], known: Copy['met']['days']): boolean {
  if (!days) return true;
  return known !== undefined && known.first <= days.first && days.last <= known.last;
}
