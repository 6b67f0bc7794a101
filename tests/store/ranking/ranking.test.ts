import { describe, expect, it } from 'vitest';
import { packWeights } from '../../../papers/ranking/weights';
import { changeMany } from '../../../store/actions/change';
import { undoLast } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { connection } from '../../../store/database/connection';
import { forgetDecisions } from '../../../store/decisions/backup';
import { learnDecisions } from '../../../store/ranking/learn-decisions';
import { forgetBefore, readKnowledge } from '../../../store/ranking/learned';
import { reasonsFor } from '../../../store/ranking/reasons';
import type { Learned } from '../../../store/ranking/rows';
import { rankWaiting } from '../../../store/ranking/score-papers';
import { scoresOf } from '../../../store/ranking/scores';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { decide, star } from '../../../store/words/decide';
import { history } from '../../papers/ranking/papers';
import { restoreNow } from '../../support/contents';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const day = '2026-03-27';
const noon = Date.UTC(2026, 2, 27, 12);
const idOf = (at: number) => `arxiv:2603.${String(at).padStart(5, '0')}`;

/** Papers of which every fourth is about test-time compute, and decided on so. */
async function decided(from: number, to: number): Promise<void> {
  const papers = history(to).map(({ paper: about }, at) => paper(idOf(at), about as object));
  await sightOn(day, noon, ...papers.slice(from));
  for (const [at, { likes }] of history(to).entries())
    if (at >= from) await decide([idOf(at)], likes ? 'unread' : 'dismissed', noon + at);
}

const bytes = async () => packWeights((await learnDecisions()).weights);
const forgotten = async () => (await connection()).clear('ranking');

describe('what is learned', () => {
  it('is the same learned bit by bit or all at once, and by another who does it again', async () => {
    await decided(0, 8);
    await learnDecisions();
    await decided(8, 20);
    const increments = await bytes();
    expect(await bytes()).toEqual(increments);
    await forgotten();
    expect(await bytes()).toEqual(increments);
    expect((await readKnowledge()).weights.decisions).toBe(20);
  });

  it('is what it would have been without a decision that was taken back', async () => {
    await decided(0, 12);
    const without = await bytes();
    await star([idOf(0)], true, noon + 100);
    expect(await bytes()).not.toEqual(without);
    await undoLast(noon + 200);
    const back = await readKnowledge();
    expect(back.upTo).toBe(0);
    const { weights } = await learnDecisions();
    expect(weights.decisions).toBe(12);
    expect(packWeights(weights)).toEqual(without);
    expect((await readKnowledge()).basis.unlearned).toBeUndefined();
  });

  it('keeps nothing of two who learn at once but what one of them learned', async () => {
    await decided(0, 12);
    await Promise.all([learnDecisions(), learnDecisions()]);
    expect((await learnDecisions()).weights.decisions).toBe(12);
  });

  it('counts many at once for less than one, and a paper that is gone for nothing', async () => {
    await decided(0, 4);
    await changeMany([idOf(0), idOf(1)], { kind: 'star', on: true }, noon + 50);
    const { weights } = await learnDecisions();
    expect(weights.decisions).toBe(6);
    expect(weights.yes).toBeCloseTo(1 + 2 * 0.3);
  });

  it('counts what was on screen and passed over as a weak no, and as no decision', async () => {
    await decided(0, 4);
    await sightOn(day, noon + 10, paper('arxiv:passed'), paper('arxiv:below'));
    await noteImpressions(['arxiv:passed', idOf(0)], noon + 10);
    await endVisit(noon + 10);
    const { weights } = await learnDecisions();
    expect(weights).toMatchObject({ papers: 5, decisions: 4 });
    expect(weights.dismissed).toBe(3);
    expect(weights.no).toBeGreaterThan(3);
    expect(weights.no).toBeLessThan(3.3);
  });

  it('is forgotten as far as it was decided before a day, and stays so', async () => {
    await decided(0, 12);
    await learnDecisions();
    await forgetBefore(noon + 8);
    expect((await readKnowledge()).weights.decisions).toBe(0);
    expect((await learnDecisions()).weights.decisions).toBe(4);
    await forgetBefore(noon);
    expect((await learnDecisions()).weights.decisions).toBe(4);
  });

  it('is gone when the log is, and begins with what is decided then', async () => {
    await decided(0, 12);
    await rankWaiting(noon);
    await forgetDecisions();
    expect(await (await connection()).count('ranking')).toBe(0);
    expect(await (await connection()).count('scores')).toBe(0);
    expect((await learnDecisions()).weights.decisions).toBe(0);
    await decided(12, 14);
    expect((await learnDecisions()).weights.decisions).toBe(2);
  });

  it('begins anew where what is stored cannot be read', async () => {
    await decided(0, 4);
    const before = await bytes();
    const database = await connection();
    const learned = (await database.get('ranking', 'learned')) as Learned;
    await database.put('ranking', { ...learned, weights: new Uint8Array(3) }, 'learned');
    expect(await bytes()).toEqual(before);
  });

  it('is in no backup, and comes of what a backup brings', async () => {
    await decided(0, 12);
    await rankWaiting(noon);
    const contents = await readContents();
    expect(Object.keys(contents)).not.toContain('ranking');
    await deleteEverything();
    expect(await (await connection()).count('scores')).toBe(0);
    await restoreNow(contents);
    expect((await learnDecisions()).weights.decisions).toBe(12);
    await undoLast(noon + 1000);
    expect((await learnDecisions()).weights.decisions).toBe(0);
  });
});

