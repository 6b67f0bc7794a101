import { announceChange } from '../../lib/changes';
import { pause } from '../../lib/slices';
import { coherent } from '../../papers/own';
import type { PaperId } from '../../papers/paper';
import { defined, type PaperRecord, withKeys } from '../../papers/record';
import { judged } from '../../papers/rules/match';
import { connection, type Database } from '../database/connection';
import { storeError } from '../database/errors';
import { rebuildMonths } from '../derived/months';
import { rebuildSearch } from '../search/build';
import { recount } from './recount';
import { isSearchSound } from './search-sound';

const pageSize = 500;

/**
 * Corrects what is derived and disagrees with what it is derived from: the keys of papers, counters,
 * tags, steps of actions that are gone, search texts, sums of months. In transactions of bounded length, for when
 * nobody waits; it may be stopped or killed at any point.
 * @returns What was corrected, for a report; empty when all was well.
 * @throws StoreError
 */
export async function repairInconsistencies(signal?: AbortSignal): Promise<string[]> {
  try {
    const corrected = await repairPapers(signal);
    if (!signal?.aborted) corrected.push(...(await recount()), ...(await repairSteps()));
    if (!signal?.aborted && !(await isSearchSound(signal))) {
      await rebuildSearch(signal);
      corrected.push('search texts');
    }
    if (!signal?.aborted && (await rebuildMonths())) corrected.push('statistics');
    if (corrected.length) await announceChange('all');
    return corrected;
  } catch (cause) {
    throw storeError(cause);
  }
}

async function repairPapers(signal: AbortSignal | undefined): Promise<string[]> {
  const database = await connection();
  const corrected: string[] = [];
  let after: PaperId | undefined = '';
  while (after !== undefined && !signal?.aborted) {
    const page: RepairedPage = await repairPage(database, after);
    corrected.push(...page.corrected);
    after = page.last;
    await pause();
  }
  return corrected;
}

interface RepairedPage {
  readonly corrected: readonly string[];
  /** The page's last id; absent of the last page. */
  readonly last?: PaperId;
}

async function repairPage(database: Database, after: PaperId): Promise<RepairedPage> {
  const transaction = database.transaction(['papers', 'notes', 'tombstones', 'past'], 'readwrite');
  const store = transaction.objectStore('papers');
  const tombstones = transaction.objectStore('tombstones');
  const past = transaction.objectStore('past');
  const papers = await store.getAll(IDBKeyRange.lowerBound(after, true), pageSize);
  const last = papers.at(-1)?.id;
  if (last === undefined) return { corrected: [] };
  const range = IDBKeyRange.bound(after, last, true, false);
  const notes = await transaction.objectStore('notes').getAll(range);
  const noted = new Set(notes.filter(({ text }) => text !== '').map(({ id }) => id));
  const here = new Set(papers.map(({ id }) => id));
  const wrong = papers.flatMap((paper) => wholePaper(paper, noted.has(paper.id)) ?? []);
  const [buried, shrunk] = await Promise.all([
    tombstones.getAllKeys(range),
    past.getAllKeys(range),
  ]);
  const alive = buried.filter((id) => here.has(id));
  const grown = shrunk.filter((id) => here.has(id));
  await Promise.all([
    ...wrong.map((paper) => store.put(paper)),
    ...alive.map((id) => tombstones.delete(id)),
    ...grown.map((id) => past.delete(id)),
    transaction.done,
  ]);
  const corrected = [
    ...wrong.map(({ id }) => `paper ${id}`),
    ...alive.map((id) => `tombstone ${id}`),
    ...grown.map((id) => `past ${id}`),
  ];
  return papers.length === pageSize ? { corrected, last } : { corrected };
}

/** @returns `undefined` for a paper that is as it should be. */
function wholePaper(paper: PaperRecord, hasNote: boolean): PaperRecord | undefined {
  const { matches, mutedBy } = paper;
  const verdict = matches?.length ? { matches } : defined({ mutedBy });
  const whole = withKeys({ ...judged(coherent(paper), verdict), hasNote });
  const fields = new Set([...Object.keys(paper), ...Object.keys(whole)]);
  for (const field of fields as Set<keyof PaperRecord>)
    if (JSON.stringify(paper[field]) !== JSON.stringify(whole[field])) return whole;
  return undefined;
}

/** Steps of an action that is gone cannot be undone any more. */
async function repairSteps(): Promise<string[]> {
  const transaction = (await connection()).transaction(['actions', 'steps'], 'readwrite');
  const steps = transaction.objectStore('steps');
  const [ids, keys] = await Promise.all([
    transaction.objectStore('actions').getAllKeys(),
    steps.getAllKeys(),
  ]);
  const known = new Set(ids);
  const orphans = keys.filter(([action]) => !known.has(action));
  await Promise.all([...orphans.map((key) => steps.delete(key)), transaction.done]);
  return orphans.map(([action, part]) => `step ${action} ${part}`);
}
