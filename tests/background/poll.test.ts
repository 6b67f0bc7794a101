import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pollJob } from '../../background/poll';
import { nextPoll } from '../../background/poll/run';
import { writeOptions } from '../../lib/options';
import { readPollState, writePollState } from '../../lib/poll-state';
import { isAgain } from '../../papers/record';
import { deleteEverything } from '../../store/backup/contents';
import { countNewOn, isFilling, readDays } from '../../store/days/days';
import { noteImpressions } from '../../store/records/impressions';
import { countNew, recordsOf } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { entryOf } from '../fixtures/papers';
import { papersOn } from '../fixtures/recent';
import { FakeSite } from '../support/poll';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const at = (time: string) => Date.parse(`${time}Z`);
let site: FakeSite;
beforeEach(() => {
  site = new FakeSite(at('2026-03-27T09:00'));
});

const since = (first: string) => writePollState({ since: first, failures: 0 });
const askedDays = () => site.questions.map((question) => question.day);
const stored = async (one: string) => (await readDays(one, one))[0];

describe('a first poll', () => {
  it('asks for today and for the last day before it that had a list', async () => {
    site.list('2026-03-26', papersOn('2026-03-26', 5));
    site.list('2026-03-27', papersOn('2026-03-27', 3));
    await site.poll();
    expect(askedDays()).toEqual(['2026-03-27', '2026-03-26']);
    expect((await countNew()).new).toBe(8);
  });

  it('on a Monday asks for the weekend too, and then knows that it had none', async () => {
    site.now = at('2026-03-30T09:00');
    await site.poll();
    expect(askedDays()).toEqual(['2026-03-30', '2026-03-29', '2026-03-28', '2026-03-27']);
    expect(await stored('2026-03-29')).toMatchObject({ ids: [], still: 1 });
    expect((await readPollState())?.since).toBe('2026-03-27');
  });

  it('sends nothing that is the reader’s', async () => {
    await site.poll();
    for (const { init } of site.questions)
      expect(init).toMatchObject({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
        cache: 'no-store',
      });
  });
});

describe('missed days', () => {
  it('are asked for newest first, some at a time, thirty days back at most', async () => {
    await since('2026-01-01');
    await site.poll();
    expect(askedDays()).toEqual([
      '2026-03-27',
      '2026-03-26',
      '2026-03-25',
      '2026-03-24',
      '2026-03-23',
    ]);
    expect(await nextPoll(site.now)).toBe(site.now + minute);
    await site.catchUp();
    expect(askedDays().sort().reverse()).toEqual([...new Set(askedDays())]);
    expect(askedDays()).toHaveLength(31);
    expect(askedDays().at(-1)).toBe('2026-02-25');
    const askedIn = new Map<number, number>();
    for (const question of site.questions)
      askedIn.set(question.at, (askedIn.get(question.at) ?? 0) + 1);
    expect(Math.max(...askedIn.values())).toBe(5);
  });

  it('are gone on with after a kill where they were', async () => {
    await since('2026-03-20');
    let left = 3;
    const killed = new Promise<'killed'>((resolve) => {
      site.trouble(() => {
        if (left-- > 0) return undefined;
        resolve('killed');
        return new Promise(() => {});
      });
    });
    expect(await Promise.race([killed, site.poll()])).toBe('killed');
    expect(askedDays()).toHaveLength(4);
    site.trouble();
    site.questions.length = 0;
    await site.catchUp();
    expect(askedDays()).toEqual([
      '2026-03-24',
      '2026-03-23',
      '2026-03-22',
      '2026-03-21',
      '2026-03-20',
    ]);
  });

  it('make one poll after a night asleep, not one for every hour', async () => {
    site.list('2026-03-27', papersOn('2026-03-27', 3));
    await site.catchUp();
    site.list('2026-03-27', papersOn('2026-03-27', 9));
    site.list('2026-03-28', papersOn('2026-03-28', 2));
    site.now += 20 * hour;
    site.wakeUps = 0;
    await site.catchUp();
    expect(site.wakeUps).toBe(1);
    expect((await countNew()).new).toBe(11);
  });
});

