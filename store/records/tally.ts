import type { IDBPObjectStore } from 'idb';
import type { PaperState } from '../../papers/paper';
import type { OffprintSchema, Tag } from '../database/schema';
import { type CounterName, counterNames } from '../derived/counter-names';

/** How many papers are in each state. */
export type Counts = Record<PaperState, number>;

/** Everything that is counted of papers. */
export interface Tally extends Counts {
  /** Of the new ones, how many a rule mutes, and how many a follow rule matches. */
  readonly muted: number;
  readonly followed: number;
  /** Of the saved ones, how many are starred, and how many are to be read next. */
  readonly starred: number;
  readonly queued: number;
}

/** See `readTally`. */
export function tallyOf(counters: Record<CounterName, number>): Tally {
  const { muted, missedMuted, ...all } = counters;
  return { ...all, muted, new: all.new - muted, missed: all.missed - missedMuted };
}

export type CounterStore = Pick<
  IDBPObjectStore<OffprintSchema, 'counters'[], 'counters'>,
  'getAll' | 'getAllKeys'
>;

/** Reads every counter within a transaction. */
export async function countersIn(store: CounterStore): Promise<Record<CounterName, number>> {
  const [names, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const counters = counterNames.map((name) => [name, values[names.indexOf(name)] ?? 0]);
  return Object.fromEntries(counters) as Record<CounterName, number>;
}

/** Those of the tags that a paper has, most used first. */
export function inUse(tags: readonly Tag[]): Tag[] {
  const used = tags.flatMap(({ stamp: _stamp, ...tag }) => (tag.count > 0 ? tag : []));
  return used.sort((one, other) => other.count - one.count || compare(one.key, other.key));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
