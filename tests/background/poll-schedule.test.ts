import { beforeEach, describe, expect, it } from 'vitest';
import { nextPoll } from '../../background/poll/run';
import { writeOptions } from '../../lib/options';
import { writePollState } from '../../lib/poll-state';
import { countNew } from '../../store/records/queries';
import { papersOn } from '../fixtures/recent';
import { at, day, FakeSite, hour, minute } from '../support/poll';
import { useFreshStore } from '../support/store';

useFreshStore();

let site: FakeSite;
beforeEach(() => {
  site = new FakeSite(at('2026-03-27T09:00'));
});

const since = (first: string) => writePollState({ since: first, failures: 0 });
const askedDays = () => site.questions.map((question) => question.day);

describe('nothing is asked', () => {
  const asked = async () => {
    site.questions.length = 0;
    await site.poll();
    return site.questions.length > 0;
  };

  it('where the reader does not want it', async () => {
    await writeOptions({ polls: false });
    expect(await nextPoll(site.now)).toBeUndefined();
    await writeOptions({ polls: true });
    expect(await nextPoll(site.now)).toBe(site.now);
  });

  it('while the reader saves data, and within an hour after', async () => {
    site.savesData = true;
    expect(await asked()).toBe(false);
    expect(await nextPoll(site.now)).toBe(site.now + hour);
    site.savesData = false;
    site.now += hour;
    expect(await asked()).toBe(true);
  });

  it('in quiet hours over midnight, and soon after their end', async () => {
    await writeOptions({ quietHours: [22, 7] });
    await site.until(at('2026-03-29T12:00'));
    const hours = site.questions.map((question) => new Date(question.at).getHours());
    expect(hours.filter((one) => one >= 22 || one < 7)).toEqual([]);
    expect(new Set(hours)).toEqual(
      new Set([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]),
    );
  });
});

describe('a clock that was set', () => {
  it('back never makes the next poll wait longer than an hour', async () => {
    for (const back of [10 * minute, 3 * hour, 3 * day, 400 * day]) {
      await site.poll();
      site.now -= back;
      const next = await nextPoll(site.now);
      expect(next, `${back} ms`).toBeLessThanOrEqual(site.now + hour + 10 * minute);
      expect(await nextPoll(site.now + minute)).toBe(next);
      site.list(new Date(site.now).toISOString().slice(0, 10), papersOn('2026-03-27', 2));
      await site.catchUp();
    }
    expect((await countNew()).new).toBe(2);
  });

  it('far back and right again brings no history', async () => {
    await since('2026-03-26');
    site.now = at('2020-01-01T00:05');
    await nextPoll(site.now);
    await site.catchUp();
    site.now = at('2026-03-27T09:00');
    site.questions.length = 0;
    await site.catchUp();
    expect(askedDays()).toEqual(['2026-03-27', '2026-03-26']);
  });

  it('ahead and right again misses no day', async () => {
    site.list('2026-03-27', papersOn('2026-03-27', 4));
    site.now += 300 * day;
    await site.catchUp();
    site.now = at('2026-03-27T10:00');
    await site.catchUp();
    expect((await countNew()).new).toBe(4);
    site.list('2026-03-27', papersOn('2026-03-27', 6));
    await site.until(at('2026-03-28T03:00'));
    expect((await countNew()).new).toBe(6);
  });
});
