import { describe, expect, it } from 'vitest';
import { neighbourDays } from '../../../store/days/neighbour-days';
import { recordSighting } from '../../../store/records/sightings';
import { decide } from '../../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const now = Date.parse('2026-04-02T09:00:00Z');

/** A poll's answer for a day. */
function poll(day: string, checkedAt: number, ...ids: string[]) {
  const papers = ids.map((id) => paper(id));
  const digest = `huggingface:day:${day}`;
  const answer = { checkedAt, still: 3 };
  return recordSighting({ digest, day, shows: 'poll', visitAt: checkedAt, papers, answer });
}

describe('what surrounds the page of a day', () => {
  it('is the days beside it with their new papers, weekends passed over', async () => {
    await poll('2026-03-27', now, 'arxiv:1', 'arxiv:2');
    await poll('2026-03-30', now, 'arxiv:3');
    await poll('2026-03-31', now, 'arxiv:4', 'arxiv:5', 'arxiv:6');
    await decide(['arxiv:4'], 'dismissed', now);
    expect(await neighbourDays('2026-03-30', now)).toEqual({
      isFilling: false,
      before: { day: '2026-03-27', new: 2 },
      after: { day: '2026-03-31', new: 2 },
      missed: [],
      missedNew: 0,
    });
  });

  it('passes over a day that is known to have no papers, but not one that nothing is known of', async () => {
    await poll('2026-03-25', now, 'arxiv:1');
    await poll('2026-03-26', now);
    expect((await neighbourDays('2026-03-27', now)).before).toEqual({ day: '2026-03-25', new: 1 });
    expect((await neighbourDays('2026-03-25', now)).before).toEqual({ day: '2026-03-24' });
  });

  it('tells no number of a day whose papers are not counted', async () => {
    await poll('2026-03-27', now, 'arxiv:1');
    const visit = { digest: 'huggingface:day:2026-03-26', day: '2026-03-26' };
    const opened = { ...visit, shows: 'digest', visitAt: now, countsFrom: '2026-03-27' } as const;
    await recordSighting({ ...opened, papers: [paper('arxiv:2')] });
    expect((await neighbourDays('2026-03-27', now)).before).toEqual({ day: '2026-03-26' });
  });

  it('tells the gap before the day before', async () => {
    await poll('2026-03-24', now, 'arxiv:1', 'arxiv:2');
    await poll('2026-03-25', now, 'arxiv:3');
    await poll('2026-03-26', now, 'arxiv:4');
    await poll('2026-03-27', now, 'arxiv:5');
    await decide(['arxiv:3'], 'unread', now);
    expect(await neighbourDays('2026-03-27', now)).toMatchObject({
      before: { day: '2026-03-26', new: 1 },
      missed: ['2026-03-24'],
      missedNew: 2,
    });
  });

  it('has nothing after today', async () => {
    expect((await neighbourDays('2026-04-02', now)).after).toBeUndefined();
    expect((await neighbourDays('2026-04-01', now)).after).toEqual({ day: '2026-04-02' });
  });

  it('says that a day may still grow, until it is over or nobody asks for it', async () => {
    await sightOn('2026-04-02', now, paper('arxiv:1'));
    expect((await neighbourDays('2026-04-02', now)).isFilling).toBe(true);
    expect((await neighbourDays('2026-04-02', now + 10 * 86_400_000)).isFilling).toBe(false);
    await poll('2026-04-01', Date.parse('2026-04-01T12:00:00Z'), 'arxiv:2');
    expect((await neighbourDays('2026-04-01', now)).isFilling).toBe(true);
  });

  it('of any other page is nothing', async () => {
    expect(await neighbourDays(undefined, now)).toEqual({
      isFilling: false,
      missed: [],
      missedNew: 0,
    });
  });
});
