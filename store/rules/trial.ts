import { pause } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { lookAt } from '../../papers/rules/look';
import { matcherOf, verdictOf } from '../../papers/rules/match';
import type { Rule } from '../../papers/rules/rule';
import { connection } from '../database/connection';
import { withDatabase } from '../database/with-database';
import { listRules } from './read';
import { ruleSpan } from './refresh';

/** What a rule would have done in the past thirty days; papers in the order in which they were met, newest first. */
export interface Trial {
  /** Those it matches and does not mute: it follows them, or another rule follows them. */
  readonly shown: readonly PaperRecord[];
  readonly muted: readonly PaperRecord[];
}

/**
 * Tries a rule on the papers met in the past thirty days, together with the others. Nothing is stored.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function tryRule(rule: Omit<Rule, 'createdAt'>, now: number): Promise<Trial> {
  const others = (await listRules()).filter(({ id }) => id !== rule.id);
  const matcher = matcherOf([{ ...rule, createdAt: now }, ...others]);
  return withDatabase(async () => {
    const shown: PaperRecord[] = [];
    const muted: PaperRecord[] = [];
    await eachRecent(now, (record, details) => {
      const hits = matcher.hits(lookAt(record, details, record.sites ?? []));
      if (hits[0]?.id !== rule.id) return;
      (verdictOf(hits).mutedBy === undefined ? shown : muted).push(record);
    });
    return { shown, muted };
  });
}

/**
 * How many of the papers met in the past thirty days each rule matches, by its id.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function matchesOf(
  rules: readonly Rule[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  if (rules.length === 0) return new Map();
  const matcher = matcherOf(rules);
  return withDatabase(async () => {
    const counts = new Map(rules.map(({ id }) => [id, 0]));
    await eachRecent(now, (record, details) => {
      for (const { id } of matcher.hits(lookAt(record, details, record.sites ?? [])))
        counts.set(id, (counts.get(id) ?? 0) + 1);
    });
    return counts;
  });
}

const sliceSize = 200;

type Each = (record: PaperRecord, details: PaperDetails | undefined) => void;

/** Goes through the papers met in the past thirty days by an index of their own, newest first. */
async function eachRecent(now: number, each: Each): Promise<void> {
  const range = IDBKeyRange.lowerBound(now - ruleSpan);
  const ids = await (await connection()).getAllKeysFromIndex('papers', 'met', range);
  ids.reverse();
  for (let at = 0; at < ids.length; at += sliceSize) {
    await readSlice(ids.slice(at, at + sliceSize), each);
    await pause();
  }
}

async function readSlice(ids: readonly PaperId[], each: Each): Promise<void> {
  const transaction = (await connection()).transaction(['papers', 'details']);
  const rows = await Promise.all(
    ids.map((id) =>
      Promise.all([
        transaction.objectStore('papers').get(id),
        transaction.objectStore('details').get(id),
      ]),
    ),
  );
  for (const [record, details] of rows) if (record) each(record, details);
}
