import type { IDBPTransaction } from 'idb';
import { isSaved, paperStates } from '../papers/paper';
import { type PaperRecord, withKeys } from '../papers/record';
import { tagKey } from '../papers/tags';
import { connection } from './connection';
import { monthsOf } from './months';
import { type OffprintSchema, storeNames } from './schema';
import { compareSearch } from './search/compare';

type Transaction = IDBPTransaction<OffprintSchema, typeof storeNames, 'readonly'>;

/** Notes a disagreement between what is stored and what should be. */
export type Expect = (what: string, actual: unknown, expected: unknown) => void;

/**
 * Compares every derived thing in the store with what it is derived from: counters, tag counts,
 * keys, search texts, notes, the sums of months.
 * @returns A sentence for each disagreement; empty when all is well.
 */
export async function findInconsistencies(): Promise<string[]> {
  const transaction = (await connection()).transaction(storeNames);
  const papers = await transaction.objectStore('papers').getAll();
  const found: string[] = [];
  const expect: Expect = (what, actual, expected) => {
    if (JSON.stringify(actual) !== JSON.stringify(expected))
      found.push(`${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
  };
  await compareCounts(transaction, papers, expect);
  await compareMonths(transaction, papers, expect);
  for (const paper of papers) {
    const note = await transaction.objectStore('notes').get(paper.id);
    const keys = withKeys(paper);
    expect(`hasNote of ${paper.id}`, paper.hasNote, note !== undefined);
    expect(`listAt of ${paper.id}`, paper.listAt, keys.listAt);
    expect(`sortAt of ${paper.id}`, paper.sortAt, keys.sortAt);
    expect(`tagKeys of ${paper.id}`, paper.tagKeys, keys.tagKeys);
  }
  await compareSearch(transaction, papers, expect);
  return found;
}

async function compareCounts(
  transaction: Transaction,
  papers: readonly PaperRecord[],
  expect: Expect,
): Promise<void> {
  const counters = transaction.objectStore('counters');
  for (const state of paperStates) {
    const counter = (await counters.get(state)) ?? 0;
    expect(`counter ${state}`, counter, papers.filter((paper) => paper.state === state).length);
  }
  const saved = papers.filter((paper) => isSaved(paper.state));
  const starred = saved.filter((paper) => paper.starred === true).length;
  expect('counter starred', (await counters.get('starred')) ?? 0, starred);
  const tagCounts = new Map<string, number>();
  for (const key of saved.flatMap((paper) => paper.tags.map(tagKey)))
    tagCounts.set(key, (tagCounts.get(key) ?? 0) + 1);
  const tags = await transaction.objectStore('tags').getAll();
  expect('tags', tags.map(({ key, count }) => [key, count]).sort(), [...tagCounts].sort());
}

/** Months that were not counted yet (see `prepareMonths`) are passed over. */
async function compareMonths(
  transaction: Transaction,
  papers: readonly PaperRecord[],
  expect: Expect,
): Promise<void> {
  const stored = await transaction.objectStore('months').getAll();
  const counted = monthsOf(papers);
  if (stored.length === 0) return;
  for (const month of new Set([...stored, ...counted].map((row) => row.month))) {
    const find = (rows: typeof stored) => rows.find((row) => row.month === month);
    expect(`month ${month}`, find(stored), find(counted));
  }
}
