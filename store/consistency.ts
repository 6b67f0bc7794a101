import { isSaved, paperStates } from '../papers/paper';
import { searchText, withKeys } from '../papers/record';
import { tagKey } from '../papers/tags';
import { connection } from './connection';
import { storeNames } from './schema';

/**
 * Compares every derived thing in the store with what it is derived from: counters, tag counts,
 * keys, search texts, notes.
 * @returns A sentence for each disagreement; empty when all is well.
 */
export async function findInconsistencies(): Promise<string[]> {
  const transaction = (await connection()).transaction(storeNames);
  const papers = await transaction.objectStore('papers').getAll();
  const found: string[] = [];
  const expect = (what: string, actual: unknown, expected: unknown): void => {
    if (JSON.stringify(actual) !== JSON.stringify(expected))
      found.push(`${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
  };
  for (const state of paperStates) {
    const counter = (await transaction.objectStore('counters').get(state)) ?? 0;
    expect(`counter ${state}`, counter, papers.filter((paper) => paper.state === state).length);
  }
  const saved = papers.filter((paper) => isSaved(paper.state));
  const tagCounts = new Map<string, number>();
  for (const key of saved.flatMap((paper) => paper.tags.map(tagKey)))
    tagCounts.set(key, (tagCounts.get(key) ?? 0) + 1);
  const tags = await transaction.objectStore('tags').getAll();
  expect('tags', tags.map(({ key, count }) => [key, count]).sort(), [...tagCounts].sort());
  for (const paper of papers) {
    const note = await transaction.objectStore('notes').get(paper.id);
    const text = await transaction.objectStore('texts').get(paper.id);
    const details = await transaction.objectStore('details').get(paper.id);
    const keys = withKeys(paper);
    expect(`hasNote of ${paper.id}`, paper.hasNote, note !== undefined);
    expect(`listAt of ${paper.id}`, paper.listAt, keys.listAt);
    expect(`sortAt of ${paper.id}`, paper.sortAt, keys.sortAt);
    expect(`tagKeys of ${paper.id}`, paper.tagKeys, keys.tagKeys);
    const prepared = isSaved(paper.state) ? searchText(paper, details, note?.text) : undefined;
    expect(`search text of ${paper.id}`, text?.text, prepared);
  }
  return found;
}
