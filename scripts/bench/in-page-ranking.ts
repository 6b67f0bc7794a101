import { writeOptions } from '../../lib/options';
import { connection } from '../../store/database/connection';
import { listWaitingIds } from '../../store/deck/waiting-papers';
import { findAlike } from '../../store/ranking/alike';
import { dropTraits } from '../../store/ranking/kept-traits';
import { learnDecisions } from '../../store/ranking/learn-decisions';
import { putScores, readScores } from '../../store/ranking/put-scores';
import { rankWaiting } from '../../store/ranking/score-papers';
import { allScores } from '../../store/ranking/scores';
import { decide } from '../../store/words/decide';
import { lastDay } from '../library/calendar';
import { generateLibrary } from '../library/generate';
import { putBatch } from '../library/put';

/** So many of the made-up list are passed over, since their ids are those of saved ones. */
const passedOver = 1000;
/** How many decisions are learned from, of which every fourth saves. */
const decided = 200;

/** The longest that nothing else got its turn while some work was done, in ms. */
async function longestOf(work: () => Promise<unknown>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  let isDone = false;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isDone) port2.postMessage('');
  };
  port2.postMessage('');
  await work();
  isDone = true;
  return longest;
}

/** Has the reader decide on five more papers, after which every score is worked out anew, and learns from it. */
async function decideMore(run: number): Promise<void> {
  const database = await connection();
  const ids = await database.getAllKeysFromIndex('papers', 'list', null, 5 * (run + 1));
  for (const id of ids.slice(-5)) await decide([id], 'read', lastDay + 1000 + run);
  await learnDecisions();
}

/** A paper that waits for a decision. */
async function waitingId(): Promise<string> {
  const [id] = await listWaitingIds(Date.now());
  if (id === undefined) throw new Error('No paper waits');
  return id;
}

/** The tools for what is likely for the reader. */
export const rankingBench = {
  /** Puts papers that wait for a decision, has some decided on one by one, and learns from that. */
  async fillWaiting(count: number): Promise<number> {
    // The worker would work out the same beside what is measured.
    await writeOptions({ ranks: false });
    const total = count + passedOver + decided;
    const options = { seed: 77, count: total, from: passedOver, mix: { new: 1 } };
    const ids: string[] = [];
    // Tags and counters are of the batch alone, and nothing that is measured asks for them.
    for await (const batch of generateLibrary(options)) {
      await putBatch(await connection(), { ...batch, tags: [], counters: [] });
      ids.push(...batch.papers.map(({ id }) => id));
    }
    for (const [at, id] of ids.slice(0, decided).entries())
      await decide([id], at % 4 === 0 ? 'unread' : 'dismissed', lastDay + at);
    return rankWaiting(Date.now());
  },

  /** Has papers be likely, every third a little more. */
  async makeLikely(ids: readonly string[]): Promise<number> {
    const steps = ['maybe', 'likely', 'veryLikely'] as const;
    const reasons = [{ kind: 'phrase', text: 'test-time compute', saved: 4, of: 5 }] as const;
    const scores = ids.map((id, at) => {
      return { id, score: at / 10, likelihood: steps[at % 3] ?? 'maybe', reasons };
    });
    const kept = await readScores();
    await putScores(scores, kept, new Set([...kept.scores.keys(), ...ids]));
    return ids.length;
  },

  /** All scores anew after some more decisions, and why of the likeliest. */
  async scoreAll(run: number): Promise<number> {
    await decideMore(run);
    const start = performance.now();
    await rankWaiting(Date.now());
    return performance.now() - start;
  },

  /** The same where nothing is kept of the papers. */
  async scoreFirst(_run: number): Promise<number> {
    await dropTraits();
    await (await connection()).clear('scores');
    const start = performance.now();
    await rankWaiting(Date.now());
    return performance.now() - start;
  },

  /** Everything looked through for what is like one paper. */
  async findAlike(_run: number): Promise<number> {
    const id = await waitingId();
    const start = performance.now();
    await findAlike(id, Date.now(), () => undefined);
    return performance.now() - start;
  },

  /** The longest that the page was kept busy meanwhile, in ms. */
  async longestWhileAlike(_run: number): Promise<number> {
    const id = await waitingId();
    return longestOf(() => findAlike(id, Date.now(), () => undefined));
  },

  /** What is read for that, read by IndexedDB and nothing done with it. */
  async bareReadWaiting(_run: number): Promise<number> {
    const database = await connection();
    const start = performance.now();
    const transaction = database.transaction(['papers', 'details', 'scores']);
    const states = transaction.objectStore('papers').index('state');
    const ids = await states.getAllKeys(IDBKeyRange.bound(['new'], ['new', []]));
    for (let at = 0; at < ids.length; at += 200) {
      const some = ids.slice(at, at + 200);
      await Promise.all(
        some.flatMap((id) => [
          transaction.objectStore('papers').get(id),
          transaction.objectStore('details').get(id),
        ]),
      );
    }
    return performance.now() - start;
  },

  /** The longest that the page was kept busy while all scores were worked out, in ms. */
  async longestWhileScoring(run: number): Promise<number> {
    await decideMore(50 + run);
    return longestOf(() => rankWaiting(Date.now()));
  },

  /** How many scores there are. */
  async countScores(_run: number): Promise<number> {
    return (await allScores()).size;
  },
};
