import { describe, expect, it } from 'vitest';
import { forgetBefore } from '../../../store/ranking/learned';
import { replayDays } from '../../../store/ranking/replay';
import { decide } from '../../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const noon = Date.UTC(2026, 2, 2, 12);
const dayLength = 86_400_000;
const dayOf = (at: number) => new Date(noon + at * dayLength).toISOString().slice(0, 10);

/** A day of twenty papers, of which the five with the fewest upvotes are about what the reader keeps. */
async function live(at: number): Promise<void> {
  const start = noon + at * dayLength;
  const papers = Array.from({ length: 20 }, (_, one) => {
    const title = one < 5 ? `Test-time compute ${at} ${one}` : `Bird songs of kind ${at} ${one}`;
    return paper(`arxiv:26${10 + at}.${String(one).padStart(5, '0')}`, { title, upvotes: one });
  });
  await sightOn(dayOf(at), start, ...papers);
  for (const [one, { id }] of papers.entries())
    await decide([id], one < 5 ? 'unread' : 'dismissed', start + one + 1);
}

describe('past days gone through anew', () => {
  it('are ordered by what was decided before them, and by the upvotes then', async () => {
    await live(0);
    await live(1);
    expect(await replayDays()).toEqual([
      { day: dayOf(0), likely: 0, upvotes: 0 },
      { day: dayOf(1), likely: 5, upvotes: 0 },
    ]);
  });

  it('are left out where the reader had them forgotten', async () => {
    await live(0);
    await live(1);
    await forgetBefore(noon + dayLength);
    expect(await replayDays()).toEqual([{ day: dayOf(1), likely: 0, upvotes: 0 }]);
  });

  it('are left out where nothing was kept, or too little was decided on to tell', async () => {
    await sightOn(dayOf(0), noon, paper('arxiv:1'), paper('arxiv:2'));
    await decide(['arxiv:1'], 'unread', noon + 1);
    expect(await replayDays()).toEqual([]);
  });

  it('can be left half done', async () => {
    await live(0);
    expect(await replayDays(AbortSignal.abort())).toEqual([]);
  });
});
