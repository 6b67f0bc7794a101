import { beforeEach, describe, expect, it } from 'vitest';
import { follow, nextFollow } from '../../background/follow/run';
import { readFollowState } from '../../lib/follow-state';
import { writeOptions } from '../../lib/options';
import { countUndecided } from '../../store/deck/undecided';
import { listWaiting } from '../../store/deck/waiting-papers';
import { recordSighting } from '../../store/records/sightings';
import { type FeedEntry, feedOf } from '../fixtures/feed';
import { paper, useFreshStore } from '../support/store';

useFreshStore();

const at = (time: string) => Date.parse(`${time}Z`);
const wednesday = at('2026-08-12T06:00');
const asked: string[] = [];
let answer: () => Response;

const world = {
  fetch: async (url: unknown) => {
    asked.push(String(url));
    return answer();
  },
  timeLimit: 1000,
  random: () => 0.5,
  isAllowed: async () => true,
};

function announce(day: string, ...entries: FeedEntry[]): void {
  answer = () => new Response(feedOf(day, entries));
}

beforeEach(async () => {
  asked.length = 0;
  announce('2026-08-12', { id: '2608.00101' }, { id: '2608.00102', type: 'cross' });
  await writeOptions({ arxivSubjects: ['cs.CL', 'cs.CV'] });
});

describe('what arXiv announces', () => {
  it('is not asked for while the reader follows nothing', async () => {
    await writeOptions({ arxivSubjects: [] });
    expect(await nextFollow(wednesday)).toBeUndefined();
    await follow(wednesday, world);
    expect(asked).toEqual([]);
  });

  it('is asked for once after each announcement, in one question, and counts as new', async () => {
    await follow(wednesday, world);
    await follow(wednesday + 3_600_000, world);
    expect(asked).toEqual(['https://rss.arxiv.org/atom/cs.CL+cs.CV']);
    expect(await countUndecided(wednesday)).toMatchObject({ new: 2 });
    expect(await nextFollow(wednesday + 60_000)).toBe(at('2026-08-13T05:30'));
  });

  it('is not asked for at weekends', async () => {
    announce('2026-08-14');
    await follow(at('2026-08-14T06:00'), world);
    expect(await nextFollow(at('2026-08-15T12:00'))).toBe(at('2026-08-17T05:30'));
    await follow(at('2026-08-15T12:00'), world);
    expect(asked).toHaveLength(1);
  });

  it('is asked for again while the feed is that of a day before: that is no quiet day', async () => {
    announce('2026-08-11', { id: '2608.00099' });
    await follow(wednesday, world);
    expect(await readFollowState()).toMatchObject({ day: '2026-08-11', problem: 'stale' });
    const again = (await nextFollow(wednesday)) ?? 0;
    expect(again - wednesday).toBe(3_600_000);
    announce('2026-08-12');
    await follow(again, world);
    expect(await readFollowState()).toEqual({
      ...{ day: '2026-08-12', subjects: 'cs.CL+cs.CV', failures: 0, askedAt: again },
    });
    expect(asked).toHaveLength(2);
  });

  it('on a holiday is asked for less and less often', async () => {
    announce('2026-08-11');
    let now = wednesday;
    while (now < at('2026-08-13T00:00')) {
      await follow(now, world);
      now = (await nextFollow(now)) ?? Number.POSITIVE_INFINITY;
    }
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('joins Daily Papers in the deck without repeats, whichever came first', async () => {
    const day = '2026-08-12';
    const digest = `huggingface:day:${day}`;
    const sighting = { digest, day, shows: 'poll', papers: [paper('arxiv:2608.00101')] } as const;
    await recordSighting({ ...sighting, visitAt: wednesday - 1 });
    await follow(wednesday, world);
    await recordSighting({ ...sighting, visitAt: wednesday + 1 });
    const ids = (await listWaiting(wednesday)).map(({ id }) => id).sort();
    expect(ids).toEqual(['arxiv:2608.00101', 'arxiv:2608.00102']);
  });

  it('counts though the reader had its list open before', async () => {
    const list = { digest: 'arxiv:list:cs.CL:2026-08-12', shows: 'digest' } as const;
    const papers = [paper('arxiv:2608.00101')];
    await recordSighting({ ...list, papers, visitAt: wednesday - 1, isOffList: true });
    expect(await countUndecided(wednesday)).toMatchObject({ new: 0 });
    await follow(wednesday, world);
    expect(await countUndecided(wednesday)).toMatchObject({ new: 2 });
  });

  it.each([
    ['busy', () => new Response('', { status: 429, headers: { 'retry-after': '7200' } }), 7200],
    ['busy', () => new Response('', { status: 503 }), 0],
    ['broken', () => new Response('', { status: 404 }), 0],
    ['changed', () => new Response('<html></html>'), 0],
    [
      'offline',
      () => {
        throw new TypeError('no network');
      },
      0,
    ],
  ] as const)(
    'leaves the site alone for a while where the answer is %s',
    async (problem, how, wait) => {
      answer = how;
      await follow(wednesday, world);
      expect(await readFollowState()).toMatchObject({ problem, failures: 1 });
      const next = (await nextFollow(wednesday)) ?? 0;
      expect(next).toBeGreaterThanOrEqual(wednesday + Math.max(wait * 1000, 60_000));
      await follow(wednesday + 30_000, world);
      expect(asked).toHaveLength(1);
    },
  );

  it('is not asked for where the browser does not allow it', async () => {
    await follow(wednesday, { ...world, isAllowed: async () => false });
    expect(asked).toEqual([]);
    expect(await readFollowState()).toMatchObject({ problem: 'refused' });
  });

  it('is asked for at once when another subject is followed', async () => {
    await follow(wednesday, world);
    await writeOptions({ arxivSubjects: ['cs.CL', 'cs.CV', 'hep-th'] });
    await follow(wednesday + 60_000, world);
    expect(asked.at(-1)).toBe('https://rss.arxiv.org/atom/cs.CL+cs.CV+hep-th');
  });
});
