import { beforeEach, describe, expect, it } from 'vitest';
import { isAgain } from '../../papers/record';
import { countNewOn } from '../../store/days/days';
import { countNew, recordsOf } from '../../store/records/queries';
import { entryOf } from '../fixtures/papers';
import { papersOn } from '../fixtures/recent';
import { at, FakeSite, hour } from '../support/poll';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

let site: FakeSite;
beforeEach(() => {
  site = new FakeSite(at('2026-03-27T09:00'));
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
