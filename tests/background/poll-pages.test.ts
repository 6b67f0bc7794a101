import { beforeEach, describe, expect, it } from 'vitest';
import { writePollState } from '../../lib/poll-state';
import { isAgain } from '../../papers/record';
import { readDays } from '../../store/days/days';
import { countNew, recordsOf } from '../../store/records/queries';
import { papersOn } from '../fixtures/recent';
import { FakeSite } from '../support/poll';
import { useFreshStore } from '../support/store';

useFreshStore();

const hour = 3_600_000;
const today = '2026-03-27';
let site: FakeSite;
beforeEach(async () => {
  site = new FakeSite(Date.parse(`${today}T09:00Z`));
  await writePollState({ since: today, failures: 0 });
});

const pages = () => site.questions.map(({ page }) => page);
const stored = async () => (await readDays(today, today))[0];
const header = (at: number) =>
  new Headers(site.questions.at(at)?.init.headers).get('if-none-match');

describe('a day with so many papers', () => {
  it.each([
    [99, [0]],
    [100, [0, 1]],
    [101, [0, 1]],
    [230, [0, 1, 2]],
  ])('as %d is asked for to its end', async (count, asked) => {
    site.list(today, papersOn(today, count));
    await site.poll();
    expect(pages()).toEqual(asked);
    expect((await countNew()).new).toBe(count);
    expect((await stored())?.ids).toEqual(
      papersOn(today, count).map(({ paper }) => `arxiv:${paper.id}`),
    );
  });

  it('that they have no end is followed for five pages', async () => {
    site.list(today, papersOn(today, 640));
    await site.poll();
    expect(pages()).toEqual([0, 1, 2, 3, 4]);
    expect((await countNew()).new).toBe(500);
  });
});

describe('a list of more than one page', () => {
  it('has no version, so that a change of its end is seen', async () => {
    site.list(today, papersOn(today, 60));
    await site.poll();
    expect((await stored())?.etag).toBeDefined();
    for (const count of [100, 140, 150]) {
      site.now += hour;
      site.list(today, papersOn(today, count));
      await site.poll();
      expect((await stored())?.etag).toBeUndefined();
      expect((await countNew()).new).toBe(count);
    }
    expect(header(-1)).toBeNull();
    site.now += hour;
    site.list(today, papersOn(today, 70));
    await site.poll();
    expect(await stored()).toMatchObject({ ids: { length: 70 }, etag: expect.any(String) });
  });

  it('has a paper once that moved on to the next page meanwhile, in its first place', async () => {
    const all = papersOn(today, 120);
    site.list(today, () => (site.questions.at(-1)?.page ? [...all.slice(1, 100), ...all] : all));
    await site.poll();
    expect((await stored())?.ids).toHaveLength(120);
    expect((await countNew()).new).toBe(120);
  });

  it('counts what it skipped on each page', async () => {
    const all: unknown[] = [...papersOn(today, 110)];
    for (const at of [3, 105]) all[at] = { paper: null };
    site.list(today, all);
    expect(await site.poll()).toMatchObject({ failures: 0, skipped: 2 });
    expect((await countNew()).new).toBe(108);
  });

  it.each([
    ['busy', () => new Response('No', { status: 500 })],
    ['broken', () => new Response('{}', { status: 400 })],
    ['broken', () => new Response(null, { status: 304 })],
    ['changed', () => Response.json({ papers: [] })],
    ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('of which one is %s is left as it was', async (problem, answer) => {
    site.list(today, papersOn(today, 120));
    await site.poll();
    const before = await stored();
    site.now += hour;
    site.list(today, papersOn(today, 130));
    site.trouble(() => (site.questions.at(-1)?.page === 1 ? answer() : undefined));
    expect(await site.poll()).toMatchObject({ problem, failures: 1 });
    expect(await stored()).toEqual(before);
    expect((await countNew()).new).toBe(120);
    const [last] = await recordsOf((before?.ids ?? []).slice(-1));
    expect(last && isAgain(last)).toBe(false);
  });
});
