import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  nextTelling,
  notifyJob,
  offerNotifications,
  tellFollowed,
} from '../../background/notifications/notifications';
import { writeOptions } from '../../lib/options';
import { type PollProblem, writePollState } from '../../lib/poll-state';
import { recordsOf } from '../../store/records/queries';
import { recordSighting } from '../../store/records/sightings';
import { saveRule } from '../../store/rules/rules';
import { decide } from '../../store/words/decide';
import { markOpened } from '../../store/words/opened';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const hour = 3_600_000;
const at = (time: string) => Date.parse(`${time}Z`);
const zone = process.env.TZ;
const shown: string[] = [];
const messages: string[] = [];
const clicked = new Set<(id: string) => void>();
let lastId = '';
let showing = async () => {};
let isAllowed = true;
let now = at('2026-03-27T07:00');

beforeEach(() => {
  process.env.TZ = 'UTC';
  shown.length = 0;
  messages.length = 0;
  showing = async () => {};
  clicked.clear();
  isAllowed = true;
  now = at('2026-03-27T07:00');
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async () => isAllowed,
      onAdded: { addListener: () => {} },
    },
    notifications: {
      create: async (id: string, { title, message }: { title: string; message: string }) => {
        await showing();
        lastId = id;
        shown.push(title);
        messages.push(message);
      },
      onClicked: {
        hasListener: (listener: (id: string) => void) => clicked.has(listener),
        addListener: (listener: (id: string) => void) => clicked.add(listener),
      },
    },
  });
});
afterEach(() => {
  process.env.TZ = zone ?? 'UTC';
  vi.restoreAllMocks();
});

const idle = { run: async () => {} };

describe('the daily notification', () => {
  it('is due at its hour, late when that was slept through, and once a day', () => {
    const morning = at('2026-03-27T08:00');
    expect(nextTelling(undefined, 8, now)).toBe(morning);
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
      await sightOn('2026-03-27', now, paper('arxiv:1'), paper('arxiv:2'));
    });
    const job = notifyJob({ run });
    expect(await job.nextAt()).toBe(at('2026-03-27T08:00'));
    now = at('2026-03-27T08:00');
    await job.run(now);
    expect(run).toHaveBeenCalledTimes(1);
    expect(shown).toEqual(['2 new papers are waiting']);
    now += hour;
    await job.run(now);
    expect(shown).toHaveLength(1);
    expect(await job.nextAt()).toBe(at('2026-03-28T08:00'));
  });

  it('says nothing when nothing is new, when it is not wanted, or not allowed', async () => {
    const job = notifyJob(idle);
    await job.run(now);
    await writeOptions({ notify: 'daily' });
    await job.run(now);
    expect(await job.nextAt()).toBe(at('2026-03-28T08:00'));
    await sightOn('2026-03-27', now, paper('arxiv:1'));
    isAllowed = false;
    await job.run(now + 24 * hour);
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
    await sightOn('2026-03-26', now - 20 * hour, paper('arxiv:1'));
    now = at('2026-03-27T09:00');
    const soon = now + hour / 12;
    await notifyJob(failing('offline', soon)).run(now);
    expect(shown).toEqual([]);
    const run = async () => {
      await sightOn('2026-03-27', now, paper('arxiv:2'));
      await writePollState({ since: '2026-03-26', failures: 0, askAt: now + hour });
    };
    const job = notifyJob({ run });
    expect(await job.nextAt()).toBe(soon);
    now = soon;
    await job.run(now);
    expect(shown).toEqual(['2 new papers are waiting']);
    expect(await job.nextAt()).toBe(at('2026-03-28T08:00'));
  });

  it('waits when the site cannot be asked and nothing is new, and else tells what is known', async () => {
    await writeOptions({ notify: 'daily', notifyAt: 8 });
    now = at('2026-03-27T09:00');
    const job = notifyJob(failing('busy', now + 2 * hour));
    await job.run(now);
    expect(await job.nextAt()).toBe(now + 2 * hour);
    await sightOn('2026-03-27', now, paper('arxiv:1'));
    await job.run(now + 2 * hour);
    expect(shown).toEqual(['1 new paper is waiting']);
  });

  it('does not wait for a poll that the reader has turned off', async () => {
    await writeOptions({ notify: 'daily', notifyAt: 8, polls: false });
    const job = notifyJob(failing('offline', now + 30 * hour));
    await job.run(now + hour);
    now += hour;
    expect(await job.nextAt()).toBe(at('2026-03-28T08:00'));
  });

  it('is shown again rather than lost when the worker was killed while showing it', async () => {
    await writeOptions({ notify: 'daily', notifyAt: 8 });
    await sightOn('2026-03-27', now, paper('arxiv:1'));
    showing = () => Promise.reject(new Error('killed'));
    await expect(notifyJob(idle).run(now)).rejects.toThrow('killed');
    showing = async () => {};
    await notifyJob(idle).run(now);
    expect(shown).toHaveLength(1);
  });
});