describe('after everything was deleted', () => {
  it('nothing comes back but today’s list', async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => site.now);
    await since('2026-03-20');
    await site.catchUp();
    await deleteEverything();
    site.questions.length = 0;
    site.list('2026-03-26', papersOn('2026-03-26', 5));
    site.list('2026-03-27', papersOn('2026-03-27', 3));
    site.now += 2 * hour;
    await site.catchUp();
    expect(new Set(askedDays())).toEqual(new Set(['2026-03-27']));
    expect((await countNew()).new).toBe(3);
    vi.restoreAllMocks();
  });

  it('while the site was answering, nothing of that poll comes back', async () => {
    vi.spyOn(Date, 'now').mockImplementation(() => site.now);
    await since('2026-03-24');
    for (const one of ['2026-03-24', '2026-03-25', '2026-03-26']) site.list(one, papersOn(one, 3));
    site.trouble(async () => {
      if (askedDays().at(-1) === '2026-03-25') await deleteEverything();
      return undefined;
    });
    await site.poll();
    expect(askedDays()).toHaveLength(4);
    expect(await readDays('2026-03-01', '2026-03-31')).toEqual([]);
    expect((await countNew()).new).toBe(0);
    site.questions.length = 0;
    await site.until(site.now + 2 * hour);
    expect(new Set(askedDays())).toEqual(new Set(['2026-03-27']));
    vi.restoreAllMocks();
  });
});

describe('the job', () => {
  it('polls once for all who ask meanwhile, and ends visits of long ago', async () => {
    const asked = vi.fn((url: unknown, _init?: RequestInit) => site.world.fetch(String(url)));
    vi.stubGlobal('fetch', asked);
    await sightOn('2026-03-26', site.now - 13 * hour, paper('arxiv:1'));
    await sightOn('2026-03-27', site.now - 11 * hour, paper('arxiv:2'));
    await noteImpressions(['arxiv:1'], site.now - 13 * hour);
    await noteImpressions(['arxiv:2'], site.now - 11 * hour);
    const around = vi.fn(async (work: () => Promise<void>) => work());
    const job = pollJob(around);
    vi.stubGlobal('navigator', { connection: { saveData: true } });
    await job.run(site.now);
    expect(asked).not.toHaveBeenCalled();
    vi.stubGlobal('navigator', {});
    await Promise.all([job.run(site.now), job.run(site.now)]);
    expect(around).toHaveBeenCalledTimes(2);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit' });
    const [one, two] = await recordsOf(['arxiv:1', 'arxiv:2']);
    expect([one?.state, two?.state]).toEqual(['seen', 'new']);
    vi.unstubAllGlobals();
  });
});

describe('a list that grows', () => {
  it('is filling until its day is over and its count has stood still for three answers', async () => {
    const sizes = [0, 1, 24, 24, 24];
    const states: [number, boolean][] = [];
    site.now = at('2026-03-27T19:30');
    for (const size of sizes) {
      site.list('2026-03-27', papersOn('2026-03-27', size));
      await site.poll();
      const known = await stored('2026-03-27');
      states.push([(await countNew()).new, known ? isFilling(known, site.now) : false]);
      site.now += hour;
    }
    expect(states).toEqual([
      [0, true],
      [1, true],
      [24, true],
      [24, true],
      [24, true],
    ]);
    site.now = at('2026-03-28T00:10');
    await site.poll();
    const over = await stored('2026-03-27');
    expect(over && isFilling(over, site.now)).toBe(false);
    site.questions.length = 0;
    site.now += hour;
    await site.poll();
    expect(askedDays()).toEqual(['2026-03-28']);
  });

  it('that grew in the last hour is asked for after midnight until it stands still', async () => {
    site.now = at('2026-03-27T23:30');
    site.list('2026-03-27', papersOn('2026-03-27', 4));
    await site.poll();
    const steps: [number, boolean][] = [
      [5, true],
      [6, true],
      [6, true],
      [6, false],
    ];
    for (const [size, isOpen] of steps) {
      site.now += hour;
      site.list('2026-03-27', papersOn('2026-03-27', size));
      await site.poll();
      const known = await stored('2026-03-27');
      expect(known && isFilling(known, site.now)).toBe(isOpen);
    }
    expect((await countNew()).new).toBe(6);
  });

  it('shows as new what comes to a day that the reader has gone through', async () => {
    site.list('2026-03-27', papersOn('2026-03-27', 5));
    await site.poll();
    const ids = papersOn('2026-03-27', 5).map((entry) => `arxiv:${entry.paper.id}`);
    await decide(ids, 'dismissed', site.now);
    expect((await countNew()).new).toBe(0);
    site.list('2026-03-27', papersOn('2026-03-27', 7));
    site.now += hour;
    await site.poll();
    expect((await countNew()).new).toBe(2);
  });

  it('that has not changed changes nothing, whether the site says so or not', async () => {
    site.list('2026-03-27', papersOn('2026-03-27', 5));
    for (const marks of [true, false]) {
      site.marks = marks;
      await site.poll();
      const before = await fakeBrowser.storage.session.get('change');
      const records = await recordsOf((await stored('2026-03-27'))?.ids ?? []);
      site.now += hour;
      await site.poll();
      expect(await fakeBrowser.storage.session.get('change')).toEqual(before);
      expect(await recordsOf((await stored('2026-03-27'))?.ids ?? [])).toEqual(records);
      expect((await stored('2026-03-27'))?.checkedAt).toBe(site.now);
    }
  });
});

