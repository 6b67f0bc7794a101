import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepAlarms, type TimedJob } from '../../background/jobs/alarms';
import { jobsOf } from '../../background/jobs/jobs';
import { nextPoll, poll } from '../../background/poll/run';
import { writeOptions } from '../../lib/options';
import { isoDay } from '../../papers/record';
import { isFilling, readDays } from '../../store/days/days';
import { countNew } from '../../store/records/queries';
import type { DailyEntry } from '../fixtures/papers';
import { papersOn } from '../fixtures/recent';
import { FakeSite } from '../support/poll';
import { useFreshStore } from '../support/store';

useFreshStore();

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone ?? 'UTC';
  vi.restoreAllMocks();
});

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const at = (time: string) => Date.parse(`${time}Z`);

/** A list that comes bit by bit between 3 and 21 o'clock in UTC, of the day's own length in the end. */
function growing(name: string, size: number): (now: number) => readonly DailyEntry[] {
  const all = papersOn(name, size);
  const begin = at(`${name}T03:00`);
  return (now) => {
    const share = Math.floor((now - begin) / (3 * hour)) / 6;
    return all.slice(0, Math.round(size * Math.min(1, Math.max(0, share))));
  };
}

/** Days from one on, those with lists alone. */
function serve(
  site: FakeSite,
  first: string,
  count: number,
  size: (weekday: number) => number,
): void {
  for (let number = 0; number < count; number += 1) {
    const start = at(`${first}T00:00`) + number * day;
    const weekday = new Date(start).getUTCDay();
    if (weekday > 0 && weekday < 6) site.list(isoDay(start), growing(isoDay(start), size(weekday)));
  }
}

describe('six weeks', () => {
  it('with weekends, a holiday, two changes of the clock and a day without a network are counted right', async () => {
    process.env.TZ = 'America/New_York';
    const site = new FakeSite(at('2026-03-02T05:00'));
    serve(site, '2026-02-27', 45, (weekday) => 4 + weekday);
    site.list('2026-04-03', []);
    site.trouble((now) => {
      if (now < at('2026-03-18T10:00') || now > at('2026-03-19T20:00')) return undefined;
      return Promise.reject(new TypeError('Failed to fetch'));
    });
    let listed = 0;
    for (let end = at('2026-03-03T04:00'); end <= at('2026-04-13T04:00'); end += day) {
      await site.until(end);
      const [today, yesterday] = [isoDay(end), isoDay(end - day)];
      listed += site.listed(yesterday, end).length;
      const isDark = end > at('2026-03-18T10:00') && end < at('2026-03-19T20:00');
      const first = site.listed('2026-02-27', end).length;
      if (isDark) continue;
      expect((await countNew()).new, today).toBe(first + listed + site.listed(today, end).length);
    }
    const days = await readDays('2026-02-28', '2026-04-11');
    expect(days.filter((one) => isFilling(one, site.now))).toEqual([]);
    const empty = days.filter(({ ids }) => ids.length === 0).map((one) => one.day);
    expect(empty).toContain('2026-04-03');
    expect(empty).toHaveLength(14);
    expect(site.wakeUps / 42).toBeLessThanOrEqual(28);
    expect(site.questions.length / 42).toBeLessThanOrEqual(30);
  });

  it.each(['Pacific/Pago_Pago', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Kiritimati'])(
    'are asked for in the day’s hours of %s and by the days of the site',
    async (name) => {
      process.env.TZ = name;
      await writeOptions({ quietHours: [23, 6] });
      const site = new FakeSite(at('2026-03-27T15:00'));
      serve(site, '2026-03-25', 8, () => 6);
      await site.until(at('2026-03-31T15:00'));
      const hours = site.questions.map((question) => new Date(question.at).getHours());
      expect(hours.filter((one) => one === 23 || one < 6)).toEqual([]);
      expect(site.questions.every((question) => question.day <= isoDay(question.at))).toBe(true);
      await writeOptions({ quietHours: [0, 0] });
      await site.until(at('2026-03-31T17:55'));
      expect((await countNew()).new).toBe(6 * 3 + site.listed('2026-03-31').length);
    },
  );
});

describe('one day', () => {
  const most = { wakeUps: 30, questions: 40, bytes: 2_000_000 };

  /** Lets the browser's alarms go off, one after the other, as the clock comes to them. */
  async function live(end: number, clock: { now: number }): Promise<number> {
    let wakeUps = 0;
    for (;;) {
      const alarms = await fakeBrowser.alarms.getAll();
      const [next] = alarms.sort((one, other) => one.scheduledTime - other.scheduledTime);
      if (!next || next.scheduledTime > end) return wakeUps;
      clock.now = Math.max(clock.now, next.scheduledTime);
      wakeUps += 1;
      const { name, scheduledTime, periodInMinutes } = next;
      if (periodInMinutes)
        await fakeBrowser.alarms.create(name, {
          when: scheduledTime + periodInMinutes * minute,
          periodInMinutes,
        });
      else await fakeBrowser.alarms.clear(name);
      await fakeBrowser.alarms.onAlarm.trigger(next as never);
      await vi.waitFor(async () =>
        expect((await fakeBrowser.alarms.get(name))?.scheduledTime).toBeGreaterThan(clock.now),
      );
    }
  }

  it('costs few wake-ups, questions and bytes, after a night and a weekend too', async () => {
    const site = new FakeSite(at('2026-03-26T09:00'));
    serve(site, '2026-03-20', 14, () => 40);
    const clock = {
      get now() {
        return site.now;
      },
      set now(value: number) {
        site.now = value;
      },
    };
    vi.spyOn(Date, 'now').mockImplementation(() => site.now);
    const job: TimedJob = {
      name: 'poll',
      nextAt: () => nextPoll(Date.now()),
      run: (now) => poll(now, site.world),
    };
    const chores = { purgeBin: async () => {}, repair: async () => 0 };
    Object.assign(fakeBrowser.runtime, { getContexts: async () => [] });
    keepAlarms([...jobsOf(chores), job]);
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.getAll()).toHaveLength(3));
    const costs = [];
    for (let end = at('2026-03-27T09:00'); end <= at('2026-04-01T09:00'); end += day) {
      const [asked, bytes] = [site.questions.length, site.bytes];
      const wakeUps = await live(end, clock);
      costs.push({
        wakeUps,
        questions: site.questions.length - asked,
        bytes: site.bytes - bytes,
      });
    }
    for (const cost of costs) {
      expect(cost.wakeUps).toBeLessThanOrEqual(most.wakeUps);
      expect(cost.wakeUps).toBeGreaterThan(20);
      expect(cost.questions).toBeLessThanOrEqual(most.questions);
      expect(cost.bytes).toBeLessThanOrEqual(most.bytes);
    }
  });
});
