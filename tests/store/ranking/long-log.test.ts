import { describe, expect, it } from 'vitest';
import { connection } from '../../../store/database/connection';
import { learnDecisions } from '../../../store/ranking/learn-decisions';
import { readKnowledge } from '../../../store/ranking/learned';
import { decidedId, decideLiked } from '../../support/liked';
import { useFreshStore } from '../../support/store';

useFreshStore();

/** Rows of so many papers each, most of which are gone. */
const [rows, papersEach] = [250, 1000];

async function fillLog(): Promise<number> {
  const database = await connection();
  const { store, done } = database.transaction('decisions', 'readwrite');
  let size = 0;
  for (let at = 1; at <= rows; at += 1) {
    const ids = Array.from({ length: papersEach }, (_, of) => `arxiv:${1000 + at}.${10_000 + of}`);
    ids[0] = decidedId(at % 40);
    const row = { last: 1000 + at * papersEach, at, what: 'unread', by: 'bulk' as const, ids };
    const all = { ...row, upvotes: ids.map(() => null) };
    size += JSON.stringify(all).length;
    void store.put(all);
  }
  await done;
  return size;
}

describe('a log of 5 MB', () => {
  it('is learned from in parts, goes on where it was stopped, and comes to the same', async () => {
    await decideLiked(40);
    expect(await fillLog()).toBeGreaterThan(5_000_000);
    const stopping = new AbortController();
    const stopped = learnDecisions(stopping.signal);
    while ((await readKnowledge()).upTo === 0) await new Promise((next) => setTimeout(next));
    stopping.abort();
    await stopped;
    expect((await readKnowledge()).upTo).toBeLessThan(1000 + rows * papersEach);
    const { weights, upTo } = await learnDecisions();
    expect(upTo).toBe(1000 + rows * papersEach);
    expect(weights.decisions).toBe(40 + rows);

    await (await connection()).delete('ranking', 'learned');
    expect((await learnDecisions()).weights).toEqual(weights);
  }, 60_000);
});
