import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pollJob } from '../../background/poll';
import { nextPoll } from '../../background/poll/run';
import { readPollState, writePollState } from '../../lib/poll-state';
import { deleteEverything } from '../../store/backup/contents';
import { readDays } from '../../store/days/days';
import { noteImpressions } from '../../store/records/impressions';
import { countNew, recordsOf } from '../../store/records/queries';
import { papersOn } from '../fixtures/recent';
import { at, FakeSite, hour, minute } from '../support/poll';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

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
