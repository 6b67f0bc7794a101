import { describe, expect, it, vi } from 'vitest';
import { nextTelling, notifyJob } from '../../background/notifications/notifications';
import { writeOptions } from '../../lib/options';
import { type PollProblem, writePollState } from '../../lib/poll-state';
import { useNotifications } from '../support/notifications';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();
const bell = useNotifications();
const { shown } = bell;

const hour = 3_600_000;
const at = (time: string) => Date.parse(`${time}Z`);
const idle = { run: async () => {} };

describe('the daily notification', () => {
  it('is due at its hour, late when that was slept through, and once a day', () => {
    const morning = at('2026-03-27T08:00');
    expect(nextTelling(undefined, 8, bell.now)).toBe(morning);
    expect(nextTelling(undefined, 8, morning)).toBe(morning + 24 * hour);
    expect(nextTelling('2026-03-26', 8, morning + 5 * hour)).toBe(morning);
    expect(nextTelling('2026-03-27', 8, morning + 5 * hour)).toBe(morning + 24 * hour);
    expect(nextTelling('2027-01-01', 8, morning)).toBe(morning);
  });

  it('keeps to the reader’s clock when that changes', () => {
    process.env.TZ = 'Europe/Berlin';
    expect(nextTelling('2026-03-28', 8, at('2026-03-28T20:00'))).toBe(at('2026-03-29T06:00'));
    expect(nextTelling('2026-10-24', 8, at('2026-10-24T20:00'))).toBe(at('2026-10-25T07:00'));
  });

  it('tells what is new after a poll, once', async () => {
    await writeOptions({ notify: 'daily', notifyAt: 8 });
    const run = vi.fn(async () => {
      await sightOn('2026-03-27', bell.now, paper('arxiv:1'), paper('arxiv:2'));
    });
    const job = notifyJob({ run });
    expect(await job.nextAt()).toBe(at('2026-03-27T08:00'));
    bell.now = at('2026-03-27T08:00');
    await job.run(bell.now);
    expect(run).toHaveBeenCalledTimes(1);
    expect(shown).toEqual(['2 new papers are waiting']);
    bell.now += hour;
    await job.run(bell.now);
    expect(shown).toHaveLength(1);
    expect(await job.nextAt()).toBe(at('2026-03-28T08:00'));
  });

  it('says nothing when nothing is new, when it is not wanted, or not allowed', async () => {
    const job = notifyJob(idle);
    await job.run(bell.now);
    await writeOptions({ notify: 'daily' });
    await job.run(bell.now);
    expect(await job.nextAt()).toBe(at('2026-03-28T08:00'));
    await sightOn('2026-03-27', bell.now, paper('arxiv:1'));
    bell.isAllowed = false;
    await job.run(bell.now + 24 * hour);
    expect(shown).toEqual([]);
    await writeOptions({ notify: 'never' });
    expect(await job.nextAt()).toBeUndefined();
  });

  /** A poll that has failed, and when it is tried again. */
  const failing = (problem: PollProblem, askAt: number) => ({
    run: () => writePollState({ since: '2026-03-26', failures: 1, problem, askAt }),
  });

  it('waits for a network that is not up yet, and comes with the poll that has one', async () => {
    await writeOptions({ notify: 'daily', notifyAt: 8 });
    await sightOn('2026-03-26', bell.now - 20 * hour, paper('arxiv:1'));
    bell.now = at('2026-03-27T09:00');
    const soon = bell.now + hour / 12;
    await notifyJob(failing('offline', soon)).run(bell.now);
    expect(shown).toEqual([]);
    const run = async () => {
      await sightOn('2026-03-27', bell.now, paper('arxiv:2'));
      await writePollState({ since: '2026-03-26', failures: 0, askAt: bell.now + hour });
    };
    const job = notifyJob({ run });
    expect(await job.nextAt()).toBe(soon);
    bell.now = soon;
    await job.run(bell.now);
    expect(shown).toEqual(['2 new papers are waiting']);
    expect(await job.nextAt()).toBe(at('2026-03-28T08:00'));
  });

  it('waits when the site cannot be asked and nothing is new, and else tells what is known', async () => {
    await writeOptions({ notify: 'daily', notifyAt: 8 });
    bell.now = at('2026-03-27T09:00');
    const job = notifyJob(failing('busy', bell.now + 2 * hour));
    await job.run(bell.now);
    expect(await job.nextAt()).toBe(bell.now + 2 * hour);
    await sightOn('2026-03-27', bell.now, paper('arxiv:1'));
    await job.run(bell.now + 2 * hour);
    expect(shown).toEqual(['1 new paper is waiting']);
  });

  it('does not wait for a poll that the reader has turned off', async () => {
    await writeOptions({ notify: 'daily', notifyAt: 8, polls: false });
    const job = notifyJob(failing('offline', bell.now + 30 * hour));
    await job.run(bell.now + hour);
    bell.now += hour;
    expect(await job.nextAt()).toBe(at('2026-03-28T08:00'));
  });

  it('is shown again rather than lost when the worker was killed while showing it', async () => {
    await writeOptions({ notify: 'daily', notifyAt: 8 });
    await sightOn('2026-03-27', bell.now, paper('arxiv:1'));
    bell.showing = () => Promise.reject(new Error('killed'));
    await expect(notifyJob(idle).run(bell.now)).rejects.toThrow('killed');
    bell.showing = async () => {};
    await notifyJob(idle).run(bell.now);
    expect(shown).toHaveLength(1);
  });
});