describe('a paper on two days', () => {
  const moved = entryOf('2603.26501', '2026-03-26', 0);
  const id = 'arxiv:2603.26501';
  const others = papersOn('2026-03-26', 3);
  const isNews = async () => {
    const [record] = await recordsOf([id]);
    return record && { firstDay: record.firstDay, day: record.day, again: isAgain(record) };
  };
  beforeEach(async () => {
    site.now = at('2026-03-26T20:00');
    site.list('2026-03-26', [...others, moved]);
    await site.poll();
  });
  const onFriday = {
    ...moved,
    paper: { ...moved.paper, submittedOnDailyAt: '2026-03-27T03:00:00.000Z' },
  };

  it('was moved when its first day has it no more, told by a poll of both', async () => {
    site.now = at('2026-03-27T09:00');
    site.list('2026-03-26', others);
    site.list('2026-03-27', [onFriday]);
    await site.poll();
    expect(await isNews()).toEqual({ firstDay: '2026-03-27', day: '2026-03-27', again: false });
    expect((await countNew()).new).toBe(4);
  });

  it('was moved when it had left its first day before another had it', async () => {
    site.list('2026-03-26', others);
    site.now += hour;
    await site.poll();
    expect(await isNews()).toEqual({ firstDay: '2026-03-26', day: '2026-03-26', again: false });
    const more = { dailyAt: '2026-03-27T03:00:00.000Z' };
    await sightOn('2026-03-27', at('2026-03-27T09:00'), paper(id, more));
    expect(await isNews()).toEqual({ firstDay: '2026-03-27', day: '2026-03-27', again: false });
  });

  it.each([true, false])(
    'was moved back when only an earlier day has it, told by the later list first: %s',
    async (isLaterFirst) => {
      const back = entryOf('2603.26502', '2026-03-27', 0);
      const onThursday = { ...back.paper, submittedOnDailyAt: '2026-03-26T03:00:00.000Z' };
      site.now = at('2026-03-27T09:00');
      site.list('2026-03-27', [back]);
      await site.poll();
      if (isLaterFirst) site.list('2026-03-27', []);
      site.list('2026-03-26', [...others, moved, { ...back, paper: onThursday }]);
      await site.poll();
      site.list('2026-03-27', []);
      await site.poll();
      const [record] = await recordsOf(['arxiv:2603.26502']);
      expect(record).toMatchObject({ firstDay: '2026-03-26', day: '2026-03-26' });
      const news = await countNewOn(['2026-03-26', '2026-03-27']);
      expect([...news.values()]).toEqual([5, 0]);
    },
  );

  it('is not taken for moved by an answer that could not be read whole', async () => {
    site.now = at('2026-03-27T09:00');
    site.list('2026-03-27', [onFriday]);
    await site.poll();
    site.list('2026-03-27', [null]);
    site.now += hour;
    expect(await site.poll()).toMatchObject({ failures: 0, skipped: 1 });
    expect(await isNews()).toEqual({ firstDay: '2026-03-26', day: '2026-03-27', again: true });
  });

  it('comes again when both have it', async () => {
    site.now = at('2026-03-27T09:00');
    site.list('2026-03-27', [onFriday]);
    await site.poll();
    expect(await isNews()).toEqual({ firstDay: '2026-03-26', day: '2026-03-27', again: true });
    expect((await countNew()).new).toBe(4);
  });
});

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