describe('scores', () => {
  const fresh = () =>
    sightOn(
      day,
      noon,
      paper('arxiv:liked', { title: 'Test-time compute for verifiers' }),
      paper('arxiv:other', { title: 'Bird songs of small devices' }),
    );

  it('are of what waits for a decision, and say nothing before thirty of them', async () => {
    await decided(0, 12);
    await fresh();
    expect(await rankWaiting(noon)).toBe(2);
    const scores = await scoresOf(['arxiv:liked', 'arxiv:other', idOf(0)]);
    expect([...scores.keys()]).toEqual(['arxiv:liked', 'arxiv:other']);
    expect(scores.get('arxiv:liked')?.score).toBeGreaterThan(scores.get('arxiv:other')?.score ?? 0);
    expect(scores.get('arxiv:liked')).not.toHaveProperty('likelihood');
  });

  it('are worked out for what came since alone, and for all when enough was learned', async () => {
    await decided(0, 40);
    await fresh();
    await rankWaiting(noon);
    expect((await scoresOf(['arxiv:liked'])).get('arxiv:liked')?.likelihood).toBeDefined();
    expect(await rankWaiting(noon)).toBe(0);
    await sightOn(day, noon + 1, paper('arxiv:third'));
    expect(await rankWaiting(noon)).toBe(1);
    await decided(40, 45);
    expect(await rankWaiting(noon)).toBe(3);
  });

  it('go with the paper’s wait', async () => {
    await fresh();
    await rankWaiting(noon);
    await decide(['arxiv:liked'], 'dismissed', noon + 1);
    await rankWaiting(noon);
    expect([...(await scoresOf(['arxiv:liked', 'arxiv:other'])).keys()]).toEqual(['arxiv:other']);
  });
});

describe('reasons', () => {
  it('are what the reader kept, in the reader’s own papers, and never the paper itself', async () => {
    await decided(0, 40);
    await sightOn(day, noon, paper('arxiv:liked', { title: 'Test-time compute for verifiers' }));
    await learnDecisions();
    const [first] = await reasonsFor('arxiv:liked');
    expect(first?.text).toMatch(/compute|test-time/i);
    expect(first).toMatchObject({ kind: 'phrase', saved: 10, of: 10 });
    expect(first?.like?.title).toMatch(/test-time compute/i);
    expect(await reasonsFor('arxiv:unknown')).toEqual([]);
  });

  it('are not what was decided before a day that the reader had forgotten', async () => {
    await decided(0, 60);
    await sightOn(day, noon, paper('arxiv:liked', { title: 'Test-time compute for verifiers' }));
    await forgetBefore(noon + 20);
    await rankWaiting(noon);
    expect((await reasonsFor('arxiv:liked'))[0]).toMatchObject({ saved: 10, of: 10 });
  });

  it('are none where nothing speaks for a paper, and leave out what was taken back', async () => {
    await decided(0, 40);
    await sightOn(day, noon, paper('arxiv:other', { title: 'Bird songs', authors: [] }));
    await learnDecisions();
    expect(await reasonsFor('arxiv:other')).toEqual([]);
  });
});