describe('the notification of a follow rule', () => {
  const robots = { id: 'robots', effect: 'follow', subject: 'phrase', value: 'robot' } as const;
  const ofPoll = {
    digest: 'huggingface:day:2026-03-27',
    day: '2026-03-27',
    shows: 'poll',
  } as const;
  let number = 0;

  /** A poll now that brings one paper for each title, and what was shown by then. */
  async function poll(...titles: readonly string[]): Promise<readonly string[]> {
    const papers = titles.map((title) => paper(`arxiv:${number++}`, { title }));
    await tellFollowed(async () => {
      await recordSighting({ ...ofPoll, visitAt: now, papers });
    }, now);
    return shown;
  }

  beforeEach(async () => {
    number = 1;
    await writeOptions({ notify: 'rule' });
    await saveRule(robots, now);
  });

  it('is shown when a poll brought papers that one matches, and counts those alone', async () => {
    await sightOn('2026-03-27', now - hour, paper('arxiv:0', { title: 'A robot of before' }));
    expect(await poll('A plant')).toEqual([]);
    now += hour;
    expect(await poll('A robot', 'A plant', 'Second robot')).toEqual([
      '2 new papers by your rules',
    ]);
  });

  it('is shown for papers that the rule saves by itself', async () => {
    await saveRule({ ...robots, saves: true, tags: ['metal'] }, now);
    expect(await poll('A robot', 'A plant')).toEqual(['1 new paper by your rules']);
    expect(messages).toEqual(['Your rules saved it. Click to see what you have not read yet.']);
    expect((await recordsOf(['arxiv:1']))[0]).toMatchObject({ state: 'unread', tags: ['metal'] });
  });

  it('is shown once a day; what came after it is told on the next day', async () => {
    await poll('A robot');
    now += hour;
    expect(await poll('Second robot')).toHaveLength(1);
    now += hour;
    expect(await poll('Third robot', 'Fourth robot')).toHaveLength(1);
    now += 22 * hour;
    expect((await poll())[1]).toBe('3 new papers by your rules');
    now += 24 * hour;
    expect(await poll('A plant')).toHaveLength(2);
  });

  it('is not shown for what the reader has dealt with by then', async () => {
    await poll('A robot');
    await saveRule({ ...robots, saves: true }, now);
    now += hour;
    await poll('Dismissed robot', 'Opened robot', 'Read robot');
    await saveRule(robots, now);
    now += hour;
    await poll('Saved robot');
    now += hour;
    await decide(['arxiv:2'], 'dismissed', now);
    await markOpened('arxiv:3', now, { startsReading: false });
    await decide(['arxiv:4'], 'read', now);
    await decide(['arxiv:5'], 'unread', now);
    now += 24 * hour;
    expect(await poll()).toHaveLength(1);
  });

  it('tells of papers of a poll that was killed before it could', async () => {
    await poll('A plant');
    now += hour;
    const papers = [paper('arxiv:9', { title: 'A robot' })];
    await recordSighting({ ...ofPoll, visitAt: now, papers });
    now += hour;
    expect(await poll()).toEqual(['1 new paper by your rules']);
  });

  it('does not wait for an instant that a wrong clock said', async () => {
    now += 300 * 24 * hour;
    await poll('A robot');
    now -= 300 * 24 * hour;
    expect(await poll()).toHaveLength(1);
    now += 24 * hour;
    expect(await poll()).toHaveLength(1);
    expect(await poll('Second robot')).toHaveLength(2);
  });

  it('says which of them are saved already', async () => {
    await saveRule({ ...robots, id: 'arms', value: 'arm', saves: true }, now);
    await poll('A robot', 'Robot arm');
    expect(messages).toEqual([
      '1 of them is saved already. Click to go through the others one by one.',
    ]);
  });

  it('is not shown in quiet hours, when nothing is asked, but after them', async () => {
    await poll('A robot');
    now = at('2026-03-27T20:00');
    await poll('Second robot');
    await writeOptions({ quietHours: [22, 7] });
    now = at('2026-03-28T01:00');
    expect(await poll()).toHaveLength(1);
    now = at('2026-03-28T07:00');
    expect((await poll())[1]).toBe('1 new paper by your rules');
  });

  it('is shown again rather than lost when the worker was killed while showing it', async () => {
    await poll('A plant');
    now += hour;
    showing = () => Promise.reject(new Error('killed'));
    await expect(poll('A robot')).rejects.toThrow('killed');
    showing = async () => {};
    now += hour;
    expect(await poll()).toEqual(['1 new paper by your rules']);
  });

  it('is not shown where it is not wanted, not even later', async () => {
    await writeOptions({ notify: 'never' });
    await poll('A robot');
    now += hour;
    await writeOptions({ notify: 'rule' });
    expect(await poll('A plant')).toEqual([]);
  });
});

describe('a click on it', () => {
  it('opens the deck, or the one that is open', async () => {
    Object.assign(fakeBrowser.runtime, { getContexts: async () => [] });
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    offerNotifications();
    offerNotifications();
    expect(clicked.size).toBe(1);
    for (const listener of clicked) listener('new-papers');
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
    expect(create.mock.calls[0]?.[0]).toMatchObject({ active: true });
    expect(create.mock.calls[0]?.[0].url).toMatch(/\/deck\.html$/);
  });

  it('opens the list where all that it told of is saved already', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    const saved = paper('arxiv:1', { title: 'A robot' });
    const rule = { id: 'robots', effect: 'follow', subject: 'phrase', value: 'robot' } as const;
    await writeOptions({ notify: 'rule' });
    await saveRule({ ...rule, saves: true }, now);
    await tellFollowed(async () => {
      await sightOn('2026-03-27', now, saved);
    }, now);
    offerNotifications();
    for (const listener of clicked) listener(lastId);
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
    expect(create.mock.calls[0]?.[0].url).toMatch(/\/library\.html\?q=is%3Aunread$/);
  });

  it('is not listened to where the browser has no notifications yet', () => {
    Object.assign(fakeBrowser, { notifications: undefined });
    offerNotifications();
    expect(clicked.size).toBe(0);
  });
});
