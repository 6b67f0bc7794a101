import type { Scope } from '../../papers/deck/scope';
import { isUndecided, type PaperId } from '../../papers/paper';
import { dayLength, dayStart, type PaperRecord } from '../../papers/record';
import { byIdsOrAliases } from '../database/by-id';
import { withDatabase } from '../database/with-database';
import { idsIn } from '../records/ids-in';
import { glimpsedRange } from './undecided';

/**
 * Every paper that waits for a decision, in no particular order: the new ones, those that a rule mutes included, and
 * those that were but glimpsed; see `countUndecided`. Of days that are asked for by name those that were missed, too,
 * and of a list all that are undecided.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function listWaiting(
  now: number,
  { days = [], listed = [] }: Scope = {},
): Promise<PaperRecord[]> {
  return withDatabase(async (database) => {
    const papers = database.transaction('papers').store;
    const states = papers.index('state');
    const [onList, ...waiting] = await Promise.all([
      byIdsOrAliases(papers, listed),
      states.getAll(everyNew()),
      states.getAll(glimpsedRange(now)),
      ...days.map((day) => states.getAll(missedRange(day))),
    ]);
    const others = [...onList.values()].filter(({ state }) => isUndecided(state));
    return [...waiting.flat(), ...others];
  });
}

/**
 * A scope that knows what its list has; one of no list is as it was.
 * @throws StoreError
 */
export async function withListed<Given extends Scope | undefined>(scope: Given): Promise<Given> {
  const key = scope?.list;
  if (key === undefined) return scope;
  const row = await withDatabase((database) => database.get('days', key));
  return { ...scope, listed: row?.ids ?? [] };
}

/**
 * The ids of all that wait for a decision, those that a rule mutes included; see `listWaiting`. For who works behind
 * what the reader does: thousands are read in parts.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function listWaitingIds(now: number): Promise<PaperId[]> {
  const ids = new Set<PaperId>();
  for (const range of [everyNew(), glimpsedRange(now)])
    for await (const part of idsIn('state', range)) for (const id of part) ids.add(id);
  return [...ids];
}

/** Pages of how many days may say what is likely of papers that were missed. */
const daysLookedBack = 14;

/**
 * The ids of papers that were missed a short while ago: they wait for nobody, but are new on the pages of their days.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function listMissedIds(now: number): Promise<PaperId[]> {
  const since = IDBKeyRange.bound(['missed', now - daysLookedBack * dayLength], ['missed', []]);
  return withDatabase(async (database) =>
    database.transaction('papers').store.index('state').getAllKeys(since),
  );
}

function everyNew(): IDBKeyRange {
  return IDBKeyRange.bound(['new'], ['new', []]);
}

function missedRange(day: string): IDBKeyRange {
  const at = dayStart(day);
  return IDBKeyRange.bound(['missed', at], ['missed', at + dayLength], false, true);
}
