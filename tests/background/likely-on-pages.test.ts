import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tellPages } from '../../background/messages/tell-pages';
import type { Protocol } from '../../lib/messages';
import { writeOptions } from '../../lib/options';
import type { Paper } from '../../papers/paper';
import { connection } from '../../store/database/connection';
import { learnDecisions } from '../../store/ranking/learn-decisions';
import { rankWaiting } from '../../store/ranking/score-papers';
import { decide } from '../../store/words/decide';
import { meet } from '../support/contents';
import { handlers } from '../support/handlers';
import { decideLiked, likedDay, likedNoon, sightWaiting, waiting } from '../support/liked';
import { useFreshStore } from '../support/store';

useFreshStore();

const url = `https://huggingface.co/papers/date/${likedDay}`;
const sender = { id: 'offprint', url, tab: { id: 7, url } };
const ids = Object.values(waiting).map(({ id }) => id);
const visit = { digest: `huggingface:day:${likedDay}`, day: likedDay, visitAt: likedNoon + 1000 };
const { liked, other } = waiting;

/** The reader's decisions, and what is worked out of them. */
async function ranked(decisions = 40): Promise<void> {
  await decideLiked(decisions);
  await sightWaiting();
  await rankWaiting(likedNoon + 500);
}

const remarks = async () => (await handlers.states({ ids, ...visit }, sender)).remarks;
function decideOnCard(paper: Paper, to: Protocol['decide']['request']['to'], at = likedNoon) {
  const click = { id: `${to} ${at}`, at: Date.now() };
  const about = { ...visit, shows: 'digest', paper, to, click, rank: 0 };
  return handlers.decide(about, sender);
}

describe('a page', () => {
  it('is told how much each of its papers is for the reader, and of which it is likely', async () => {
    await ranked();
    const said = await remarks();
    expect(said[liked.id]?.likely).toBeGreaterThanOrEqual(2);
    expect(said[other.id]).toEqual({ score: expect.any(Number) });
    expect(said[liked.id]?.score).toBeGreaterThan(said[other.id]?.score ?? 0);
  });

  it('is told nothing of it before enough was decided', async () => {
    await ranked(20);
    expect(await remarks()).toEqual({});
  });

  it('is told how much is learned until it is enough, and nothing where the reader wants none of it', async () => {
    const learning = () => handlers.learning({}, sender);
    await ranked(12);
    expect(await learning()).toEqual({ decisions: 12, needed: 30 });
    await writeOptions({ ranks: false });
    expect(await learning()).toBeNull();
    await writeOptions({ ranks: true });
    await decideLiked(30, 12);
    await rankWaiting(likedNoon + 900);
    expect(await learning()).toBeNull();
  });

  it('is told nothing of it of what is decided, and again when that is taken back', async () => {
    await ranked();
    const saved = await decideOnCard(liked, 'saved');
    expect(saved.standing.remarks[liked.id]).toBeUndefined();
    expect((await remarks())[liked.id]).toBeUndefined();
    const back = await decideOnCard(liked, 'undecided', likedNoon + 1);
    expect(back.standing.remarks[liked.id]?.likely).toBeGreaterThanOrEqual(2);
  });

  it('hears of it when it is worked out while it is open', async () => {
    const told: Protocol['changed']['request'][] = [];
    Object.assign(fakeBrowser.tabs, {
      sendMessage: async (_tab: number, { request }: { request: (typeof told)[number] }) => {
        told.push(request);
        return { value: null };
      },
    });
    await decideLiked(40);
    await sightWaiting();
    await handlers.states({ ids, ...visit }, sender);
    const closing = new AbortController();
    tellPages(closing.signal);
    await rankWaiting(likedNoon + 500);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]?.remarks[liked.id]?.likely).toBeGreaterThanOrEqual(2);
    closing.abort();
  });
});

describe('a paper that is read beside a page', () => {
  it('has its LaTeX in plain words', async () => {
    const id = 'arxiv:2603.00077';
    await meet(likedDay, [
      { id, title: '$\\alpha$-NeRF', abstract: 'Ten$\\times$ \\emph{faster}.' },
    ]);
    const read = await handlers.paperText({ id }, sender);
    expect(read).toMatchObject({ title: 'α-NeRF', abstract: 'Ten× faster.' });
  });
});

describe('why a paper is likely', () => {
  it('is told in words when it is asked for, and with the paper that is read', async () => {
    await ranked();
    const { why } = await handlers.reasons({ id: liked.id }, sender);
    expect(why).toMatch(/^you saved \d+ of \d+ on “test-time compute”/i);
    expect(await handlers.paperText({ id: liked.id }, sender)).toMatchObject({ why });
  });

  it('is looked for where it was not kept', async () => {
    await ranked();
    const database = await connection();
    for (const row of await database.getAll('scores'))
      await database.put('scores', { ...row, reasons: {} });
    const { why } = await handlers.reasons({ id: liked.id }, sender);
    expect(why).toContain('you saved');
  });

  it('is nothing for a paper that is not, that is decided, or that nobody knows', async () => {
    await ranked();
    for (const id of [other.id, 'arxiv:0000.00000'])
      expect(await handlers.reasons({ id }, sender)).toEqual({ why: '' });
    await decide([liked.id], 'unread', likedNoon + 600);
    await rankWaiting(likedNoon + 700);
    expect(await handlers.reasons({ id: liked.id }, sender)).toEqual({ why: '' });
  });
});

describe('“less like this” on a card', () => {
  beforeEach(() => decideLiked(4));

  const lastOf = async () => (await (await connection()).getAll('decisions')).at(-1);

  it('dismisses the paper, says so with the way back, and is noted as what it is', async () => {
    await sightWaiting();
    const { standing, action } = await decideOnCard(liked, 'less');
    expect(standing.states[liked.id]).toBe('dismissed');
    expect(action?.words).toContain('Less like it');
    expect(await lastOf()).toMatchObject({ what: 'less', by: 'reader', ids: [liked.id] });
    const undone = await handlers.undo(action ? { action } : {}, sender);
    expect(undone.standing.states[liked.id] ?? 'new').toBe('new');
    expect(await lastOf()).toMatchObject({ what: 'less', undone: [liked.id] });
  });

  it('is taken back on the card with all that it taught', async () => {
    await sightWaiting();
    const { decisions } = (await learnDecisions()).weights;
    await decideOnCard(liked, 'less');
    expect((await learnDecisions()).weights.decisions).toBe(decisions + 1);
    const { standing } = await decideOnCard(liked, 'undecided', likedNoon + 1);
    expect(standing.states[liked.id]).toBe('new');
    expect((await learnDecisions()).weights.decisions).toBe(decisions);
    expect((await decideOnCard(liked, 'undecided', likedNoon + 1)).action).toBeNull();
  });

  it('is not what is taken back where something else was said since', async () => {
    await sightWaiting();
    await decideOnCard(liked, 'less');
    await decideOnCard(liked, 'undecided', likedNoon + 1);
    await decideOnCard(liked, 'dismissed', likedNoon + 2);
    await decideOnCard(liked, 'undecided', likedNoon + 3);
    expect(await lastOf()).toMatchObject({ what: 'restored' });
  });

  it('leaves a saved paper alone', async () => {
    await sightWaiting();
    await decideOnCard(liked, 'saved');
    const { standing, action } = await decideOnCard(liked, 'less', likedNoon + 1);
    expect(standing.states[liked.id]).toBe('unread');
    expect(action).toBeNull();
  });
});
