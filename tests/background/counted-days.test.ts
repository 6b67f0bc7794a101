import { describe, expect, it } from 'vitest';
import { oldestCounted } from '../../background/poll/counted-days';
import { writeOptions } from '../../lib/options';
import { writePollState } from '../../lib/poll-state';
import { isoDay } from '../../papers/record';
import { counts } from '../../store/records/queries';
import { handlers } from '../support/handlers';
import { paper, useFreshStore } from '../support/store';

useFreshStore();

const monday = Date.parse('2026-03-30T09:00:00Z');
const since = (day: string) => writePollState({ failures: 0, askAt: 0, since: day });

describe('the days that count', () => {
  it('begin with the day before installation, over a weekend', async () => {
    expect(await oldestCounted(monday)).toBe('2026-03-27');
  });

  it('are those whose lists are kept, a month at most', async () => {
    await since('2026-03-20');
    expect(await oldestCounted(monday)).toBe('2026-03-20');
    await since('2025-12-01');
    expect(await oldestCounted(monday)).toBe('2026-02-28');
  });

  it('are those of a month where nothing is asked for', async () => {
    await writeOptions({ polls: false });
    expect(await oldestCounted(monday)).toBe('2026-02-28');
  });
});

describe('a page that is opened', () => {
  it.each([
    [0, { new: 1, missed: 0 }],
    [20, { new: 0, missed: 1 }],
  ])('of %i days ago on the first day of use', async (ago, told) => {
    const now = Date.now();
    const day = isoDay(now - ago * 86_400_000);
    const url = `https://huggingface.co/papers/date/${day}`;
    const visit = { digest: `huggingface:day:${day}`, day, shows: 'digest', visitAt: now } as const;
    const sender = { id: 'offprint', tab: { id: 1 }, url };
    const { states } = await handlers.sighting({ ...visit, papers: [paper('arxiv:1')] }, sender);
    expect(Object.keys(states)).toEqual(['arxiv:1']);
    expect(await counts()).toMatchObject(told);
  });
});
