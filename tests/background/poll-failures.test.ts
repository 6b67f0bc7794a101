import { beforeEach, describe, expect, it } from 'vitest';
import { nextPoll, poll } from '../../background/poll/run';
import { takeNotices } from '../../lib/notices';
import { readPollState, writePollState } from '../../lib/poll-state';
import { readDays } from '../../store/days/days';
import { countNew } from '../../store/records/queries';
import { papersOn } from '../fixtures/recent';
import { FakeSite } from '../support/poll';
import { useFreshStore } from '../support/store';

useFreshStore();

const minute = 60_000;
const hour = 60 * minute;
const at = (time: string) => Date.parse(`${time}Z`);
const json = { 'content-type': 'application/json' };
let site: FakeSite;

beforeEach(async () => {
  site = new FakeSite(at('2026-03-27T09:00'));
  site.list('2026-03-26', papersOn('2026-03-26', 5));
  site.list('2026-03-27', papersOn('2026-03-27', 3));
  await site.poll();
});

/** A body that goes on for ever; it says when nobody wants more of it. */
function endless(piece: string): {
  readonly body: ReadableStream;
  readonly cancelled: () => boolean;
} {
  let isCancelled = false;
  const bytes = new TextEncoder().encode(piece.repeat(64_000 / piece.length));
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(bytes),
    cancel: () => {
      isCancelled = true;
    },
  });
  return { body, cancelled: () => isCancelled };
}

const redirected = { type: 'opaqueredirect', status: 0, headers: new Headers(), body: null };
const whole = JSON.stringify(papersOn('2026-03-27', 9));
const answers: Readonly<Record<string, [string, () => Promise<Response> | Response]>> = {
  'a 500': ['busy', () => new Response('No', { status: 500 })],
  'a 503': ['busy', () => new Response('No', { status: 503 })],
  'a 429': ['busy', () => new Response('No', { status: 429 })],
  HTML: [
    'broken',
    () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
  ],
  'HTML that says it is JSON': ['broken', () => new Response('<!doctype html>', { headers: json })],
  'JSON cut off': ['broken', () => new Response(whole.slice(0, -500), { headers: json })],
  'nothing at all': ['broken', () => new Response('', { headers: json })],
  'ten megabytes': ['broken', () => new Response(`[${' '.repeat(10_000_000)}]`, { headers: json })],
  'a body without end': ['broken', () => new Response(endless(' ').body, { headers: json })],
  'a redirect to a login page': ['refused', () => redirected as unknown as Response],
  'a 401': ['refused', () => new Response('No', { status: 401 })],
  'a 403': ['refused', () => new Response('No', { status: 403 })],
  'a 404': ['broken', () => new Response('No', { status: 404, headers: json })],
  'an object': ['changed', () => Response.json({ papers: JSON.parse(whole) as unknown })],
  'entries of another shape': ['changed', () => Response.json([{ arxiv: '2603.1' }, { arxiv: 2 }])],
  'no network': ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
};

describe.each(Object.entries(answers))('%s', (name, [problem, answer]) => {
  it('is told as what it is, and the last good state stays', async () => {
    const days = await readDays('2026-03-01', '2026-03-31');
    const before = site.questions.length;
    site.marks = problem !== 'broken';
    site.list('2026-03-27', papersOn('2026-03-27', 9));
    site.now += hour;
    site.trouble(answer);
    const state = await site.poll();
    expect(state).toMatchObject({ problem, failures: 1, lastAskedAt: site.now });
    expect(state.lastAnswerAt).toBe(at('2026-03-27T09:00'));
    const isOfDay = ['broken', 'changed'].includes(problem) || /a 50/.test(name);
    expect(site.questions).toHaveLength(before + (isOfDay ? 2 : 1));
    expect(await readDays('2026-03-01', '2026-03-31')).toEqual(days);
    expect((await countNew()).new).toBe(8);
    site.trouble();
    await site.until(site.now + 10 * minute);
    expect((await countNew()).new).toBe(14);
  });
});

describe('an answer', () => {
  it('without end is cut off, and the other side hears of it', async () => {
    const { body, cancelled } = endless('[1,');
    site.trouble(() =>
      site.questions.at(-1)?.day === '2026-03-27'
        ? new Response(body, { headers: json })
        : undefined,
    );
    expect(await site.poll()).toMatchObject({ problem: 'broken' });
    expect(cancelled()).toBe(true);
  });

  it('that never comes is waited for no longer than the limit', async () => {
    const { world } = site;
    const never = (_: unknown, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    await poll(site.now, { ...world, fetch: never as typeof fetch, timeLimit: 5 });
    expect(await readPollState()).toMatchObject({ problem: 'busy', failures: 1 });
  });

  it('for a day that the site does not have is a day without papers', async () => {
    site.now = at('2026-03-30T00:05');
    site.trouble(() => new Response('{"error":"bad date"}', { status: 400, headers: json }));
    expect(await site.poll()).toMatchObject({ failures: 0, putOff: { '2026-03-27': 1 } });
    expect(await readDays('2026-03-27', '2026-03-27')).toMatchObject([
      { checkedAt: at('2026-03-27T09:00') },
    ]);
    expect((await readDays('2026-03-29', '2026-03-29'))[0]).toMatchObject({ ids: [] });
    expect((await countNew()).new).toBe(8);
  });

  it('with a bad entry has it skipped and counted', async () => {
    site.list('2026-03-27', [...papersOn('2026-03-27', 4), { paper: { id: 7 } }, null]);
    site.now += hour;
    expect(await site.poll()).toMatchObject({ failures: 0, skipped: 2 });
    expect((await countNew()).new).toBe(9);
  });

  it('of another shape is told once, and again when it was good between', async () => {
    const changed = () => Response.json({ papers: [] });
    site.trouble(changed);
    await site.until(site.now + 10 * hour);
    expect(await takeNotices()).toMatchObject([{ kind: 'changed', count: 1 }]);
    site.trouble(() => new Response('', { status: 500 }));
    await site.until(site.now + 10 * hour);
    site.trouble(changed);
    await site.until(site.now + 10 * hour);
    expect(await takeNotices()).toEqual([]);
    site.trouble();
    await site.until(site.now + 10 * hour);
    site.trouble(changed);
    await site.until(site.now + 10 * hour);
    expect(await takeNotices()).toMatchObject([{ kind: 'changed', count: 1 }]);
  });

  it('that the reader’s browser does not let through is told as refused', async () => {
    site.isAllowed = false;
    site.trouble(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await site.poll()).toMatchObject({ problem: 'refused' });
  });
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
