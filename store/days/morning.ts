import { localDayBounds } from '../../papers/local-day';
import { dayLength, isoDay, type PaperRecord } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import { countNew, listUndecided, recordsOf } from '../records/queries';
import { isTakenOnArrival } from '../rules/acting';
import { listRules } from '../rules/read';
import { isFilling, readDays } from './days';

/** A new paper, and the rules that follow it. */
export interface Caught {
  readonly paper: PaperRecord;
  readonly by: readonly Rule[];
}

/** What is worth knowing in the morning. */
export interface Morning {
  /** The newest day whose list is whole, as an ISO day; absent when there was none for a week. */
  readonly day?: string;
  /** Its papers with the most upvotes, without those that are muted, dismissed or deleted. */
  readonly top: readonly PaperRecord[];
  /**
   * What follow rules have caught: new papers, newest first, and then those of the last days that a
   * rule saved as they came and that nobody has touched.
   */
  readonly caught: readonly Caught[];
  /** How many more they have caught than are told. */
  readonly moreCaught: number;
  /** Papers that come back from a snooze on the reader's day, or have done so already. */
  readonly due: readonly PaperRecord[];
}

const topSize = 5;
const caughtSize = 20;
const pageSize = 200;
const week = 7 * dayLength;
/** What a rule saved is told for as long as a weekend lasts, in ms. */
const savedSpan = 3 * dayLength;

/**
 * Reads the morning digest.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function readMorning(now: number): Promise<Morning> {
  const [whole, caught, due] = await Promise.all([readTop(now), readCaught(now), readDue(now)]);
  return { ...whole, ...caught, due };
}

async function readTop(now: number): Promise<Pick<Morning, 'day' | 'top'>> {
  const days = await readDays(isoDay(now - week), isoDay(now));
  const whole = days.findLast((day) => day.ids.length > 0 && !isFilling(day, now));
  if (!whole) return { top: [] };
  const shown = (await recordsOf(whole.ids)).filter(
    ({ state, mutedBy }) => mutedBy === undefined && state !== 'dismissed' && state !== 'deleted',
  );
  shown.sort((one, other) => (other.upvotes ?? 0) - (one.upvotes ?? 0));
  return { day: whole.day, top: shown.slice(0, topSize) };
}

async function readCaught(now: number): Promise<Pick<Morning, 'caught' | 'moreCaught'>> {
  const { followed } = await countNew();
  const saved = await readSaved(now);
  const found = [...(await readFollowed(Math.min(followed, caughtSize))), ...saved];
  const papers = found.slice(0, caughtSize);
  const rules = new Map((await listRules()).map((rule) => [rule.id, rule]));
  const caught = papers.map((paper) => ({
    paper,
    by: (paper.matches ?? []).flatMap((id) => rules.get(id) ?? []),
  }));
  return { caught, moreCaught: Math.max(0, followed + saved.length - papers.length) };
}

/** The counter has said how many there are, so that nothing is looked for where nothing is. */
async function readFollowed(wanted: number): Promise<PaperRecord[]> {
  const found: PaperRecord[] = [];
  let after: IDBValidKey | undefined;
  while (found.length < wanted) {
    const page = await listUndecided('new', pageSize, after);
    found.push(...page.papers.filter(({ matches }) => matches?.length));
    after = page.next;
    if (after === undefined) break;
  }
  return found.slice(0, wanted);
}

async function readSaved(now: number): Promise<PaperRecord[]> {
  try {
    const range = IDBKeyRange.lowerBound(now - savedSpan);
    const met = await (await connection()).getAllFromIndex('papers', 'met', range);
    return met.filter((paper) => paper.matches?.length && isTakenOnArrival(paper)).reverse();
  } catch (cause) {
    throw storeError(cause);
  }
}

async function readDue(now: number): Promise<PaperRecord[]> {
  const { from, to } = localDayBounds(now);
  try {
    const papers = (await connection()).transaction('papers').store;
    const [due, woken] = await Promise.all([
      papers.index('snooze').getAll(IDBKeyRange.upperBound(to, true)),
      papers.index('woke').getAll(IDBKeyRange.bound(from, to, false, true)),
    ]);
    return [...woken, ...due].filter(({ state }) => state === 'unread' || state === 'snoozed');
  } catch (cause) {
    throw storeError(cause);
  }
}
