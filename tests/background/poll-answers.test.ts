import { beforeEach, describe, expect, it } from 'vitest';
import { poll } from '../../background/poll/run';
import { takeNotices } from '../../lib/notices';
import { readPollState } from '../../lib/poll-state';
import { readDays } from '../../store/days/days';
import { countNew } from '../../store/records/queries';
import { papersOn } from '../fixtures/recent';
import { at, type FakeSite, hour, minute, polledSite } from '../support/poll';
import { useFreshStore } from '../support/store';

useFreshStore();

const json = { 'content-type': 'application/json' };
let site: FakeSite;

beforeEach(async () => {
  site = await polledSite();
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
