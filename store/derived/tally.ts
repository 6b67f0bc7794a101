import { isSaved } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { isOffList } from '../../papers/seen';
import { tagKey } from '../../papers/tag-key';
import type { CounterName } from './counter-names';

/**
 * The counters that a paper counts in: its state; of saved ones also `starred` and `queued`; of new
 * ones also `muted`, or else `followed` when a follow rule matches; of missed ones that are muted, or
 * of a list that nobody follows, `missedMuted`.
 */
export function countersOf(record: PaperRecord): readonly CounterName[] {
  const { state, starred, queueAt, mutedBy, matches } = record;
  const names: CounterName[] = [state];
  if (isSaved(state) && starred) names.push('starred');
  if (isSaved(state) && queueAt !== undefined) names.push('queued');
  if (state === 'new' && mutedBy !== undefined) names.push('muted');
  else if (state === 'new' && matches?.length) names.push('followed');
  if (state === 'missed' && (mutedBy !== undefined || isOffList(record))) names.push('missedMuted');
  return names;
}

/** What the counters and the counts of the tags should be, by looking at every paper. */
export class Tally {
  readonly counters = new Map<CounterName, number>();
  /** By key; see `tagKey`. */
  readonly tags = new Map<string, { readonly name: string; readonly count: number }>();

  /** Counts a paper. */
  add(record: PaperRecord): void {
    for (const name of countersOf(record))
      this.counters.set(name, (this.counters.get(name) ?? 0) + 1);
    if (!isSaved(record.state)) return;
    for (const name of record.tags) {
      const key = tagKey(name);
      const known = this.tags.get(key) ?? { name, count: 0 };
      this.tags.set(key, { ...known, count: known.count + 1 });
    }
  }
}
