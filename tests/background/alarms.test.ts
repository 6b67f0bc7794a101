import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Job, keepAlarms } from '../../background/jobs/alarms';
import { jobsOf } from '../../background/jobs/jobs';
import { announceChange } from '../../lib/announce';
import { takeNotices } from '../../lib/notices';
import { readOptions, writeOptions } from '../../lib/options';

const minute = 60_000;
const start = Date.parse('2026-03-27T09:00:00Z');
let now = start;

beforeEach(() => {
  fakeBrowser.reset();
  now = start;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const alarmOf = (name: string) => fakeBrowser.alarms.get(`job:${name}`);
const fire = (name: string) =>
  fakeBrowser.alarms.onAlarm.trigger({ name: `job:${name}`, scheduledTime: 0 } as never);

async function isScheduled(name: string, when: number): Promise<void> {
  await vi.waitFor(async () => expect((await alarmOf(name))?.scheduledTime).toBe(when));
}

/** A worker that was ended has no listeners left; storage and alarms stay. */
function startWorker(...jobs: Job[]): void {
  fakeBrowser.alarms.onAlarm.removeAllListeners();
  fakeBrowser.storage.onChanged.removeAllListeners();
  keepAlarms(jobs);
}

describe('a periodic job', () => {
  const daily = (run = vi.fn(async () => {})) => ({ name: 'daily', periodInMinutes: 1440, run });

  it('is first done after a period, which no start of the worker begins anew', async () => {
    const job = daily();
    startWorker(job);
    await isScheduled('daily', start + 1440 * minute);
    now = start + 100 * minute;
    startWorker(job);
    await fakeBrowser.runtime.onStartup.trigger();
    await isScheduled('daily', start + 1440 * minute);
    expect(job.run).not.toHaveBeenCalled();
  });

  it('keeps its turn when the browser forgets its alarms, and catches up when it is over', async () => {
    startWorker(daily());
    await isScheduled('daily', start + 1440 * minute);
    await fakeBrowser.alarms.clearAll();
    now = start + 1000 * minute;
    startWorker(daily());
    await isScheduled('daily', start + 1440 * minute);
    await fakeBrowser.alarms.clearAll();
    now = start + 9000 * minute;
    startWorker(daily());
    await isScheduled('daily', start + 9001 * minute);
  });

  it('that failed is reported, and done again at its next turn', async () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
    const job = daily(
      vi.fn().mockRejectedValueOnce(new Error('disk')).mockResolvedValue(undefined),
    );
    startWorker(job);
    await isScheduled('daily', start + 1440 * minute);
    await fire('daily');
    await vi.waitFor(() => expect(reported).toHaveBeenCalledTimes(1));
    expect((await alarmOf('daily'))?.periodInMinutes).toBe(1440);
    await vi.waitFor(async () => {
      await fire('daily');
      expect(job.run).toHaveBeenCalledTimes(2);
    });
    expect(reported).toHaveBeenCalledTimes(1);
  });

  it('is put off for some minutes while it does not suit', async () => {
    const suits = vi.fn().mockResolvedValueOnce(false).mockResolvedValue(true);
    const job = { ...daily(), suits };
    startWorker(job);
    await isScheduled('daily', start + 1440 * minute);
    now = start + 1440 * minute;
    await fire('daily');
    await isScheduled('daily', start + 1450 * minute);
    expect(job.run).not.toHaveBeenCalled();
    await fire('daily');
    await vi.waitFor(() => expect(job.run).toHaveBeenCalledTimes(1));
  });

  it('that is no more loses its alarm, and nobody else’s is touched', async () => {
    startWorker(daily());
    await isScheduled('daily', start + 1440 * minute);
    await fakeBrowser.alarms.create('other', { when: start + minute });
    startWorker();
    await vi.waitFor(async () => expect(await alarmOf('daily')).toBeUndefined());
    expect(await fakeBrowser.alarms.get('other')).toBeDefined();
  });
});

describe('jobs that are done side by side', () => {
  it('are all known to be done', async () => {
    const names = ['one', 'two', 'three'];
    const daily = names.map((name) => ({ name, periodInMinutes: 1440, run: async () => {} }));
    startWorker(...daily);
    for (const name of names) await isScheduled(name, start + 1440 * minute);
    now = start + 1440 * minute;
    await Promise.all(names.map(fire));
    const done = { at: now };
    await vi.waitFor(async () =>
      expect(await fakeBrowser.storage.local.get('jobs')).toEqual({
        jobs: { one: done, two: done, three: done },
      }),
    );
  });
});

describe('a clock that was set back', () => {
  it('leaves no job waiting for what it said of the future', async () => {
    startWorker(
      { name: 'daily', periodInMinutes: 1440, run: async () => {} },
      { name: 'wake', nextAt: async () => now - minute, run: async () => {} },
    );
    await isScheduled('wake', start - minute);
    await fire('wake');
    await isScheduled('wake', start + minute);
    now = start - 100_000 * minute;
    startWorker(
      { name: 'daily', periodInMinutes: 1440, run: async () => {} },
      { name: 'wake', nextAt: async () => now - minute, run: async () => {} },
    );
    await isScheduled('daily', now + 1440 * minute);
    await isScheduled('wake', now - minute);
  });
});

describe('a timed job', () => {
  it('follows the options, too', async () => {
    startWorker({
      name: 'wake',
      nextAt: async () => ((await readOptions()).polls ? start + 5 * minute : undefined),
      run: async () => {},
    });
    await isScheduled('wake', start + 5 * minute);
    await writeOptions({ polls: false });
    await vi.waitFor(async () => expect(await alarmOf('wake')).toBeUndefined());
    await writeOptions({ polls: true });
    await isScheduled('wake', start + 5 * minute);
  });

  it('follows its moment at every change, done at once when that is over', async () => {
    let at: number | undefined = start + 500 * minute;
    startWorker({ name: 'wake', nextAt: async () => at, run: async () => {} });
    await isScheduled('wake', start + 500 * minute);
    at = start - minute;
    await announceChange({ ids: ['arxiv:1'] });
    await isScheduled('wake', start - minute);
    at = undefined;
    await announceChange({ ids: ['arxiv:1'] });
    await vi.waitFor(async () => expect(await alarmOf('wake')).toBeUndefined());
  });

  it('that failed is tried again an hour later, not at once and for ever', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const run = vi.fn().mockRejectedValue(new Error('disk'));
    startWorker({ name: 'wake', nextAt: async () => start, run });
    await isScheduled('wake', start);
    await fire('wake');
    await isScheduled('wake', start + 60 * minute);
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe('the chores of the store', () => {
  it('tell later how many papers woke, all of them at once', async () => {
    let woken = 2;
    startWorker(...jobsOf({ nextWake: async () => start, wakeSnoozed: async () => woken++ }));
    await isScheduled('wake', start);
    await fire('wake');
    await isScheduled('wake', start + minute);
    now = start + minute;
    await fire('wake');
    await isScheduled('wake', start + 2 * minute);
    expect(await takeNotices()).toEqual([{ kind: 'woken', at: start + minute, count: 5 }]);
    expect(await takeNotices()).toEqual([]);
  });

  it('give papers an end once a day', async () => {
    const age = vi.fn().mockResolvedValue(undefined);
    startWorker(...jobsOf({ age }));
    await isScheduled('age', start + 1440 * minute);
    now = start + 1440 * minute;
    await fire('age');
    await vi.waitFor(() => expect(age).toHaveBeenCalledWith(now));
  });

  it('go through the store only when nobody looks and nothing was changed lately', async () => {
    const pages = vi.fn().mockResolvedValue([]);
    Object.assign(fakeBrowser.runtime, { getContexts: pages });
    const repair = vi.fn().mockResolvedValue(0);
    startWorker(...jobsOf({ repair }));
    await isScheduled('check', start + 10_080 * minute);
    await announceChange({ ids: ['arxiv:1'] });
    await fire('check');
    await isScheduled('check', start + 10 * minute);
    now = start + 10 * minute;
    pages.mockResolvedValue([{}]);
    // An alarm is not heard while its job is still being put off.
    await vi.waitFor(async () => {
      await fire('check');
      expect((await alarmOf('check'))?.scheduledTime).toBe(start + 20 * minute);
    });
    expect(repair).not.toHaveBeenCalled();
    pages.mockResolvedValue([]);
    await vi.waitFor(async () => {
      await fire('check');
      expect(repair).toHaveBeenCalledTimes(1);
    });
    expect(await takeNotices()).toEqual([]);
  });
});
