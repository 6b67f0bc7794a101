import { describe, expect, it } from 'vitest';
import { undoLast } from '../../../store/actions/undo';
import { connection } from '../../../store/database/connection';
import { counts, recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { markOpened } from '../../../store/words/opened';
import { moveInQueue } from '../../../store/words/queue';
import { nextWake, wakeSnoozed } from '../../../store/words/snooze';
import { sightMany } from '../../support/library';
import { listQueue, queue, snooze, unqueue } from '../../support/paper-changes';
import { useFreshStore } from '../../support/store';

useFreshStore();

const [a, b, c, d] = ['arxiv:0', 'arxiv:1', 'arxiv:2', 'arxiv:3'] as const;

async function savedFour(): Promise<void> {
  await decide(await sightMany(4), 'unread', 2000);
}

async function order(): Promise<string[]> {
  return (await listQueue()).map(({ id }) => id);
}

describe('the queue', () => {
  it('has papers in the order they were put there, and lets them go when they are read', async () => {
    await savedFour();
    await queue([c, a], 3000);
    await queue([a, d], 3100);
    expect(await order()).toEqual([c, a, d]);
    expect(await (await connection()).get('counters', 'queued')).toBe(3);
    await decide([a], 'read', 3200);
    await unqueue([d, b], 3300);
    expect(await order()).toEqual([c]);
    await undoLast(3400);
    await undoLast(3500);
    expect(await order()).toEqual([c, a, d]);
  });

  it('is put in another order', async () => {
    await savedFour();
    await queue([a, b, c, d], 3000);
    expect(await moveInQueue(d, a, 3100)).toBe(true);
    expect(await order()).toEqual([d, a, b, c]);
    await moveInQueue(d, c, 3200);
    expect(await order()).toEqual([a, b, d, c]);
    await moveInQueue(a, undefined, 3300);
    await moveInQueue(b, b, 3400);
    await moveInQueue(d, 'arxiv:99', 3500);
    expect(await order()).toEqual([b, c, a, d]);
    expect(await moveInQueue('arxiv:99', a, 3600)).toBe(false);
  });

  it('never runs out of places between two papers', async () => {
    await savedFour();
    await queue([a, b, c], 3000);
    for (let move = 0; move < 60; move += 1) {
      const [first, second] = await order();
      await moveInQueue(second ?? '', first, 3100 + move);
      expect((await order()).slice(0, 2)).toEqual([second, first]);
    }
    for (const { queueAt = 0 } of await listQueue()) expect(queueAt).toBeGreaterThan(0);
    await queue([d], 4000);
    expect((await order()).at(-1)).toBe(d);
  });
});

describe('a snoozed paper', () => {
  it('wakes when its time has come, and is marked until it is opened', async () => {
    await savedFour();
    await snooze([a, b], 5000, 3000);
    await snooze([c], 4000, 3100);
    expect(await counts()).toMatchObject({ snoozed: 3, unread: 1 });
    expect(await nextWake()).toBe(4000);
    expect(await wakeSnoozed(3999)).toBe(0);
    expect(await wakeSnoozed(4000)).toBe(1);
    expect(await recordsOf([c])).toMatchObject([{ state: 'unread', wokeAt: 4000, savedAt: 2000 }]);
    expect(await nextWake()).toBe(5000);
    await markOpened(c, 4100, { startsReading: true });
    const [opened] = await recordsOf([c]);
    expect(opened).toMatchObject({ state: 'reading', openedAt: 4100, openedCount: 1 });
    expect(opened).not.toHaveProperty('wokeAt');
    expect(await wakeSnoozed(9000)).toBe(2);
    expect(await nextWake()).toBeUndefined();
  });

  it('with a clock set back sleeps on, and wakes when it is right again', async () => {
    await savedFour();
    await snooze([a], 5000, 3000);
    expect(await wakeSnoozed(0)).toBe(0);
    expect(await wakeSnoozed(5000)).toBe(1);
  });
});

describe('a paper that was opened', () => {
  it('counts how often, and keeps its status unless told', async () => {
    await savedFour();
    await markOpened(a, 3000, { startsReading: false });
    await markOpened(a, 3100, { startsReading: false });
    expect(await recordsOf([a])).toMatchObject([
      {
        state: 'unread',
        openedAt: 3100,
        openedCount: 2,
        stamps: { standing: { at: 2000 }, openings: { at: 3100 } },
      },
    ]);
    await markOpened('arxiv:99', 3200, { startsReading: true });
    await undoLast(3300);
    expect(await recordsOf([a])).toMatchObject([{ state: 'new', openedCount: 2 }]);
  });
});
