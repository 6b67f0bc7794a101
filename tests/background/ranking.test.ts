import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepRanked } from '../../background/jobs/ranking';
import { announceChange } from '../../lib/announce';
import { writeOptions } from '../../lib/options';
import { connection } from '../../store/database/connection';
import { allScores } from '../../store/ranking/scores';
import { decide } from '../../store/words/decide';
import { decidedId, decideLiked, likedNoon, sightWaiting, waiting } from '../support/liked';
import { requestsOf } from '../support/requests';
import { untilQuiet, useFreshStore } from '../support/store';

useFreshStore();

/** What the job waits for after a change, in ms. */
const quiet = 3000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: likedNoon });
});
afterEach(async () => {
  vi.useRealTimers();
  // Scores are there before all is written, and the rest is none of the next test's.
  await untilQuiet();
});

/** The moment of quiet comes, and what was begun in it ends. */
async function isQuiet(): Promise<void> {
  await vi.advanceTimersByTimeAsync(quiet);
}

describe('what is likely', () => {
  it('is worked out when nothing has changed for a moment, and not before', async () => {
    keepRanked();
    await decideLiked(8);
    await sightWaiting();
    await vi.advanceTimersByTimeAsync(quiet - 1);
    expect((await allScores()).size).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(async () => expect((await allScores()).size).toBe(4));
  });

  it('costs a decision nothing: it asks the database the same with and without', async () => {
    await decideLiked(8);
    await sightWaiting();
    const save = ({ id }: { readonly id: string }) =>
      requestsOf(() => decide([id], 'unread', likedNoon + 100));
    const without = await save(waiting.other);
    keepRanked();
    expect(await save(waiting.plain)).toEqual(without);
  });

  it('is left alone while the reader decides, and goes on after it', async () => {
    keepRanked();
    await decideLiked(8);
    await sightWaiting();
    await isQuiet();
    await decide([decidedId(0)], 'read', likedNoon + 50);
    await isQuiet();
    await vi.waitFor(async () => expect((await allScores()).size).toBe(4));
    await vi.waitFor(async () => {
      const learned = await (await connection()).get('ranking', 'learned');
      expect(learned).toMatchObject({ upTo: 9 });
    });
  });

  it('is not put off for ever where changes go on, nor left alone for what is no decision', async () => {
    keepRanked();
    await decideLiked(8);
    await sightWaiting();
    for (let waited = 0; waited < 20_000; waited += quiet / 2) {
      await announceChange({ stores: ['papers'], ids: [waiting.plain.id] });
      await vi.advanceTimersByTimeAsync(quiet / 2);
    }
    await vi.waitFor(async () => expect((await allScores()).size).toBe(4));
  });

  it('is done at its alarm where the worker was killed before, and has no alarm once it is done', async () => {
    const killed = keepRanked();
    await decideLiked(8);
    await sightWaiting();
    const at = await killed.nextAt();
    expect(at).toBeGreaterThan(Date.now());
    vi.clearAllTimers();
    const { nextAt, run } = keepRanked();
    await vi.waitFor(async () => expect(await nextAt()).toBe(at));
    const done = vi.fn();
    void run(at ?? 0).then(done);
    // Its pauses are timers, which go on while something is waited for.
    await vi.waitFor(() => expect(done).toHaveBeenCalled());
    expect((await allScores()).size).toBe(4);
    await vi.waitFor(async () => expect(await nextAt()).toBeUndefined());
  });

  it('is not worked out where the reader has turned it off, and is as soon as it is on', async () => {
    await writeOptions({ ranks: false });
    keepRanked();
    await decideLiked(8);
    await sightWaiting();
    const asked = await requestsOf(isQuiet);
    expect(asked.transactions).toEqual([]);
    await writeOptions({ ranks: true });
    await vi.waitFor(async () => expect((await allScores()).size).toBe(4));
  });

  it('is nothing where nothing was decided: nothing is written', async () => {
    keepRanked();
    await sightWaiting();
    const asked = await requestsOf(isQuiet);
    expect(asked.transactions.filter((mode) => mode === 'readwrite')).toEqual([]);
    expect(await (await connection()).count('ranking')).toBe(0);
  });
});
