import { describe, expect, it } from 'vitest';
import { connection } from '../../../store/database/connection';
import { readKeptTraits } from '../../../store/ranking/kept-traits';
import { learnDecisions } from '../../../store/ranking/learn-decisions';
import { scoreAnew } from '../../../store/ranking/score-anew';
import { rankWaiting } from '../../../store/ranking/score-papers';
import { scoresOf } from '../../../store/ranking/scores';
import { decideLiked, likedDay, likedNoon, sightWaiting, waiting } from '../../support/liked';
import { requestsOf } from '../../support/requests';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const ids = Object.values(waiting).map(({ id }) => id);
const week = 7 * 86_400_000;

async function anew(now = likedNoon, stale: readonly string[] = [], of = ids) {
  const { weights } = await learnDecisions();
  return scoreAnew(of, new Set(stale), weights, now);
}

async function keptIds(): Promise<string[]> {
  const found: string[] = [];
  for await (const { kept } of readKeptTraits(likedNoon)) found.push(...(kept?.ids ?? ['none']));
  return found.sort();
}

/** Whether any text was read while papers were scored. */
async function readsTexts(now?: number, stale?: readonly string[]): Promise<boolean> {
  const { weights } = await learnDecisions();
  const asked = await requestsOf(() => scoreAnew(ids, new Set(stale), weights, now ?? likedNoon));
  return Object.keys(asked.requests).some((request) => request.startsWith('details.'));
}

describe('what there is of papers', () => {
  it('is read once, and gives the same scores after that', async () => {
    await decideLiked(40);
    await sightWaiting();
    expect(await readsTexts()).toBe(true);
    const first = await anew();
    expect(await readsTexts()).toBe(false);
    expect(await anew()).toEqual(first);
    expect(first?.size).toBe(ids.length);
  });

  it('is read again where something has changed, after a week, and where it was packed in another way', async () => {
    await decideLiked(8);
    await sightWaiting();
    await anew();
    expect(await readsTexts(likedNoon, [waiting.plain.id])).toBe(true);
    expect(await readsTexts()).toBe(false);
    expect(await readsTexts(likedNoon + 2 * week)).toBe(true);
    const database = await connection();
    for await (const { key, kept } of readKeptTraits(likedNoon))
      await database.put('ranking', { ...kept, version: 0 }, [...key]);
    expect(await readsTexts()).toBe(true);
    expect(await keptIds()).toEqual(ids.toSorted());
  });

  it('goes when nobody waits for the paper, and comes with those that do', async () => {
    await decideLiked(8);
    await sightWaiting();
    await anew();
    await anew(likedNoon, [], ids.slice(1));
    await anew(likedNoon, [], [...ids.slice(2), 'arxiv:2603.99999']);
    expect(await keptIds()).toEqual(ids.slice(2).toSorted());
  });

  it('counts what a paper has become, whenever that was noted', async () => {
    await decideLiked(40);
    await sightWaiting();
    await rankWaiting(likedNoon);
    const score = async () => (await scoresOf([waiting.other.id])).get(waiting.other.id)?.score;
    const before = (await score()) ?? 0;
    await sightOn(
      likedDay,
      likedNoon + 1,
      paper(waiting.other.id, { abstract: 'Verifiers. Scaling test-time compute. Long proofs.' }),
    );
    await rankWaiting(likedNoon, undefined, [waiting.other.id]);
    await decideLiked(48, 40);
    await rankWaiting(likedNoon);
    expect(await score()).toBeGreaterThan(before + 0.5);
  });

  it('is told the newest first, where an older copy of a paper lies beside a newer one', async () => {
    await decideLiked(8);
    await sightWaiting();
    await anew();
    const database = await connection();
    const { value: row } = await readKeptTraits(likedNoon).next();
    if (!row?.kept) throw new Error('Nothing is kept');
    const older = { ...row.kept, readAt: likedNoon - week / 2 };
    await database.put('ranking', older, ['traits', row.key[1] - 0.5]);
    const told: number[] = [];
    for await (const { kept } of readKeptTraits(likedNoon)) told.push(kept?.readAt ?? 0);
    expect(told).toEqual([row.kept.readAt, older.readAt]);
    // What was read anew counts, and the other copy goes.
    expect(await readsTexts()).toBe(false);
    expect(await keptIds()).toEqual(ids.toSorted());
  });

  it('is kept as far as it was read by who was stopped', async () => {
    await decideLiked(8);
    await sightWaiting();
    const stopping = new AbortController();
    const { weights } = await learnDecisions();
    const scoring = scoreAnew(ids, new Set(), weights, likedNoon, stopping.signal);
    stopping.abort();
    expect(await scoring).toBeUndefined();
    expect((await anew())?.size).toBe(ids.length);
  });
});
