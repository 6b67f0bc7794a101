import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  nextTelling,
  notifyJob,
  offerNotifications,
  tellFollowed,
} from '../../entrypoints/background/notify';
import { writeOptions } from '../../lib/options';
import { write } from '../../store/writer';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const hour = 3_600_000;
const at = (time: string) => Date.parse(`${time}Z`);
const zone = process.env.TZ;
const shown: string[] = [];
const clicked = new Set<() => void>();
let isAllowed = true;
let now = at('2026-03-27T07:00');

beforeEach(() => {
  process.env.TZ = 'UTC';
  shown.length = 0;
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
      create: async (_: string, { title }: { title: string }) => shown.push(title),
      onClicked: {
        hasListener: (listener: () => void) => clicked.has(listener),
        addListener: (listener: () => void) => clicked.add(listener),
      },
    },
  });
});
afterEach(() => {
  process.env.TZ = zone ?? 'UTC';
  vi.restoreAllMocks();
});

const idle = { name: 'poll', nextAt: async () => undefined, run: async () => {} };

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

  it('tells what is new after the poll that is due, once', async () => {
    await writeOptions({ notify: 'daily', notifyAt: 8 });
    const run = vi.fn(async () => {
      await sightOn('2026-03-27', now, paper('arxiv:1'), paper('arxiv:2'));
    });
    const job = notifyJob({ name: 'poll', nextAt: async () => now - 1, run });
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
});

describe('the notification of a follow rule', () => {
  async function arrive(id: string, ...matches: string[]): Promise<void> {
    await sightOn('2026-03-27', now, paper(id));
    await write(async (writer) => {
      const record = await writer.find(id);
      if (record && matches.length) writer.put(record, { ...record, matches });
    });
  }

  it('is shown when a poll brought a paper that one matches, once a day', async () => {
    await writeOptions({ notify: 'rule' });
    await arrive('arxiv:0', 'a');
    await tellFollowed(() => arrive('arxiv:1'), now);
    expect(shown).toEqual([]);
    await tellFollowed(() => arrive('arxiv:2', 'a'), now);
    await tellFollowed(() => arrive('arxiv:3', 'a'), now + hour);
    expect(shown).toEqual(['2 new papers by your rules']);
    await tellFollowed(() => arrive('arxiv:4', 'a'), now + 24 * hour);
    expect(shown).toHaveLength(2);
  });

  it('is not shown where it is not wanted', async () => {
    await tellFollowed(() => arrive('arxiv:1', 'a'), now);
    expect(shown).toEqual([]);
  });
});

describe('a click on it', () => {
  it('opens the deck, or the one that is open', async () => {
    Object.assign(fakeBrowser.runtime, { getContexts: async () => [] });
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    offerNotifications();
    offerNotifications();
    expect(clicked.size).toBe(1);
    for (const listener of clicked) listener();
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
    expect(create.mock.calls[0]?.[0]).toMatchObject({ active: true });
    expect(create.mock.calls[0]?.[0].url).toMatch(/\/deck\.html$/);
  });

  it('is not listened to where the browser has no notifications yet', () => {
    Object.assign(fakeBrowser, { notifications: undefined });
    offerNotifications();
    expect(clicked.size).toBe(0);
  });
});
