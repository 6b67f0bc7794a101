import { connection } from '../../store/database/connection';
import { rankWaiting } from '../../store/ranking/score-papers';
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

/** Every score is to be worked out. */
async function forgetScores(): Promise<void> {
  await (await connection()).clear('scores');
}

/** The tools for what is likely for the reader. */
export const rankingBench = {
  /** Puts papers that wait for a decision, has some decided on one by one, and learns from that. */
  async fillWaiting(count: number): Promise<number> {
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
    return rankWaiting(lastDay);
  },

  /** Has papers be likely, every third a little more. */
  async makeLikely(ids: readonly string[]): Promise<number> {
    const { store, done } = (await connection()).transaction('scores', 'readwrite');
    const steps = ['maybe', 'likely', 'veryLikely'] as const;
    for (const [at, id] of ids.entries()) {
      const reasons = [{ kind: 'phrase', text: 'test-time compute', saved: 4, of: 5 }] as const;
      void store.put({ id, score: at / 10, likelihood: steps[at % 3] ?? 'maybe', reasons });
    }
    await done;
    return ids.length;
  },

  /** All scores anew, and why of the likeliest. */
  async scoreAll(_run: number): Promise<number> {
    await forgetScores();
    const start = performance.now();
    await rankWaiting(lastDay);
    return performance.now() - start;
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
  async longestWhileScoring(_run: number): Promise<number> {
    await forgetScores();
    return longestOf(() => rankWaiting(lastDay));
  },

  /** How many scores there are. */
  async countScores(_run: number): Promise<number> {
    return (await connection()).count('scores');
  },
};
