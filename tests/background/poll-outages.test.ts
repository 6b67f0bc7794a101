import { beforeEach, describe, expect, it } from 'vitest';
import { nextPoll } from '../../background/poll/run';
import { takeNotices } from '../../lib/notices';
import { readPollState, writePollState } from '../../lib/poll-state';
import { readDays } from '../../store/days/days';
import { countNew } from '../../store/records/queries';
import { papersOn } from '../fixtures/recent';
import { at, type FakeSite, hour, minute, polledSite } from '../support/poll';
import { useFreshStore } from '../support/store';

useFreshStore();

let site: FakeSite;

beforeEach(async () => {
  site = await polledSite();
});

describe('the site', () => {
  it('that cannot tell of one day does not hold up the others', async () => {
    await writePollState({ since: '2026-03-01', failures: 0 });
    site.trouble(() =>
      site.questions.at(-1)?.day === '2026-03-24' ? new Response('', { status: 500 }) : undefined,
    );
    const from = site.now;
    await site.until(from + 12 * hour);
    const asked = (day: string) =>
      site.questions.filter((one) => one.day === day && one.at > from).length;
    expect(asked('2026-03-27')).toBeGreaterThanOrEqual(11);
    expect(asked('2026-03-24')).toBeLessThan(6);
    expect(await readPollState()).toMatchObject({ failures: 0, lastAnswerAt: expect.any(Number) });
    const known = await readDays('2026-03-01', '2026-03-27');
    expect(known.map(({ day }) => day)).not.toContain('2026-03-24');
    expect(known).toHaveLength(26);
    site.trouble();
    await site.until(site.now + 7 * hour);
    expect(await readDays('2026-03-24', '2026-03-24')).toMatchObject([{ ids: [] }]);
    expect((await readPollState())?.putOff).toBeUndefined();
  });

  it.each([
    ['busy', () => new Response('', { status: 500 })],
    ['changed', () => Response.json([{ arxiv: '2603.1' }, { arxiv: 2 }])],
  ])(
    'that cannot tell of today (%s) tells of the others, and of today soon',
    async (problem, answer) => {
      await writePollState({ since: '2026-03-01', failures: 0 });
      site.now += hour;
      site.trouble(() => (site.questions.at(-1)?.day === '2026-03-27' ? answer() : undefined));
      site.list('2026-03-27', papersOn('2026-03-27', 9));
      site.marks = false;
      await site.until(site.now + 10 * hour);
      expect(await readDays('2026-03-01', '2026-03-27')).toHaveLength(27);
      expect(await readPollState()).toMatchObject({ problem });
      expect((await countNew()).new).toBe(8);
      site.trouble();
      await site.until(site.now + 67 * minute);
      expect((await countNew()).new).toBe(14);
    },
  );

  it('that cannot tell of the last missed day is not taken for changed', async () => {
    await writePollState({ since: '2026-03-22', failures: 0 });
    site.now += hour;
    site.trouble(() =>
      site.questions.at(-1)?.day === '2026-03-22' ? Response.json({ papers: [] }) : undefined,
    );
    await site.until(site.now + 5 * minute);
    expect(site.questions.at(-1)?.day).toBe('2026-03-22');
    expect(await readPollState()).toMatchObject({ failures: 0, putOff: { '2026-03-22': 1 } });
    expect(await takeNotices()).toEqual([]);
    expect(await nextPoll(site.now)).toBeGreaterThan(site.now + 50 * minute);
  });

  it('that has two days it cannot tell of still tells of those between', async () => {
    await writePollState({ since: '2026-03-20', failures: 0 });
    site.now += hour;
    const bad = new Set(['2026-03-27', '2026-03-25']);
    site.trouble(() =>
      bad.has(site.questions.at(-1)?.day ?? '') ? new Response('', { status: 500 }) : undefined,
    );
    await site.until(site.now + 6 * hour);
    expect(await readDays('2026-03-20', '2026-03-24')).toHaveLength(5);
  });

  it('is asked less and less while it is down, and everything is there when it is back', async () => {
    site.trouble(() => new Response('No', { status: 500 }));
    const before = site.questions.length;
    const down = site.now;
    for (const day of ['2026-03-27', '2026-03-30']) site.list(day, papersOn(day, 12));
    await site.until(down + 48 * hour);
    const asked = site.questions.slice(before).map((question) => question.at);
    const moments = [...new Set(asked)];
    expect(moments.length).toBeLessThan(16);
    expect(asked.length).toBeLessThanOrEqual(2 * moments.length);
    const pauses = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
    expect(pauses.slice(0, 4)).toEqual([5, 10, 20, 40].map((minutes) => minutes * minute));
    expect(Math.max(...pauses)).toBe(6 * hour);
    expect((await countNew()).new).toBe(8);
    site.trouble();
    await site.until(at('2026-03-30T12:00'));
    expect((await countNew()).new).toBe(5 + 12 + 12);
  });

  it.each([
    ['seconds', '7200'],
    ['a date', new Date(at('2026-03-27T11:00')).toUTCString()],
  ])('is left alone as long as it asks for in %s', async (_, wait) => {
    const headers = { 'retry-after': wait };
    site.trouble(() => new Response('', { status: 429, headers }));
    await site.poll();
    expect(await nextPoll(site.now)).toBe(at('2026-03-27T11:00'));
    const { length } = site.questions;
    site.now += hour;
    await site.poll();
    expect(site.questions).toHaveLength(length);
    expect(await nextPoll(site.now)).toBe(at('2026-03-27T11:00'));
  });

  it('is left alone as long as its rate limit says, counted from when it said so', async () => {
    const headers = { ratelimit: '"api";r=0;t=290', 'ratelimit-policy': '"api";q=500;w=300' };
    site.trouble(() => new Response('', { status: 429, headers }));
    site.now = at('2026-03-27T10:00');
    site.delay = 20_000;
    await site.poll();
    expect(await nextPoll(at('2026-03-27T10:00'))).toBe(at('2026-03-27T10:05:10'));
  });

  it.each(['-5', 'tomorrow', '', '99999999999999'])(
    'is not believed when it asks for “%s”',
    async (wait) => {
      site.trouble(() => new Response('', { status: 429, headers: { 'retry-after': wait } }));
      await site.poll();
      const next = (await nextPoll(site.now)) ?? 0;
      expect(next).toBeGreaterThanOrEqual(site.now + 4 * minute);
      expect(next).toBeLessThanOrEqual(site.now + 24 * hour);
    },
  );
});
