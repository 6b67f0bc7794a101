import type { IDBPTransaction } from 'idb';
import { coherent } from '../../papers/own';
import { type PaperRecord, withKeys } from '../../papers/record';
import { sizeOf } from '../actions/recording';
import { connection } from '../database/connection';
import { type OffprintSchema, storeNames } from '../database/schema';
import { counterNames } from '../derived/counter-names';
import { monthsOf } from '../derived/months';
import { Tally } from '../derived/tally';
import { compareSearch } from './search-texts';

type Transaction = IDBPTransaction<OffprintSchema, typeof storeNames, 'readonly'>;

/** Notes a disagreement between what is stored and what should be. */
export type Expect = (what: string, actual: unknown, expected: unknown) => void;

/**
 * Compares every derived thing in the store with what it is derived from: counters, tag counts,
 * keys, search texts, notes, the sums of months; and what belongs together with each other: the reader's own fields,
 * actions and their steps, papers, what is left of shrunken ones and tombstones.
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
    expect(`hasNote of ${paper.id}`, paper.hasNote, Boolean(note?.text));
    comparePaper(paper, expect);
  }
  await compareActions(transaction, expect);
  await compareDecisions(transaction, expect);
  await compareGone(transaction, papers, expect);
  await compareSearch(transaction, papers, expect);
  return found;
}

function comparePaper(paper: PaperRecord, expect: Expect): void {
  const keys = withKeys(paper);
  for (const key of ['listAt', 'sortAt', 'tagKeys'] as const)
    expect(`${key} of ${paper.id}`, paper[key], keys[key]);
  const { matches, mutedBy } = paper;
  const isTorn = matches !== undefined && (matches.length === 0 || mutedBy !== undefined);
  expect(`a verdict torn in two on ${paper.id}`, isTorn, false);
  const whole = coherent(paper);
  const fields = [
    'state',
    'seenAt',
    'missedAt',
    'snoozedUntil',
    'readAt',
    'queueAt',
    'deletedFrom',
  ] as const;
  for (const field of fields) expect(`${field} of ${paper.id}`, paper[field], whole[field]);
}

async function compareCounts(
  transaction: Transaction,
  papers: readonly PaperRecord[],
  expect: Expect,
): Promise<void> {
  const tally = new Tally();
  for (const paper of papers) tally.add(paper);
  const counters = transaction.objectStore('counters');
  for (const name of counterNames) {
    const counter = (await counters.get(name)) ?? 0;
    expect(`counter ${name}`, counter, tally.counters.get(name) ?? 0);
  }
  const tags = await transaction.objectStore('tags').getAll();
  const used = tags.filter(({ count, hue }) => count !== 0 || hue === undefined);
  const counts = [...tally.tags].map(([key, { count }]) => [key, count]);
  expect('tags', used.map(({ key, count }) => [key, count]).sort(), counts.sort());
}

async function compareActions(transaction: Transaction, expect: Expect): Promise<void> {
  const actions = await transaction.objectStore('actions').getAll();
  const steps = await transaction.objectStore('steps').getAll();
  const ids = new Set(actions.map(({ id }) => id));
  const orphans = steps.filter(({ action }) => !ids.has(action));
  expect(
    'steps without an action',
    orphans.map(({ action, part }) => [action, part]),
    [],
  );
  for (const { id, done } of actions) {
    const parts = steps.filter(({ action }) => action === id);
    const papers = parts.reduce((sum, part) => sum + sizeOf(part), 0);
    expect(`papers of action ${id}`, done, papers);
  }
}

async function compareDecisions(transaction: Transaction, expect: Expect): Promise<void> {
  let before = 0;
  for (const row of await transaction.objectStore('decisions').getAll()) {
    const { last, ids, upvotes, undone = [] } = row;
    expect(
      `first of the decisions up to ${last}`,
      Math.max(before, last - ids.length),
      last - ids.length,
    );
    expect(`upvotes of the decisions up to ${last}`, upvotes.length, ids.length);
    expect(
      `undone among the decisions up to ${last}`,
      undone.filter((id) => !ids.includes(id)),
      [],
    );
    before = last;
  }
}

/** A paper is here, or has shrunk, or is gone: one of the three. */
async function compareGone(
  transaction: Transaction,
  papers: readonly PaperRecord[],
  expect: Expect,
): Promise<void> {
  const here = new Set(papers.map(({ id }) => id));
  const tombstones = await transaction.objectStore('tombstones').getAllKeys();
  const alive = tombstones.filter((id) => here.has(id));
  expect('tombstones of papers that are here', alive, []);
  const past = await transaction.objectStore('past').getAllKeys();
  const grown = past.filter((id) => here.has(id));
  expect('papers that are here and have shrunk', grown, []);
  const shrunk = new Set(past);
  const buried = tombstones.filter((id) => shrunk.has(id));
  expect('tombstones of papers that have shrunk', buried, []);
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
